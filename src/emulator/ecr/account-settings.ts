import { string, structure } from '../server/decode.js';
import { operation, type Operation } from '../server/service.js';
import type { PartKey, RegionState } from '../server/state.js';
import { invalidParameter } from './state.js';

/** Values by https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutAccountSetting.html; the first holds where none is set. */
const VALUES = new Map<string, readonly string[]>([
  ['BASIC_SCAN_TYPE_VERSION', ['AWS_NATIVE']],
  ['REGISTRY_POLICY_SCOPE', ['V2']],
  ['BLOB_MOUNTING', ['DISABLED', 'ENABLED']]
]);

const SETTINGS: PartKey<Map<string, string>> = { create: () => new Map() };

/** Whether a push may take a blob over from another repository. ECR does so only where the account has asked for it. */
export function mountsBlobs(region: RegionState): boolean {
  return region.part(SETTINGS).get('BLOB_MOUNTING') === 'ENABLED';
}

function valuesOf(name: string): readonly string[] {
  const values = VALUES.get(name);
  if (values !== undefined) return values;
  throw invalidParameter(
    `Invalid parameter at 'name' failed to satisfy constraint: 'Member must satisfy enum value set: [${[...VALUES.keys()].join(', ')}]'`
  );
}

export const accountSettingOperations: Readonly<Record<string, Operation>> = {
  PutAccountSetting: operation(structure({ name: string, value: string }), ({ name = '', value = '' }, { region }) => {
    const values = valuesOf(name);
    if (!values.includes(value)) {
      throw invalidParameter(
        `Invalid parameter at 'value' failed to satisfy constraint: 'Member must satisfy enum value set: [${values.join(', ')}]'`
      );
    }
    region.part(SETTINGS).set(name, value);
    return { name, value };
  }),

  GetAccountSetting: operation(structure({ name: string }), ({ name = '' }, { region }) => {
    const [fallback] = valuesOf(name);
    return { name, value: region.part(SETTINGS).get(name) ?? fallback };
  })
};
