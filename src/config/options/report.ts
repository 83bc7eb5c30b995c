import { WEB_ADDRESS } from '../forms.js';
import { SHARED, type Option } from '../option.js';

/** Who is told, and how. */
export const REPORT_OPTIONS = [
  {
    name: 'github-token',
    group: 'report',
    kind: 'string',
    help: 'A token with `deployments: write`, to show the deployment on GitHub; `github.token` will do.',
    defaultText: 'it is not shown',
    sensitive: true,
    scopes: []
  },
  {
    name: 'github-environment',
    group: 'report',
    kind: 'string',
    help: 'The name of the environment on GitHub.',
    defaultText: 'as `environment`, else `production`',
    scopes: SHARED
  },
  {
    name: 'environment-url',
    group: 'report',
    kind: 'string',
    help: 'Where the deployed service can be seen.',
    example: 'https://shop.example.com',
    form: WEB_ADDRESS,
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
