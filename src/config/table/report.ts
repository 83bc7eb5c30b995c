import { WEB_ADDRESS } from './formats.js';
import { defineSettings, SHARED } from './setting.js';

/** Who is told, and how. */
export const REPORT_SETTINGS = defineSettings({
  githubToken: {
    name: 'github-token',
    group: 'report',
    kind: 'string',
    help: 'A token with `deployments: write` that shows the deployment on GitHub, such as `github.token`.',
    defaultText: 'the deployment is not shown',
    sensitive: true,
    scopes: []
  },
  githubEnvironment: {
    name: 'github-environment',
    group: 'report',
    kind: 'string',
    help: 'The name of the environment on GitHub.',
    defaultText: '`environment`, otherwise `production`',
    scopes: SHARED
  },
  environmentUrl: {
    name: 'environment-url',
    group: 'report',
    kind: 'string',
    help: 'The URL of the deployed service.',
    example: 'https://shop.example.com',
    form: WEB_ADDRESS,
    scopes: SHARED
  },
  summary: {
    name: 'summary',
    group: 'report',
    kind: 'boolean',
    help: 'Write the job summary.',
    default: true,
    scopes: SHARED
  }
});
