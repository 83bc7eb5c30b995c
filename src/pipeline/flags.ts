import { aliasesOf, SETTINGS } from '../config/table/settings-table.js';
import { ProblemsError, type Problem } from '../errors.js';
import { nearestName } from '../text/suggest.js';
import { listNames, quote } from '../text/format.js';
import { refuseBranch, refuseTag } from './git-ref.js';
import { readDeployer, type Deployer } from './deployer.js';
import { PIPELINE_PARTS, type PipelinePart } from './pipeline-flags.js';
import type { GenerateOptions } from './project.js';

/** What the generators of the pipeline, the workflow and the policies have to know and no settings say. */
export interface PipelineOptions extends GenerateOptions {
  /** The repository on GitHub, as `owner/name`; undefined: a parameter or a placeholder stands in its place. */
  readonly githubRepository: string | undefined;
  /** GitHub's numbers of owner and repository, as `123/456`; undefined: placeholders. */
  readonly githubIds: string | undefined;
  /** Who issues the tokens of GitHub's jobs, as a URL; undefined: github.com. */
  readonly oidcIssuer?: string | undefined;
  /** A push to it ships, unless tags alone do. */
  readonly branch: string;
  /** Tags whose push ships: names, or patterns with `*`; undefined: none. */
  readonly gitTags?: readonly string[] | undefined;
  /** Only tags ship: they were given, and no branch was. */
  readonly tagsAlone?: boolean | undefined;
  /** The AWS account's 12 digits; undefined: a placeholder. The template needs none. */
  readonly account: string | undefined;
  /** How the workflow names this Action. */
  readonly uses: string;
  readonly parts: readonly PipelinePart[];
  /** ARNs of the keys that the secrets of the builds are encrypted with, where those are not AWS's own. */
  readonly kmsKeys?: readonly string[] | undefined;
  /** Who deploys in the pipeline. */
  readonly deployer: Deployer;
  /** Settings that were given as flags and not in the file, by name: whoever runs the job elsewhere has to be told them too. */
  readonly settings: Readonly<Record<string, string>>;
}

/** Where no branch is given. */
export const DEFAULT_BRANCH = 'main';

interface Form {
  readonly pattern: RegExp;
  readonly description: string;
}

const FORMS: Readonly<Record<'github-repository' | 'github-ids' | 'oidc-issuer' | 'account' | 'uses', Form>> = {
  'github-repository': {
    pattern: /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\/[A-Za-z0-9._-]+$/,
    description: 'owner/name such as shop/web'
  },
  'github-ids': { pattern: /^\d+\/\d+$/, description: 'two numbers such as 123456/7890123' },
  'oidc-issuer': {
    pattern: /^https:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?:\/[A-Za-z0-9._~-]+)*$/,
    description: 'the issuer of the tokens such as https://ghes.example/_services/token'
  },
  account: { pattern: /^\d{12}$/, description: "an account's id (12 digits)" },
  uses: {
    pattern: /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_./-]+)?@[A-Za-z0-9_./-]+$/,
    description: 'owner/slipway@ref such as example/slipway@v1'
  }
};

/**
 * The options out of the flags of `PIPELINE_FLAGS` and of the settings; other flags are left alone, an empty value is not given.
 *
 * @throws ProblemsError with everything that is malformed
 */
export function readPipelineOptions(
  given: Readonly<Record<string, string | undefined>>,
  general: GenerateOptions
): PipelineOptions {
  const problems: Problem[] = [];
  const read = (name: keyof typeof FORMS): string | undefined => {
    const value = given[name] ?? '';
    if (value === '') return undefined;
    const { pattern, description: says } = FORMS[name];
    if (pattern.test(value)) return value;
    const what = `--${name} is ${quote(value)}, expected ${says}.`;
    problems.push({ code: 'malformed', place: {}, what, next: '' });
    return undefined;
  };
  const options = {
    ...general,
    githubRepository: read('github-repository'),
    githubIds: read('github-ids'),
    oidcIssuer: read('oidc-issuer'),
    ...readPushes(given, problems),
    account: read('account'),
    uses: read('uses') ?? 'example/slipway@v1',
    parts: readParts(given['with'] ?? '', problems),
    ...readKeys(given['kms-key'] ?? '', problems),
    deployer: readDeployer(given, problems),
    settings: readSettings(given)
  };
  if (problems.length > 0) throw new ProblemsError(problems);
  return options;
}

/** Which pushes ship. */
function readPushes(
  given: Readonly<Record<string, string | undefined>>,
  problems: Problem[]
): Pick<PipelineOptions, 'branch' | 'gitTags' | 'tagsAlone'> {
  const branch = given['branch'] ?? '';
  const tags = (given['git-tag'] ?? '').split('\n').filter(tag => tag !== '');
  const bad = [branch === '' ? undefined : refuseBranch(branch), ...tags.map(refuseTag)];
  for (const one of bad) if (one !== undefined) problems.push({ code: 'malformed', place: {}, ...one });
  return {
    branch: branch === '' ? DEFAULT_BRANCH : branch,
    ...(tags.length === 0 ? {} : { gitTags: tags, tagsAlone: branch === '' })
  };
}

/** `config` and `environment` say where the settings are, and are known from the project. */
function readSettings(given: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const names = SETTINGS.flatMap(option => [option.name, ...aliasesOf(option).map(({ name }) => name)]);
  return Object.fromEntries(
    names.flatMap(name => {
      const value = given[name] ?? '';
      return value === '' || name === 'config' || name === 'environment' ? [] : [[name, value]];
    })
  );
}

/** A policy needs the key itself: an alias is no resource that kms:Decrypt can be limited to. */
function readKeys(text: string, problems: Problem[]): Pick<PipelineOptions, 'kmsKeys'> {
  const keys = text.split('\n').filter(key => key !== '');
  for (const key of keys.filter(each => !/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/.test(each))) {
    const what = `--kms-key is ${quote(key)}, expected a key's ARN such as arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-…`;
    const next = key.includes('alias/')
      ? 'Name the key itself: aws kms describe-key --key-id ALIAS --query KeyMetadata.Arn.'
      : '';
    problems.push({ code: 'malformed', place: {}, what: `${what}.`, next });
  }
  return keys.length === 0 ? {} : { kmsKeys: keys };
}

function readParts(text: string, problems: Problem[]): readonly PipelinePart[] {
  const asked = text.split(/[\n,]/).map(part => part.trim());
  for (const part of asked) {
    if (part === '' || PIPELINE_PARTS.some(known => known === part)) continue;
    const near = nearestName(part, PIPELINE_PARTS);
    const next = near === undefined ? '' : `Did you mean ${near}?`;
    const what = `--with is ${quote(part)}; there are ${listNames(PIPELINE_PARTS)}.`;
    problems.push({ code: 'malformed', place: {}, what, next });
  }
  return PIPELINE_PARTS.filter(part => asked.includes(part));
}
