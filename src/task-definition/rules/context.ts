import { isRecord, own, type JsonRecord } from '../../text/record.js';
import { listContainers, type Container, type TaskDefinitionFile } from '../types.js';
import { textOf, textsOf } from './finding.js';

/** What is known beside the file. Leave out what is not known: no rule guesses. */
export interface DefinitionFacts {
  /** The images that the run puts into containers, by the containers' names; what the file has there does not count. */
  readonly images?: ReadonlyMap<string, ImageFacts> | undefined;
  /** What the service runs on (`FARGATE`, `EC2` …); counts where the file's `requiresCompatibilities` says nothing. */
  readonly launchTypes?: readonly string[] | undefined;
}

export interface ImageFacts {
  /** In a private registry of ECR. */
  readonly isInEcr: boolean;
  /** What it is built for, as `linux/arm64`; empty: not known. */
  readonly platforms: readonly string[];
}

/** A task definition as the rules look at it. */
export interface RuleContext {
  readonly definition: JsonRecord;
  readonly containers: readonly Container[];
  readonly networkMode: string | undefined;
  /** The launch types that it is for: what it says, else what the service says. */
  readonly launchTypes: readonly string[];
  readonly isFargate: boolean;
  readonly isWindows: boolean;
  readonly cpuArchitecture: string | undefined;
  readonly facts: DefinitionFacts;
}

export function makeRuleContext({ definition }: TaskDefinitionFile, facts: DefinitionFacts): RuleContext {
  const required = textsOf(definition, 'requiresCompatibilities');
  const launchTypes = required.length > 0 ? required : (facts.launchTypes ?? []);
  const platform = own(definition, 'runtimePlatform');
  const runtime = isRecord(platform) ? platform : {};
  return {
    definition,
    containers: listContainers(definition),
    networkMode: textOf(definition, 'networkMode'),
    launchTypes,
    isFargate: launchTypes.includes('FARGATE'),
    isWindows: (textOf(runtime, 'operatingSystemFamily') ?? '').startsWith('WINDOWS'),
    cpuArchitecture: textOf(runtime, 'cpuArchitecture'),
    facts
  };
}

/** Whether the container's image comes from a private registry of ECR; false where that is not known. */
export function isFromEcr({ facts }: RuleContext, { name, image }: Container): boolean {
  const shipped = facts.images?.get(name);
  return shipped === undefined ? /^\d{12}\.dkr[.-]ecr(?:-fips)?\./.test(image) : shipped.isInEcr;
}
