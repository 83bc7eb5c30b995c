const NAMES = new Map([
  ['ecs', 'Amazon ECS'],
  ['ecr', 'Amazon ECR'],
  ['ecr-public', 'Amazon ECR Public'],
  ['codedeploy', 'AWS CodeDeploy'],
  ['logs', 'Amazon CloudWatch Logs'],
  ['application-autoscaling', 'Application Auto Scaling'],
  ['secretsmanager', 'AWS Secrets Manager'],
  ['ssm', 'AWS Systems Manager'],
  ['sts', 'AWS STS'],
  ['iam', 'AWS IAM'],
  ['ec2', 'Amazon EC2'],
  ['elasticloadbalancing', 'Elastic Load Balancing']
]);

/**
 * docs/built-in-aws.md: the operations that the built-in AWS serves, by service.
 *
 * @param {typeof import('../src/emulator/modules.js').MODULES} modules
 */
export function renderServedOperations(modules) {
  const json = modules
    .flatMap(({ json: services = [] }) => services)
    .map(({ name, operations }) => ({ name, operations: Object.keys(operations) }));
  const query = modules
    .flatMap(({ query: services = [] }) => services)
    .map(({ name, operations }) => ({ name, operations: Object.keys(operations) }));
  return `# What the built-in AWS serves

<!-- Made by \`npm run generate\` from src/emulator. -->

\`slipway rehearse\` and \`slipway cloud\` bring [an AWS of their own](rehearse.md). It serves the operations below, and the registry under \`/v2/\` as the OCI distribution specification has it.

## JSON services

Any other operation of these is answered with \`UnknownOperationException\`.

${renderSections(json)}
## Query services

Any other operation of these is answered with \`InvalidAction\`.

${renderSections(query)}`;
}

/** @param {readonly { readonly name: string, readonly operations: readonly string[] }[]} services */
function renderSections(services) {
  return services
    .map(({ name, operations }) => {
      const title = NAMES.get(name);
      if (title === undefined) throw new Error(`scripts/served-operations.mjs lacks the full name of ${name}.`);
      const list = operations.toSorted().map(operation => `\`${operation}\``);
      return `### ${title}\n\n${list.join(', ')}\n`;
    })
    .join('\n');
}
