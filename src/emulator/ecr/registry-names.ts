import type { Cloud } from '../server/state.js';

/**
 * The region of the cloud's own account that a host of ECR's private registries names: `<account>.dkr.ecr.<region>.amazonaws.com`, its forms
 * with FIPS and for China, and the dual-stack `<account>.dkr-ecr.<region>.on.aws`. Undefined for any other host.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
 */
export function regionOfHost(cloud: Cloud, host: string | undefined): string | undefined {
  const [, account, region] =
    /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.(?:aws|amazonwebservices\.com\.cn))$/.exec(
      host ?? ''
    ) ?? [];
  return account === cloud.account ? region : undefined;
}
