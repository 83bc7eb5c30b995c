/** The parts of an ARN that an operation is given; those that it lacks are empty. */
export function splitArn(arn: string): {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
} {
  const [, partition = '', , region = '', account = '', ...resource] = arn.split(':');
  return { partition, region, account, resource: resource.join(':') };
}

/** The last part of an ARN or a plain name. */
export function shortName(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
}
