/**
 * The host of a private ECR registry, in every partition, dual-stack and FIPS hosts too: a regular expression with the account as its first
 * group and the region as its second, without anchors.
 */
export const ECR_HOST =
  '([0-9]{12})\\.dkr[.-]ecr(?:-fips)?\\.([a-zA-Z0-9][a-zA-Z0-9_-]*)\\.(?:amazonaws\\.(?:com(?:\\.cn)?|eu)|on\\.(?:aws|amazonwebservices\\.com\\.cn)|sc2s\\.sgov\\.gov|c2s\\.ic\\.gov|cloud\\.adc-e\\.uk|csp\\.hci\\.ic\\.gov)';

const WHOLE_ECR_HOST = new RegExp(`^${ECR_HOST}$`);

/** Account and region of a private ECR registry's host, in every partition, dual-stack and FIPS hosts too; undefined for any other host. */
export function parseEcrHost(host: string): { readonly account: string; readonly region: string } | undefined {
  const [, account, region] = WHOLE_ECR_HOST.exec(host) ?? [];
  return account === undefined || region === undefined ? undefined : { account, region };
}

/** A repository's name, or its whole address: the host of its ECR registry before it. */
export function parseRepositoryAddress(text: string): {
  readonly repository: string;
  readonly registry: { readonly host: string; readonly account: string; readonly region: string } | undefined;
} {
  const host = text.slice(0, Math.max(0, text.indexOf('/')));
  const place = parseEcrHost(host);
  return place === undefined
    ? { repository: text, registry: undefined }
    : { repository: text.slice(host.length + 1), registry: { host, ...place } };
}
