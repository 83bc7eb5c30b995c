import { CallError, type Shape } from '../client.js';
import { AwsFault, newUuid } from '../server/protocol.js';
import type { CloudModule } from '../server/service.js';
import type { Cloud } from '../server/state.js';

/** Makes one call of a JSON service at once: `(service, operation, input) => output`. Throws CallError where AWS would refuse. */
export type Perform = (service: string, operation: string, input: Shape) => Shape;

/**
 * The calls of another principal, made inside the built-in AWS: each takes effect at once, in one moment of virtual time, and stands in the
 * journal as that principal's. Faults, which are the network's and the account's towards the run under test, do not meet them.
 *
 * @param principal the ARN that the journal shows
 */
export function performAs(cloud: Cloud, modules: readonly CloudModule[], region: string, principal: string): Perform {
  const services = new Map(modules.flatMap(each => each.json ?? []).map(service => [service.name, service]));
  return (name, operation, input) => {
    cloud.timeline.advance();
    const run = services.get(name)?.operations[operation];
    if (run === undefined) throw new Error(`The built-in AWS has no ${name}:${operation}.`);
    const note = (status: number, fault?: AwsFault): void =>
      cloud.requestLog.note(
        {
          time: new Date(cloud.timeline.now()).toISOString(),
          service: name,
          operation,
          region,
          input,
          status,
          error: fault?.name,
          message: fault?.message,
          principal
        },
        0
      );
    try {
      const context = {
        cloud,
        region: cloud.region(region),
        now: cloud.timeline.now(),
        requestId: newUuid(),
        principal,
        caller: cloud.account
      };
      const output = run(input, context);
      note(200);
      return (output ?? {}) as Shape;
    } catch (error) {
      if (!(error instanceof AwsFault)) throw error;
      note(error.status, error);
      throw new CallError(operation, error.name, error.message);
    }
  };
}
