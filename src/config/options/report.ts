import { SHARED, type Option } from '../option.js';

/** Who is told, and how. */
export const REPORT_OPTIONS = [
  {
    name: 'github-token',
    group: 'report',
    kind: 'string',
    help: 'A token with `deployments: write`, to show the deployment on GitHub.',
    sensitive: true,
    notYet: { instead: 'Leave it out; `environment:` of the workflow job shows the deployment on GitHub.' },
    scopes: []
  },
  {
    name: 'github-environment',
    group: 'report',
    kind: 'string',
    help: 'The name of the environment on GitHub.',
    defaultText: 'as `environment`',
    notYet: { instead: 'Leave it out; `environment:` of the workflow job names it.' },
    scopes: SHARED
  },
  {
    name: 'environment-url',
    group: 'report',
    kind: 'string',
    help: 'Where the deployed service can be seen.',
    example: 'https://shop.example.com',
    notYet: { instead: 'Leave it out; `environment: { name: …, url: … }` of the workflow job says it.' },
    scopes: SHARED
  },
  {
    name: 'summary',
    group: 'report',
    kind: 'boolean',
    help: 'Write the job summary.',
    default: 'true',
    scopes: SHARED
  }
] as const satisfies readonly Option[];
