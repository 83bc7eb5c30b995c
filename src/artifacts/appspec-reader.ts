import { ProblemsError, type Place, type Problem } from '../errors.js';
import type { TextDocument } from '../text/document.js';
import { nearestName } from '../text/nearest.js';
import type { Path } from '../text/path.js';
import { entriesOf, isRecord, type JsonRecord } from '../text/record.js';
import { listNames, nameKind, quote, showValue } from '../text/words.js';

/** CodeDeploy's AppSpec for Amazon ECS, read and checked for its structure. */
export interface Appspec {
  /** undefined: made from the service. */
  readonly file: string | undefined;
  readonly containerName: string;
  readonly containerPort: number;
  readonly platformVersion: string | undefined;
  readonly network: AppspecNetwork | undefined;
  readonly capacityProviderStrategy: readonly AppspecCapacityProvider[];
  /** In the order of the file. */
  readonly hooks: readonly AppspecHook[];
  /** What was mended on the way, or is doubtful, but does not stop the job. */
  readonly warnings: readonly Problem[];
  /** Where the container's name and port stand. */
  readonly places: { readonly containerName: Place; readonly containerPort: Place };
}

export interface AppspecNetwork {
  readonly subnets: readonly string[] | undefined;
  readonly securityGroups: readonly string[] | undefined;
  readonly assignPublicIp: string | undefined;
}

export interface AppspecCapacityProvider {
  readonly capacityProvider: string;
  readonly base: number | undefined;
  readonly weight: number | undefined;
}

/** A lifecycle event and the Lambda function, by name or ARN, that CodeDeploy calls at it. */
export interface AppspecHook {
  readonly event: string;
  readonly lambda: string;
}

const EVENTS = ['BeforeInstall', 'AfterInstall', 'AfterAllowTestTraffic', 'BeforeAllowTraffic', 'AfterAllowTraffic'];
const SERVICE_TYPE = 'AWS::ECS::Service';
const PROPERTIES = [
  'TaskDefinition',
  'LoadBalancerInfo',
  'PlatformVersion',
  'NetworkConfiguration',
  'CapacityProviderStrategy'
];

/**
 * Reads an AppSpec for Amazon ECS (CodeDeploy user guide, "AppSpec file structure"), JSON or YAML. Keys match whatever their
 * case. `version` may say anything, it is written as 0.0; a port in quotes is taken as the number. `Resources` must be a list, as
 * CodeDeploy and the AWS CLI want it.
 *
 * @throws ProblemsError with line and column for everything that is not so
 */
export function readAppspec(document: TextDocument): Appspec {
  const reader = new AppspecReader(document);
  const appspec = reader.read();
  if (appspec === undefined || reader.problems.length > 0) throw new ProblemsError(reader.problems);
  return appspec;
}

interface Member {
  readonly value: unknown;
  readonly path: Path;
}
type Members = ReadonlyMap<string, Member>;
type LoadBalancerInfo = Pick<Appspec, 'containerName' | 'containerPort' | 'places'>;

class AppspecReader {
  readonly problems: Problem[] = [];
  private readonly warnings: Problem[] = [];
  private readonly document: TextDocument;

  constructor(document: TextDocument) {
    this.document = document;
  }

  read(): Appspec | undefined {
    const misfit = findMisfit(this.document.value);
    if (misfit !== undefined) {
      this.refuse([], misfit.what, misfit.next);
      return undefined;
    }
    const root = this.readMembers({ value: this.document.value, path: [] }, ['version', 'Resources', 'Hooks']);
    this.checkVersion(root.get('version'));
    const properties = this.readProperties(this.readTargetService(root.get('Resources')));
    const hooks = this.readHooks(root.get('Hooks'));
    if (properties === undefined) return undefined;
    const members = this.readMembers(properties, PROPERTIES);
    const balancer = this.readLoadBalancer(members.get('LoadBalancerInfo'), properties.path);
    const network = this.readNetwork(members.get('NetworkConfiguration'));
    const capacityProviderStrategy = this.readStrategy(members.get('CapacityProviderStrategy'));
    const platformVersion = this.readText(members.get('PlatformVersion'));
    if (balancer === undefined) return undefined;
    const { file } = this.document;
    return { file, ...balancer, platformVersion, network, capacityProviderStrategy, hooks, warnings: this.warnings };
  }

  private checkVersion(version: Member | undefined): void {
    if (version !== undefined && (version.value === 0 || version.value === '0.0' || version.value === '0')) return;
    const what =
      version === undefined
        ? 'The AppSpec has no version.'
        : `CodeDeploy knows only version 0.0, got ${showValue(version.value)}.`;
    this.warn(version?.path ?? [], what, 'It is written as 0.0.');
  }

