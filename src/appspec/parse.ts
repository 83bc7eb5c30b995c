import { RuleProblemsError, RuleList } from '../errors.js';
import type { TextDocument } from '../text/document.js';
import type { Path } from '../text/path.js';
import { isRecord } from '../text/record.js';
import { listNames, nameKind, showValue } from '../text/format.js';
import type { Appspec, AppspecCapacityProvider, AppspecHook, AppspecNetwork } from './types.js';
import { APPSPEC_VALUE, AppspecMembers, RESOURCES, type Member } from './members.js';
import {
  APPSPEC_NETWORK,
  describeHook,
  describeHooks,
  describeNetwork,
  describePlatformVersion,
  describeStrategy,
  describeTaskDefinition,
  detectOtherFormat,
  hasKey
} from './structure-rules.js';

export const APPSPEC_PARSE_RULES = new RuleList();
const APPSPEC_NOT_ECS = APPSPEC_PARSE_RULES.add(
  'appspec-not-ecs',
  'error',
  'The file is an AppSpec for servers or Lambda, or the input of CreateDeployment, not an AppSpec for Amazon ECS.',
  RESOURCES
);
const APPSPEC_VERSION = APPSPEC_PARSE_RULES.add(
  'appspec-version',
  'warning',
  'The version is not 0.0. Slipway writes 0.0.',
  'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure.html'
);
const APPSPEC_RESOURCES = APPSPEC_PARSE_RULES.add(
  'appspec-resources',
  'error',
  'Resources is not a list with exactly one TargetService.',
  RESOURCES
);
const APPSPEC_TYPE = APPSPEC_PARSE_RULES.add('appspec-type', 'error', 'The type is not AWS::ECS::Service.', RESOURCES);
const APPSPEC_MISSING_FIELD = APPSPEC_PARSE_RULES.add(
  'appspec-missing-field',
  'error',
  'LoadBalancerInfo with ContainerName and ContainerPort is missing, or a capacity provider has no name.',
  RESOURCES
);

export type { Appspec } from './types.js';

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
  if (appspec === undefined || reader.problems.length > 0) throw new RuleProblemsError(reader.problems);
  return appspec;
}

interface LoadBalancerInfo extends Pick<Appspec, 'containerName' | 'containerPort'> {
  readonly places: Pick<Appspec['places'], 'containerName' | 'containerPort'>;
}

class AppspecReader extends AppspecMembers {
  read(): Appspec | undefined {
    const misfit = detectOtherFormat(this.document.value);
    if (misfit !== undefined) {
      this.refuse(APPSPEC_NOT_ECS, [], misfit.what, misfit.next);
      return undefined;
    }
    const root = this.readMembers({ value: this.document.value, path: [] }, ['version', 'Resources', 'Hooks']);
    this.checkVersion(root.get('version'));
    const properties = this.readProperties(this.readTargetService(root.get('Resources')));
    const hooks = this.readHooks(root.get('Hooks'));
    if (properties === undefined) return undefined;
    const members = this.readMembers(properties, PROPERTIES);
    this.checkTaskDefinition(members.get('TaskDefinition'));
    const balancer = this.readLoadBalancer(members.get('LoadBalancerInfo'), properties.path);
    const network = this.readNetwork(members.get('NetworkConfiguration'));
    const capacityProviderStrategy = this.readStrategy(members.get('CapacityProviderStrategy'));
    const platformVersion = this.readText(members.get('PlatformVersion'));
    this.remark(members.get('PlatformVersion'), describePlatformVersion(platformVersion));
    if (balancer === undefined) return undefined;
    const { file } = this.document;
    const places = {
      ...balancer.places,
      network: this.placeOf(members.get('NetworkConfiguration')),
      platformVersion: this.placeOf(members.get('PlatformVersion'))
    };
    const { warnings } = this;
    return { file, ...balancer, places, platformVersion, network, capacityProviderStrategy, hooks, warnings };
  }

  private checkVersion(version: Member | undefined): void {
    if (version !== undefined && (version.value === 0 || version.value === '0.0' || version.value === '0')) return;
    const what =
      version === undefined
        ? 'The AppSpec has no version.'
        : `CodeDeploy knows only version 0.0, got ${showValue(version.value)}.`;
    this.warn(APPSPEC_VERSION, version?.path ?? [], what, 'It is written as 0.0.');
  }

  /** What stands there is replaced by the revision that was registered; by itself CodeDeploy would take it. */
  private checkTaskDefinition(taskDefinition: Member | undefined): void {
    this.remark(taskDefinition, describeTaskDefinition(taskDefinition?.value));
  }

