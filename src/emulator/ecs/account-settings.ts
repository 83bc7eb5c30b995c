import { boolean, integer, string, structure } from '../server/decode.js';
import { cutPage } from '../server/paging.js';
import { AwsFault } from '../server/protocol.js';
import { operation, type Operation, type RequestContext } from '../server/service.js';
import { ECS } from './state.js';

interface Setting {
  readonly values: readonly string[];
  /** What holds where nobody has set it. */
  readonly fallback: string;
}

const SWITCH: Setting = { values: ['enabled', 'disabled'], fallback: 'disabled' };
const SINCE_LONG_ARNS: Setting = { values: ['enabled', 'disabled'], fallback: 'enabled' };

/** The enum SettingName of the service model; values by https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutAccountSetting.html */
const SETTINGS = new Map<string, Setting>([
  ['serviceLongArnFormat', SINCE_LONG_ARNS],
  ['taskLongArnFormat', SINCE_LONG_ARNS],
  ['containerInstanceLongArnFormat', SINCE_LONG_ARNS],
  ['awsvpcTrunking', SWITCH],
  ['containerInsights', { values: ['enabled', 'enhanced', 'disabled'], fallback: 'disabled' }],
  ['fargateFIPSMode', SWITCH],
  ['tagResourceAuthorization', { values: ['on', 'off'], fallback: 'off' }],
  ['fargateTaskRetirementWaitPeriod', { values: ['0', '7', '14'], fallback: '7' }],
  // Amazon GuardDuty sets it; it can be read alone.
  ['guardDutyActivate', { values: [], fallback: 'off' }],
  ['defaultLogDriverMode', { values: ['blocking', 'non-blocking'], fallback: 'non-blocking' }],
  ['fargateEventWindows', SWITCH]
]);

function refuse(message: string): never {
  throw new AwsFault('InvalidParameterException', message);
}

function describe(name: string, value: string, principalArn: string): object {
  return { name, value, principalArn, type: name === 'guardDutyActivate' ? 'aws_managed' : 'user' };
}

/** The service model lets no other name pass. */
function settingOf(name: string): Setting {
  return SETTINGS.get(name) ?? SWITCH;
}

const listSettings = operation(
  structure({
    name: string,
    value: string,
    principalArn: string,
    effectiveSettings: boolean,
    nextToken: string,
    maxResults: integer
  }),
  (input, { region, principal }) => {
    if (input.value !== undefined && input.name === undefined)
      refuse('You must specify a name if you specify a value.');
    const stored = region.part(ECS).accountSettings;
    const names = input.effectiveSettings === true ? [...SETTINGS.keys()] : [...stored.keys()];
    const settings = names
      .filter(name => input.name === undefined || input.name === name)
      .map(name => ({ name, value: stored.get(name) ?? settingOf(name).fallback }))
      .filter(({ value }) => input.value === undefined || input.value === value);
    const page = cutPage(settings, input.maxResults, input.nextToken);
    return {
      settings: page.items.map(({ name, value }) => describe(name, value, input.principalArn ?? principal)),
      nextToken: page.nextToken
    };
  }
);

/** All principals of the account share one value here. */
function put(name: string, value: string, principal: string, { region }: RequestContext): unknown {
  const { values } = settingOf(name);
  if (values.length === 0) refuse(`The setting ${name} is read-only.`);
  if (!values.includes(value)) {
    refuse(`The value ${value} is invalid for the setting ${name}. Specify one of ${values.join(', ')}.`);
  }
  region.part(ECS).accountSettings.set(name, value);
  return { setting: describe(name, value, principal) };
}

const remove = operation(structure({ name: string, principalArn: string }), (input, context) => {
  const { name = '' } = input;
  const { fallback } = settingOf(name);
  context.region.part(ECS).accountSettings.delete(name);
  return { setting: describe(name, fallback, input.principalArn ?? context.principal) };
});

export const accountSettingOperations: Readonly<Record<string, Operation>> = {
  ListAccountSettings: listSettings,
  PutAccountSetting: operation(structure({ name: string, value: string, principalArn: string }), (input, context) =>
    put(input.name ?? '', input.value ?? '', input.principalArn ?? context.principal, context)
  ),
  PutAccountSettingDefault: operation(structure({ name: string, value: string }), (input, context) =>
    put(input.name ?? '', input.value ?? '', context.principal, context)
  ),
  DeleteAccountSetting: remove
};
