import type { ImagePorts } from '../ports.js';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * What Docker's build needs in its environment to ask AWS as this run does: a cache in S3, or a secret that a build takes from a variable. Empty
 * without `role-to-assume`, where Docker finds what the run finds. SDKs and Tools Reference Guide, "AWS access keys": these variables come before
 * a profile.
 */
export async function credentialsForBuild({
  credentials,
  environment,
  region,
  reporter
}: Pick<ImagePorts, 'credentials' | 'environment' | 'region' | 'reporter'>): Promise<Variables> {
  if (credentials === undefined) return {};
  const { accessKeyId, secretAccessKey, sessionToken } = await credentials();
  reporter.mask(secretAccessKey);
  if (sessionToken !== undefined) reporter.mask(sessionToken);
  const isSet = (name: string): boolean => (environment[name] ?? '') !== '';
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
    ...(isSet('AWS_REGION') ? {} : { AWS_REGION: region })
  };
}