  /** The one entry of `Resources`: its key must be TargetService. */
  private readTargetService(resources: Member | undefined): Member | undefined {
    if (resources === undefined) {
      this.refuse(APPSPEC_RESOURCES, [], 'The AppSpec has no "Resources".', 'Give it a list with one TargetService.');
      return undefined;
    }
    const { value, path } = resources;
    const entries: readonly unknown[] = Array.isArray(value) ? value : [];
    const target = { value: entries[0], path: [...path, 0] };
    if (!Array.isArray(value)) {
      this.refuse(
        APPSPEC_RESOURCES,
        path,
        `"Resources" is a list, got ${nameKind(value)}.`,
        'Write "- TargetService:" below it.'
      );
    } else if (entries.length !== 1) {
      this.refuse(
        APPSPEC_RESOURCES,
        path,
        `"Resources" must hold exactly one TargetService, got ${entries.length} entries.`,
        ''
      );
    } else if (isRecord(target.value) && (hasKey(target.value, 'Type') || hasKey(target.value, 'Properties'))) {
      const what = '"Type" and "Properties" stand beside the TargetService instead of inside it.';
      this.refuse(APPSPEC_RESOURCES, target.path, what, 'Indent them by two more spaces.');
    } else {
      const service = this.readMembers(target, ['TargetService']).get('TargetService');
      if (service !== undefined) return service;
      // What else is wrong with the entry was told already.
      if (this.problems.length === 0)
        this.refuse(APPSPEC_RESOURCES, target.path, 'The "TargetService" is missing or empty.', '');
    }
    return undefined;
  }

  private readProperties(service: Member | undefined): Member | undefined {
    if (service === undefined) return undefined;
    const members = this.readMembers(service, ['Type', 'Properties']);
    const type = members.get('Type');
    if (type?.value !== SERVICE_TYPE) {
      const got = type === undefined ? 'nothing' : showValue(type.value);
      this.refuse(APPSPEC_TYPE, type?.path ?? service.path, `"Type" must be "${SERVICE_TYPE}", got ${got}.`, '');
    }
    const properties = members.get('Properties');
    if (properties === undefined)
      this.refuse(APPSPEC_MISSING_FIELD, service.path, 'The TargetService has no "Properties".', '');
    return properties;
  }

  private readLoadBalancer(info: Member | undefined, parent: Path): LoadBalancerInfo | undefined {
    if (info === undefined) {
      this.refuse(
        APPSPEC_MISSING_FIELD,
        parent,
        '"LoadBalancerInfo" is missing.',
        'Give it a ContainerName and a ContainerPort.'
      );
      return undefined;
    }
    const members = this.readMembers(info, ['ContainerName', 'ContainerPort']);
    const name = members.get('ContainerName');
    const port = members.get('ContainerPort');
    const containerName = this.readText(name);
    if (name === undefined) this.refuse(APPSPEC_MISSING_FIELD, info.path, '"ContainerName" is missing.', '');
    else if (containerName?.trim() === '')
      this.refuse(
        APPSPEC_MISSING_FIELD,
        name.path,
        '"ContainerName" is empty.',
        'Name the container that gets the traffic.'
      );
    if (port === undefined) this.refuse(APPSPEC_MISSING_FIELD, info.path, '"ContainerPort" is missing.', '');
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
        APPSPEC_NETWORK,
        configuration.path,
        `CodeDeploy wants Subnets, SecurityGroups and AssignPublicIp together; ${listNames(missing)} ${missing.length === 1 ? 'is' : 'are'} missing.`,
        ''
      );
    }
    const assign = members.get('AssignPublicIp');
    if (assign !== undefined && assign.value !== 'ENABLED' && assign.value !== 'DISABLED') {
      this.refuse(
        APPSPEC_VALUE,
        assign.path,
        `"AssignPublicIp" is ENABLED or DISABLED, got ${showValue(assign.value)}.`,
        ''
      );
    }
    const read = {
      subnets: this.readTexts(members.get('Subnets')),
      securityGroups: this.readTexts(members.get('SecurityGroups')),
      assignPublicIp: typeof assign?.value === 'string' ? assign.value : undefined
    };
    for (const remark of describeNetwork(read)) this.remark(members.get(remark.key) ?? configuration, remark);
    return read;
  }

  private readStrategy(strategy: Member | undefined): readonly AppspecCapacityProvider[] {
    const read = this.readItems(strategy).flatMap(item => {
      const members = this.readMembers(item, ['Base', 'CapacityProvider', 'Weight']);
      const capacityProvider = this.readText(members.get('CapacityProvider'));
      if (capacityProvider === undefined)
        this.refuse(APPSPEC_MISSING_FIELD, item.path, '"CapacityProvider" is missing.', '');
      const base = this.readNumber(members.get('Base'), 0, 100_000, 'A whole number from 0 to 100000');
      const weight = this.readNumber(members.get('Weight'), 0, 1000, 'A whole number from 0 to 1000');
      return capacityProvider === undefined ? [] : [{ capacityProvider, base, weight }];
    });
    for (const remark of describeStrategy(read)) this.remark(strategy, remark);
    return read;
  }

  private readHooks(hooks: Member | undefined): readonly AppspecHook[] {
    const read = this.readItems(hooks).flatMap(item =>
      [...this.readMembers(item, EVENTS)].flatMap(([event, member]) => {
        const lambda = this.readText(member);
        if (lambda === undefined) return [];
        this.remark(member, describeHook(event, lambda));
        return lambda === '' ? [] : [{ event, lambda }];
      })
    );
    this.remark(hooks, describeHooks(read));
    return read;
  }
}
