import { writeToken } from '../../text/tokens.js';
import type { SourceLocation } from '../../errors.js';
import type { Unknown, Unknowns } from '../buildspec-reader/values.js';

/** A variable that the buildspec gets from outside, and what stands for it in the settings until a person says better. */
export interface Placeholder {
  readonly variable: string;
  readonly from: 'project' | 'parameter-store' | 'secrets-manager';
  readonly value: string;
  /** The settings that it stands in. */
  readonly settings: readonly string[];
  /** The variable holds the repository's whole URI, of which the settings name the part after the registry. */
  readonly wholeUri: boolean;
}

/** Something that does not come through, or not as it was. */
export interface ImportNote {
  readonly kind: 'left-out' | 'changed' | 'look';
  readonly place: SourceLocation;
  /** What it is, in one sentence. */
  readonly what: string;
  readonly next: string;
}

export type ConvertedValue = { readonly text: string } | { readonly lost: readonly Unknown[] };

/** What a part of a value becomes in a setting. */
interface Use {
  readonly setting: string;
  /** What takes tokens: `tag`, and `pair` for the value of a build argument or a label. */
  readonly as: 'tag' | 'pair' | 'text';
  readonly region?: string | undefined;
}

/** Turns values with unknown parts into the texts of settings. One variable gets one placeholder, wherever it stands. */
export class ValueConverter {
  private readonly unknowns: Unknowns;
  private readonly placeholders = new Map<string, Placeholder>();

  constructor(unknowns: Unknowns) {
    this.unknowns = unknowns;
  }

  list(): readonly Placeholder[] {
    return [...this.placeholders.values()];
  }

  /** The variables of a value that stand for something given from outside. */
  variablesOf(value: string): readonly string[] {
    return this.unknowns.listIn(value).flatMap(unknown => (unknown.kind === 'outside' ? [unknown.name] : []));
  }

  carry(value: string, use: Use): ConvertedValue {
    const lost: Unknown[] = [];
    const alone = this.unknowns.only(value) !== undefined;
    const text = this.unknowns.fill(value, unknown => {
      const written = this.write(unknown, use, alone);
      if (written === undefined) lost.push(unknown);
      return written ?? '';
    });
    return lost.length > 0 ? { lost } : { text };
  }

  /** The placeholder of a variable, made where there is none yet. */
  hold(variable: string, from: Placeholder['from'], setting: string, value: string, wholeUri = false): string {
    const known = this.placeholders.get(variable);
    const settings = [...new Set([...(known?.settings ?? []), setting])];
    const placeholder = {
      variable,
      from,
      value: known?.value ?? value,
      settings,
      wholeUri: known?.wholeUri ?? wholeUri
    };
    this.placeholders.set(variable, placeholder);
    return placeholder.value;
  }

  private write(unknown: Unknown, { setting, as, region }: Use, alone: boolean): string | undefined {
    switch (unknown.kind) {
      case 'commit':
        return as === 'text' ? undefined : writeToken(unknown);
      case 'computed':
        return as === 'text' || unknown.token === undefined ? undefined : writeToken(unknown.token);
      case 'region':
        return region;
      case 'outside': {
        // The value that AWS's own example of such a project gives its IMAGE_TAG.
        const usual = as === 'tag' && alone ? 'latest' : toKebab(unknown.name);
        const value = this.unknowns.defaultOf(unknown.name) ?? usual;
        return this.hold(unknown.name, unknown.from, setting, value);
      }
      default:
        return undefined;
    }
  }
}

/** `ECR_REPO_NAME` as ECR, Docker and ECS take a name: `ecr-repo-name`. */
export function toKebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
