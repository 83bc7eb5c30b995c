import { AwsFault } from '../server/protocol.js';

/**
 * The rule of both API pages for a name, which the service model does not have.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
 *
 * @throws AwsFault ValidationError
 */
export function checkName(name: string, kind: 'load balancer' | 'target group'): string {
  if (name.length > 32)
    throw new AwsFault('ValidationError', `The ${kind} name '${name}' cannot be longer than '32' characters`);
  if (/^[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*$/.test(name) && !(kind === 'load balancer' && name.startsWith('internal-')))
    return name;
  const rule = 'must contain only alphanumeric characters or hyphens, and must not begin or end with a hyphen';
  const more = kind === 'load balancer' ? ", or begin with 'internal-'" : '';
  throw new AwsFault('ValidationError', `The ${kind} name '${name}' is not valid: it ${rule}${more}`);
}