  /** The one entry of `Resources`: its key must be TargetService. */
  private readTargetService(resources: Member | undefined): Member | undefined {
    if (resources === undefined) {
      this.refuse([], 'The AppSpec has no "Resources".', 'Give it a list with one TargetService.');
      return undefined;
    }
    const { value, path } = resources;
    const entries: readonly unknown[] = Array.isArray(value) ? value : [];
    const target = { value: entries[0], path: [...path, 0] };
    if (!Array.isArray(value)) {
      this.refuse(path, `"Resources" is a list, got ${nameKind(value)}.`, 'Write "- TargetService:" below it.');
    } else if (entries.length !== 1) {
      this.refuse(path, `"Resources" must hold exactly one TargetService, got ${entries.length} entries.`, '');
    } else if (isRecord(target.value) && (hasKey(target.value, 'Type') || hasKey(target.value, 'Properties'))) {
      const what = '"Type" and "Properties" stand beside the TargetService instead of inside it.';
      this.refuse(target.path, what, 'Indent them by two more spaces.');
    } else {
      const service = this.readMembers(target, ['TargetService']).get('TargetService');
      if (service !== undefined) return service;
      // What else is wrong with the entry was told already.
      if (this.problems.length === 0) this.refuse(target.path, 'The "TargetService" is missing or empty.', '');
    }
    return undefined;
  }

  private readProperties(service: Member | undefined): Member | undefined {
    if (service === undefined) return undefined;
    const members = this.readMembers(service, ['Type', 'Properties']);
    const type = members.get('Type');
    if (type?.value !== SERVICE_TYPE) {
      const got = type === undefined ? 'nothing' : showValue(type.value);
      this.refuse(type?.path ?? service.path, `"Type" must be "${SERVICE_TYPE}", got ${got}.`, '');
    }
    const properties = members.get('Properties');
    if (properties === undefined) this.refuse(service.path, 'The TargetService has no "Properties".', '');
    return properties;
  }

  private readLoadBalancer(info: Member | undefined, parent: Path): LoadBalancerInfo | undefined {
    if (info === undefined) {
      this.refuse(parent, '"LoadBalancerInfo" is missing.', 'Give it a ContainerName and a ContainerPort.');
      return undefined;
    }
    const members = this.readMembers(info, ['ContainerName', 'ContainerPort']);
    const name = members.get('ContainerName');
    const port = members.get('ContainerPort');
    const containerName = this.readText(name);
    if (name === undefined || containerName === '')
      this.refuse(name?.path ?? info.path, '"ContainerName" is missing.', '');
    if (port === undefined) this.refuse(info.path, '"ContainerPort" is missing.', '');
    const containerPort = this.readNumber(port, 1, 65_535, 'A port, a whole number from 1 to 65535,');
    if (name === undefined || port === undefined || containerName === undefined || containerPort === undefined)
      return undefined;
    return {
      containerName,
      containerPort,
      places: { containerName: this.document.place(name.path), containerPort: this.document.place(port.path) }
    };
  }

  private readNetwork(network: Member | undefined): AppspecNetwork | undefined {
    if (network === undefined) return undefined;
    const configuration = this.readMembers(network, ['AwsvpcConfiguration']).get('AwsvpcConfiguration');
    if (configuration === undefined) return undefined;
    const members = this.readMembers(configuration, ['Subnets', 'SecurityGroups', 'AssignPublicIp']);
    const missing = ['Subnets', 'SecurityGroups', 'AssignPublicIp'].filter(name => !members.has(name));
    if (missing.length > 0) {
      this.warn(
        configuration.path,
        `CodeDeploy wants Subnets, SecurityGroups and AssignPublicIp together; ${listNames(missing)} ${missing.length === 1 ? 'is' : 'are'} missing.`,
        ''
      );
    }
    const assign = members.get('AssignPublicIp');
    if (assign !== undefined && assign.value !== 'ENABLED' && assign.value !== 'DISABLED') {
      this.refuse(assign.path, `"AssignPublicIp" is ENABLED or DISABLED, got ${showValue(assign.value)}.`, '');
    }
    return {
      subnets: this.readTexts(members.get('Subnets')),
      securityGroups: this.readTexts(members.get('SecurityGroups')),
      assignPublicIp: typeof assign?.value === 'string' ? assign.value : undefined
    };
  }

  private readStrategy(strategy: Member | undefined): readonly AppspecCapacityProvider[] {
    return this.readItems(strategy).flatMap(item => {
      const members = this.readMembers(item, ['Base', 'CapacityProvider', 'Weight']);
      const capacityProvider = this.readText(members.get('CapacityProvider'));
      if (capacityProvider === undefined) this.refuse(item.path, '"CapacityProvider" is missing.', '');
      const base = this.readNumber(members.get('Base'), 0, 100_000, 'A whole number from 0 to 100000');
      const weight = this.readNumber(members.get('Weight'), 0, 1000, 'A whole number from 0 to 1000');
      return capacityProvider === undefined ? [] : [{ capacityProvider, base, weight }];
    });
  }

