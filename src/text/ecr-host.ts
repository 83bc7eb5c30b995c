/**
 * The host of a private ECR registry, in every partition, dual-stack and FIPS hosts too: a regular expression with the account as its first
 * group and the region as its second, without anchors.
 */
export const ECR_HOST =
  '([0-9]{12})\\.dkr[.-]ecr(?:-fips)?\\.([a-zA-Z0-9][a-zA-Z0-9_-]*)\\.(?:amazonaws\\.(?:com(?:\\.cn)?|eu)|on\\.(?:aws|amazonwebservices\\.com\\.cn)|sc2s\\.sgov\\.gov|c2s\\.ic\\.gov|cloud\\.adc-e\\.uk|csp\\.hci\\.ic\\.gov)';
