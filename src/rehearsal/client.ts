/** A call of the built-in AWS that went wrong: AWS's error name and message. */
export class CallError extends Error {
  readonly code: string;

  constructor(operation: string, code: string, message: string) {
    super(`${operation}: ${message} (${code})`);
    this.name = 'CallError';
    this.code = code;
  }
}

export type Shape = Readonly<Record<string, unknown>>;

/** The services of the built-in AWS that speak AWS JSON 1.1, and what stands before the operation in `X-Amz-Target`. */
const TARGETS = {
  ecs: 'AmazonEC2ContainerServiceV20141113',
  ecr: 'AmazonEC2ContainerRegistry_V20150921',
  codedeploy: 'CodeDeploy_20141006',
  logs: 'Logs_20140328'
} as const;

/** Calls one operation: `(service, operation, input) => output`. */
export type Call = (service: keyof typeof TARGETS, operation: string, input: Shape) => Promise<Shape>;

/**
 * A client of the built-in AWS for setting things up. It signs nothing (the built-in AWS does not check signatures), but names the region
 * where a signature would. Rejects with CallError.
 */
export function connectToCloud(endpoint: string, region: string): Call {
  return async (service, operation, input) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `${TARGETS[service]}.${operation}`,
        authorization: `AWS4-HMAC-SHA256 Credential=STAGE/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=none`
      },
      body: JSON.stringify(input)
    });
    // Some operations answer with nothing at all.
    const text = await response.text();
    const output = (text === '' ? {} : JSON.parse(text)) as Shape;
    if (response.ok) return output;
    const type = typeof output['__type'] === 'string' ? output['__type'] : 'Unknown';
    const message = output['message'] ?? output['Message'];
    throw new CallError(
      operation,
      type.slice(type.indexOf('#') + 1),
      typeof message === 'string' ? message : response.statusText
    );
  };
}