  private readHooks(hooks: Member | undefined): readonly AppspecHook[] {
    return this.readItems(hooks).flatMap(item =>
      [...this.readMembers(item, EVENTS)].flatMap(([event, member]) => {
        const lambda = this.readText(member);
        if (lambda !== '') return lambda === undefined ? [] : [{ event, lambda }];
        this.warn(member.path, `The hook ${event} names no Lambda function, so it is left out.`, '');
        return [];
      })
    );
  }

  /** An object's members under the spelling of `known`, nulls left out; unknown keys are problems. */
  private readMembers({ value, path }: Member, known: readonly string[]): Members {
    const members = new Map<string, Member>();
    if (!isRecord(value)) {
      this.refuse(path, `An object with ${listNames(known)} was expected, got ${showValue(value)}.`, '');
      return members;
    }
    for (const [key, member] of entriesOf(value)) {
      const name = known.find(candidate => candidate.toLowerCase() === key.toLowerCase());
      const at = [...path, key];
      if (name === undefined) this.refuseKey(key, known, at);
      else if (members.has(name))
        this.refuse(at, `${quote(name)} is written twice, in different cases.`, 'Keep one of the two.');
      else if (member !== null && member !== undefined) members.set(name, { value: member, path: at });
    }
    return members;
  }

  private refuseKey(key: string, known: readonly string[], path: Path): void {
    const nearest = nearestName(key, known);
    const next = nearest === undefined ? `Known here: ${listNames(known)}.` : `Did you mean ${quote(nearest)}?`;
    this.problem('unknown-field', path, `The AppSpec for ECS knows no ${quote(key)} here.`, next);
  }

  private readItems(list: Member | undefined): readonly Member[] {
    if (list === undefined) return [];
    const { value, path } = list;
    if (!Array.isArray(value)) {
      this.refuse(path, `A list was expected, got ${showValue(value)}.`, 'Start each entry with "- ".');
      return [];
    }
    return value
      .map((item: unknown, index) => ({ value: item, path: [...path, index] }))
      .filter(item => item.value !== null);
  }

  private readTexts(list: Member | undefined): readonly string[] | undefined {
    return list === undefined ? undefined : this.readItems(list).flatMap(item => this.readText(item) ?? []);
  }

  private readText(member: Member | undefined): string | undefined {
    if (member === undefined || typeof member.value === 'string') return member?.value as string | undefined;
    const written = this.document.source(member.path);
    this.refuse(
      member.path,
      `A string was expected, got ${showValue(member.value)}.`,
      written === undefined ? '' : `Write ${quote(written)}, in quotes.`
    );
  }

  private readNumber(member: Member | undefined, least: number, most: number, wanted: string): number | undefined {
    if (member === undefined) return undefined;
    const { value, path } = member;
    const text = typeof value === 'string' && /^\d{1,6}$/.test(value);
    const number = text ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isInteger(number) || number < least || number > most) {
      this.refuse(path, `${wanted} was expected, got ${showValue(value)}.`, '');
      return undefined;
    }
    if (text)
      this.warn(
        path,
        `CodeDeploy wants a number here, got the string ${showValue(value)}.`,
        `It is written as ${number}.`
      );
    return number;
  }

  private warn(path: Path, what: string, next: string): void {
    this.warnings.push({ code: 'mended-appspec', place: this.document.place(path), what, next });
  }

  private refuse(path: Path, what: string, next: string): void {
    this.problem('invalid-appspec', path, what, next);
  }

  private problem(code: string, path: Path, what: string, next: string): void {
    this.problems.push({ code, place: this.document.place(path), what, next });
  }
}

/** Files that are something else altogether: one sentence says what. */
function findMisfit(value: unknown): { what: string; next: string } | undefined {
  if (!isRecord(value))
    return { what: `An AppSpec is an object with "version" and "Resources", got ${nameKind(value)}.`, next: '' };
  if (hasKey(value, 'revision') || hasKey(value, 'appSpecContent')) {
    const next = 'Put what stands under "content" into a file of its own.';
    return { what: 'This is the input of CreateDeployment, not an AppSpec.', next };
  }
  if (hasKey(value, 'files') || hasKey(value, 'os')) {
    return {
      what: 'This is an AppSpec for servers (EC2 or on-premises), not for Amazon ECS.',
      next: 'Write one with a TargetService under "Resources".'
    };
  }
  return undefined;
}

function hasKey(value: JsonRecord, name: string): boolean {
  return entriesOf(value).some(([key]) => key.toLowerCase() === name.toLowerCase());
}
