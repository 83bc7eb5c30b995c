import type { IncomingMessage, ServerResponse } from 'node:http';
import { serveRegistry } from '../registry/registry.js';
import type { Cloud } from '../server/state.js';
import { accountSettingOperations } from './account-settings.js';
import { hostOf, makeImageSource } from './host.js';
import { imageOperations } from './images.js';
import { repositoryOperations } from './repositories.js';
import { scanOperations } from './scans.js';
import { getAuthorizationToken, getPublicAuthorizationToken } from './tokens.js';
import type { CloudModule, JsonService } from '../server/service.js';

const ecr: JsonService = {
  name: 'ecr',
  targetPrefix: 'AmazonEC2ContainerRegistry_V20150921',
  serverError: 'ServerException',
  operations: {
    GetAuthorizationToken: getAuthorizationToken,
    ...repositoryOperations,
    ...imageOperations,
    ...scanOperations,
    ...accountSettingOperations
  },
  resource: (_operation, input, context) => {
    const name = (input as { readonly repositoryName?: unknown } | null)?.repositoryName;
    return typeof name === 'string' ? context.region.arn('ecr', `repository/${name}`) : '*';
  }
};

const ecrPublic: JsonService = {
  name: 'ecr-public',
  targetPrefix: 'SpencerFrontendService',
  serverError: 'ServerException',
  operations: { GetAuthorizationToken: getPublicAuthorizationToken }
};

/** ECR, ECR Public's login, and the registry under `/v2/` that Docker pushes to. */
export const ecrModule: CloudModule = {
  json: [ecr, ecrPublic],
  routes: [
    {
      prefix: '/v2/',
      hasOwnLogin: true,
      handle: (request, response, cloud) => {
        response.once('close', () => noteRequest(cloud, request, response));
        return serveRegistry(hostOf(cloud), request, response);
      }
    }
  ],
  install: cloud => {
    cloud.images = makeImageSource(cloud);
  }
};

/** What Docker asked for, in the journal beside the API calls; bytes are left out. */
function noteRequest(cloud: Cloud, request: IncomingMessage, response: ServerResponse): void {
  cloud.requestLog.note(
    {
      time: new Date(cloud.timeline.now()).toISOString(),
      service: 'registry',
      operation: `${request.method ?? ''} ${(request.url ?? '').split('?')[0] ?? ''}`,
      region: '',
      input: {},
      status: response.headersSent ? response.statusCode : 0,
      userAgent: request.headers['user-agent']
    },
    0
  );
}
