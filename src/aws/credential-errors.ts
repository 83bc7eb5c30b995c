import { loadSharedConfigFiles } from '@smithy/core/config';

import { SlipwayError } from '../errors.js';
import { nearestName } from '../text/suggest.js';
import { awsErrorName } from './errors.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The SDK's default chain, with words for what is half there: the chain passes over it, and then says of everything only that there is nothing.
 *
 * @param open the chain
 * @returns the chain; rejects with SlipwayError where it is known what is missing, else with the SDK's own error
 */
export function explainCredentialChain<A extends unknown[], S>(
  open: (...given: A) => Promise<S>,
  environment: Environment
): (...given: A) => Promise<S> {
  return async (...given) => {
    try {
      return await open(...given);
    } catch (error) {
      throw (await findGap(error, environment)) ?? error;
    }
  };
}

async function findGap(error: unknown, environment: Environment): Promise<SlipwayError | undefined> {
  const code = awsErrorName(error) ?? '';
  const message = error instanceof Error ? error.message : '';
  const read = (name: string): string => environment[name] ?? '';
  const makeError = (what: string, next: string): SlipwayError =>
    new SlipwayError({ code: 'CredentialsProviderError', fault: 'user', what, next, cause: error });
  const tokenFile = read('AWS_WEB_IDENTITY_TOKEN_FILE');
  if (code === 'ENOENT' && tokenFile !== '')
    return makeError(`AWS_WEB_IDENTITY_TOKEN_FILE names ${tokenFile}, and there is no such file.`, 'Correct the path.');
  if (code !== 'CredentialsProviderError') return undefined;
  const profile = read('AWS_PROFILE');
  if (profile !== '') return findProfileGap(profile, message, makeError);
  const [key, secret] = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].map(name => read(name) !== '');
  if (key === secret) return undefined;
  const [has, lacks] =
    key === true ? ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] : ['AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID'];
  return makeError(`${has} is set, and ${lacks} is not.`, 'Set both, or neither.');
}

async function findProfileGap(
  profile: string,
  message: string,
  makeError: (what: string, next: string) => SlipwayError
): Promise<SlipwayError | undefined> {
  if (message.includes('aws sso login'))
    return makeError(
      `The SSO session of the profile ${profile} (AWS_PROFILE) has expired.`,
      `Run aws sso login --profile ${profile}.`
    );
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  const names = [...new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)])];
  if (names.includes(profile)) {
    return makeError(
      `The profile ${profile} (AWS_PROFILE) gives no credentials: ${message.replace(/\.$/, '')}.`,
      `aws sts get-caller-identity --profile ${profile} tells more.`
    );
  }
  const near = nearestName(profile, names);
  return makeError(
    `AWS_PROFILE is ${profile}, and there is no such profile in ~/.aws/config and ~/.aws/credentials.`,
    near === undefined ? 'Correct the name, or unset the variable.' : `Did you mean ${near}?`
  );
}
