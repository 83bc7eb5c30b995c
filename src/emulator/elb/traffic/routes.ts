import type { ServerResponse } from 'node:http';

import type { Route } from '../../server/service.js';
import { listListeners } from './sockets.js';

/** What is told of the load balancers' listeners and their traffic, under the endpoint. */
export const trafficRoutes: readonly Route[] = [
  {
    prefix: '/_slipway/listeners/',
    handle: ({ method }, response, cloud) => {
      if (method === 'GET') send(response, 200, listListeners(cloud));
      else refuse(response, 'GET');
    }
  },
  {
    prefix: '/_slipway/traffic/',
    handle: ({ method, url = '/' }, response, cloud) => {
      const after = Number(new URL(url, cloud.origin).searchParams.get('after') ?? 0);
      if (method === 'GET') send(response, 200, cloud.trafficLog.entries(after));
      else if (method === 'DELETE') {
        cloud.trafficLog.clear();
        send(response, 200, {});
      } else refuse(response, 'GET and DELETE');
    }
  }
];

function refuse(response: ServerResponse, served: string): void {
  send(response, 405, { message: `Served are: ${served}.` });
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}
