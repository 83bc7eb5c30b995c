import { AwsFault } from './protocol.js';

/**
 * Refuses members that AWS knows and that would have no effect here. One that is off asks for nothing.
 *
 * @param code the service's own error for what it does not take
 * @throws AwsFault for the first that is there
 */
export function refuseUnsupported(code: string, members: Readonly<Record<string, unknown>>): void {
  const asked = Object.keys(members).find(name => members[name] !== undefined && members[name] !== false);
  if (asked !== undefined) throw new AwsFault(code, `The built-in AWS does not take ${asked}: leave it out`);
}
