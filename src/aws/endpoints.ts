import { SlipwayError } from '../errors.js';

/** Throws SlipwayError where AWS_ENDPOINT_URL or AWS_ENDPOINT_URL_<SERVICE> is set to what is no URL: the SDK would only fail, or ask who knows whom. */
export function checkEndpoints(environment: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value = ''] of Object.entries(environment)) {
    if (!/^AWS_ENDPOINT_URL(_|$)/.test(name) || value === '') continue;
    if (/^https?:\/\//i.test(value) && URL.canParse(value)) continue;
    throw new SlipwayError({
      code: 'malformed-endpoint',
      fault: 'user',
      what: `${name} is "${value}", expected a URL such as https://vpce-0a1b.ecs.eu-west-1.vpce.amazonaws.com.`,
      next: 'Correct it or unset it.'
    });
  }
}
