/** Of GitHub: the inputs of the step, its tokens, and what an OIDC token is asked for with. */
const GITHUB = /^(?:INPUT_.*|(?:GITHUB|GH)_(?:ENTERPRISE_)?TOKEN|ACTIONS_ID_TOKEN_REQUEST_(?:TOKEN|URL))$/i;
/**
 * Of AWS, as the SDKs read them (https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html), and what GitHub's cache is asked
 * with: Docker's caches take them from the environment.
 */
const CACHE =
  /^(?:AWS_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|CONTAINER_AUTHORIZATION_TOKEN)|ACTIONS_RUNTIME_TOKEN)$/i;

/** Whether an environment variable holds a credential of the job: no program that Slipway starts inherits it. */
export function isCredential(variable: string): boolean {
  return GITHUB.test(variable) || CACHE.test(variable);
}

/** What a command of the user's does not inherit: the step's inputs and the job's tokens, and the file that hands on what the post step cleans up. */
export function isTokenOrInput(variable: string): boolean {
  return GITHUB.test(variable) || /^(?:ACTIONS_RUNTIME_TOKEN|GITHUB_STATE|STATE_.*)$/i.test(variable);
}

/** The credentials of the environment that a build may ask for: those of caches, and those that a setting of it names. */
export function listBuildCredentials(
  environment: Readonly<Record<string, string | undefined>>,
  settings: readonly string[]
): Readonly<Record<string, string | undefined>> {
  const named = new Set(settings.flatMap(setting => setting.split(/[^\w-]+/)));
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => CACHE.test(name) || (GITHUB.test(name) && named.has(name)))
  );
}
