import { RuleList } from '../errors.js';
import { tryCall } from './probe.js';
import { ECS_GUIDE, makeNode, fail, ok, skip, type CheckNode, type CheckDetails } from './check-result.js';
import type { PreflightPorts, Secret } from './ports.js';
import { readValueFrom, type ValueFrom } from './value-from.js';

export const SECRET_RULES = new RuleList();
const SECRET_FORM = SECRET_RULES.add(
  'secret-form',
  'error',
  "valueFrom is neither a parameter nor a secret's ARN with all of its suffixes.",
  `${ECS_GUIDE}/secrets-envvar-secrets-manager.html`
);
const SECRET_NOT_FOUND = SECRET_RULES.add(
  'secret-not-found',
  'error',
  'A secret does not exist. Slipway describes it and never reads its value.',
  'DescribeSecret'
);
const SECRET_DELETED = SECRET_RULES.add(
  'secret-deleted',
  'error',
  'A secret is scheduled for deletion.',
  'DescribeSecret'
);
const SECRET_VERSION = SECRET_RULES.add(
  'secret-version',
  'error',
  'A secret does not have the named version, or has no value.',
  'DescribeSecret'
);
const PARAMETER_NOT_FOUND = SECRET_RULES.add(
  'parameter-not-found',
  'error',
  'A parameter does not exist. Slipway describes it and never reads its value.',
  'DescribeParameters'
);

/** A value that a container is started with. */
export interface SecretRequirement {
  /** The variable, or what else it is for. */
  readonly name: string;
  readonly valueFrom: string;
}

type Ports = Pick<PreflightPorts, 'describeSecret' | 'findParameters'>;
type SecretForm = Extract<ValueFrom, { kind: 'secret' }>;

/**
 * Looks whether secrets and parameters are there. They are described, their values are never read; so a JSON key is not looked for, only
 * that it is named in the right form. Parameters of one region are asked for in one call.
 */
export async function checkSecrets(
  requirements: readonly SecretRequirement[],
  own: { readonly region: string; readonly account: string | undefined },
  ports: Ports
): Promise<readonly CheckNode[]> {
  const forms = requirements.map(({ valueFrom }) => readValueFrom(valueFrom));
  const isForeign = (account: string | undefined): boolean =>
    account !== undefined && own.account !== undefined && account !== own.account;
  const parameters = forms.flatMap(form => (form.kind === 'parameter' && !isForeign(form.account) ? [form] : []));
  const regions = [...new Set(parameters.map(({ region }) => region ?? own.region))];
  const asked = new Map(
    regions.map(region => {
      const names = parameters.filter(form => (form.region ?? own.region) === region).flatMap(form => form.names);
      const sorted = [...new Set(names)].sort();
      const call = () => ports.findParameters(region, sorted);
      return [region, tryCall('ssm:DescribeParameters', `Describing parameters of SSM (${region})`, call)] as const;
    })
  );
  return Promise.all(
    requirements.map(async ({ name, valueFrom }, index) => {
      const form = forms[index] ?? readValueFrom(valueFrom);
      if (form.kind === 'wrong') return makeNode(`secret ${name}`, fail(SECRET_FORM, form.what, form.next));
      if (isForeign(form.account)) {
        return makeNode(`secret ${name}`, skip(`not looked at: ${valueFrom} is in the account ${form.account ?? ''}`));
      }
      if (form.kind === 'secret') return makeNode(`secret ${name}`, await checkSecret(form, ports));
      const result = await asked.get(form.region ?? own.region);
      if (result === undefined || 'details' in result) return makeNode(`secret ${name}`, result?.details ?? skip(''));
      return makeNode(`secret ${name}`, judgeParameter(form.names, result.answer, form.region ?? own.region));
    })
  );
}

async function checkSecret(form: SecretForm, ports: Ports): Promise<CheckDetails> {
  const doing = `Describing the secret ${form.arn}`;
  const result = await tryCall('secretsmanager:DescribeSecret', doing, () =>
    ports.describeSecret(form.region, form.arn)
  );
  return 'details' in result ? result.details : judgeSecret(form, result.answer);
}

function judgeSecret({ arn, region, jsonKey, stage, version }: SecretForm, there: Secret | undefined): CheckDetails {
  if (there === undefined) {
    return fail(
      SECRET_NOT_FOUND,
      `There is no secret ${arn} in ${region}.`,
      'Create it, or correct its ARN in valueFrom.'
    );
  }
  if (there.deleted) {
    return fail(
      SECRET_DELETED,
      `The secret ${there.name} is to be deleted and gives out no value.`,
      'Restore it, or name another.'
    );
  }
  const wanted = stage ?? 'AWSCURRENT';
  if (version === undefined && !there.stages.includes(wanted)) {
    const what = `The secret ${there.name} has no version at the stage ${wanted}; there are ${there.stages.join(', ') || 'none'}.`;
    return fail(SECRET_VERSION, what, stage === undefined ? 'Give it a value.' : 'Correct the stage in valueFrom.');
  }
  if (version !== undefined && !there.versions.includes(version)) {
    return fail(
      SECRET_VERSION,
      `The secret ${there.name} has no version ${version}.`,
      'Correct the version in valueFrom.'
    );
  }
  return ok(jsonKey === undefined ? there.name : `${there.name}, key ${jsonKey} (its value is not read)`);
}

function judgeParameter(names: readonly string[], there: readonly string[], region: string): CheckDetails {
  const found = names.find(name => there.includes(name));
  if (found !== undefined) return ok(`parameter ${found}`);
  const [name = ''] = names;
  return fail(PARAMETER_NOT_FOUND, `There is no parameter ${name} in ${region}.`, 'Create it, or correct valueFrom.');
}
