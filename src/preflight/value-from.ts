import { arnOf, isArn, parseArn, type Arn } from '../text/arn.js';

/** What a container's `valueFrom` names. */
export type ValueFrom =
  | {
      readonly kind: 'secret';
      readonly region: string;
      readonly account: string;
      /** The ARN without what follows the name. */
      readonly arn: string;
      readonly jsonKey: string | undefined;
      readonly stage: string | undefined;
      readonly version: string | undefined;
    }
  | {
      readonly kind: 'parameter';
      /** undefined: those of the task. */
      readonly region: string | undefined;
      readonly account: string | undefined;
      /** The names that it may have: an ARN does not say whether a name begins with a slash. */
      readonly names: readonly string[];
    }
  | { readonly kind: 'wrong'; readonly what: string; readonly next: string };

const FORM =
  'Expected arn:…:secret:name-AbCdEf, or with all colons arn:…:secret:name-AbCdEf:json-key:version-stage:version-id.';

/**
 * Reads a `valueFrom`: a secret's ARN with or without `:json-key:version-stage:version-id`, a parameter's ARN or name. ECS developer
 * guide, "Pass sensitive data to an Amazon ECS container" (Secrets Manager, Parameter Store).
 */
export function readValueFrom(text: string): ValueFrom {
  if (!isArn(text)) return { kind: 'parameter', region: undefined, account: undefined, names: [text] };
  const { partition = '', service = '', region = '', account = '', resource = '' } = parseArn(text) ?? {};
  if (service === 'ssm') return readParameter(text, { region, account, resource });
  const [kind, name = '', ...suffix] = resource.split(':');
  if (service !== 'secretsmanager' || kind !== 'secret') {
    const what = `valueFrom is an ARN of ${service === '' ? 'no service' : service}; there are secrets of Secrets Manager and parameters of SSM.`;
    return { kind: 'wrong', what, next: FORM };
  }
  if (name === '') return { kind: 'wrong', what: 'The ARN names no secret.', next: FORM };
  if (suffix.length !== 0 && suffix.length !== 3) {
    const what = `After the secret's name there ${suffix.length === 1 ? 'is one part' : `are ${suffix.length} parts`}, and it must be three, which may be empty.`;
    const first =
      suffix.length < 3
        ? `Write ${name}${[...suffix, '', '', '']
            .slice(0, 3)
            .map(part => `:${part}`)
            .join('')}.`
        : FORM;
    return { kind: 'wrong', what, next: first };
  }
  const [jsonKey, stage, version] = suffix.map(part => (part === '' ? undefined : part));
  if (stage !== undefined && version !== undefined) {
    const what = `It names the version by its stage ${stage} and by its id ${version}.`;
    return { kind: 'wrong', what, next: 'Leave one of the two empty.' };
  }
  const arn = arnOf({ partition, region, account }, service, `secret:${name}`);
  return { kind: 'secret', region, account, arn, jsonKey, stage, version };
}

function readParameter(
  text: string,
  { region, account, resource }: Pick<Arn, 'region' | 'account' | 'resource'>
): ValueFrom {
  const name = resource.startsWith('parameter/') ? resource.slice('parameter/'.length) : '';
  if (name === '') {
    return { kind: 'wrong', what: `${text} names no parameter.`, next: 'Expected arn:…:parameter/name.' };
  }
  // A name with a slash in it begins with one; a name without may.
  return { kind: 'parameter', region, account, names: name.includes('/') ? [`/${name}`] : [name, `/${name}`] };
}
