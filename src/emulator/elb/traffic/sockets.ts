import { Agent, createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';

import { idOf } from '../rules.js';
import type { Cloud, RegionState } from '../../server/state.js';
import { BALANCING, type Listener } from '../state.js';
import { serveRequest } from './serve.js';
import { IDLE_TIMEOUT } from './forward.js';

const LOOPBACK = '127.0.0.1';
/** Loopback addresses of load balancers begin here in their second part, so that 127.0.0.1 is not among them. */
const FIRST_PART = 64;
const MOST_ADDRESSES = 190;

/** Where a listener answers, as `GET /_slipway/listeners` shows it. */
export interface ListenerAddress {
  readonly listener: string;
  readonly loadBalancer: string;
  readonly region: string;
  readonly protocol: string;
  /** The listener's port. */
  readonly port: number;
  /** `http://127.64.17.150:8080`; undefined where it is not served. */
  readonly url: string | undefined;
  /** Why it is not served at all, or not at its own port. */
  readonly reason: string | undefined;
}

/** The open listeners of one cloud. */
interface Sockets {
  readonly agent: Agent;
  readonly counts: Map<string, number>;
  readonly servers: (Server & { closeAllConnections(): void })[];
  readonly addresses: ListenerAddress[];
  opening: Promise<unknown>;
  balancers: number;
}

const sockets = new WeakMap<Cloud, Sockets>();

function socketsOf(cloud: Cloud): Sockets {
  const known = sockets.get(cloud) ?? {
    agent: new Agent({ keepAlive: true }),
    counts: new Map(),
    servers: [],
    addresses: [],
    opening: Promise.resolve(),
    balancers: 0
  };
  sockets.set(cloud, known);
  return known;
}

/**
 * The DNS name of a new load balancer: an address of this machine that no other has, so that its listeners can have the ports that they are
 * made with. Two built-in AWSes never share one, as the address holds the port of the endpoint. macOS has but one such address. Where nothing
 * listens (`openCloud`), it is a name as AWS gives it.
 */
export function makeDnsName({ cloud, name: region }: RegionState, balancer: string): string {
  if (cloud.port === 0) return `${balancer}-${idOf(balancer).slice(0, 10)}.${region}.elb.amazonaws.com`;
  if (process.platform === 'darwin') return LOOPBACK;
  const open = socketsOf(cloud);
  const index = open.balancers++ % MOST_ADDRESSES;
  return `127.${FIRST_PART + index}.${cloud.port >> 8}.${cloud.port & 255}`;
}

/** Has a new listener listen; `settleListeners` waits for it. */
export function openListener(region: RegionState, listener: Listener): void {
  const { cloud } = region;
  if (cloud.port === 0) return;
  const open = socketsOf(cloud);
  const balancer = region.part(BALANCING).balancers.get(listener.balancerArn);
  const listening = {
    listener: listener.arn,
    loadBalancer: balancer?.name ?? '',
    region: region.name,
    protocol: listener.protocol,
    port: listener.port
  };
  if (listener.protocol !== 'HTTP') {
    const reason = `The built-in AWS serves listeners of the protocol HTTP, not ${listener.protocol}.`;
    open.addresses.push({ ...listening, url: undefined, reason });
    return;
  }
  const served = { region, listener, scheme: 'http', agent: open.agent, counts: open.counts } as const;
  const server = createServer((request, response) => serveRequest(served, request, response));
  server.keepAliveTimeout = IDLE_TIMEOUT;
  open.servers.push(server);
  const host = balancer?.dnsName ?? LOOPBACK;
  const opening = listen(server, host, listener.port).then(
    reason => {
      const { port } = server.address() as AddressInfo;
      open.addresses.push({ ...listening, url: `http://${host}:${port}`, reason });
    },
    (error: unknown) =>
      open.addresses.push({ ...listening, url: undefined, reason: `It cannot listen: ${String(error)}.` })
  );
  open.opening = Promise.all([open.opening, opening]);
}

/** Resolves when all listeners listen that were made so far. */
export async function settleListeners(cloud: Cloud): Promise<void> {
  await sockets.get(cloud)?.opening;
}

/** Where the listeners answer, in the order in which they were made. */
export function listListeners(cloud: Cloud): readonly ListenerAddress[] {
  return sockets.get(cloud)?.addresses ?? [];
}

export async function closeListeners(cloud: Cloud): Promise<void> {
  const open = sockets.get(cloud);
  sockets.delete(cloud);
  await open?.opening;
  open?.agent.destroy();
  for (const server of open?.servers ?? []) {
    server.close();
    server.closeAllConnections();
  }
}

/** Listens on a port, or where that cannot be had on any that is free: then resolves with the reason. */
async function listen(server: Server, host: string, port: number): Promise<string | undefined> {
  try {
    await tryPort(server, host, port);
    return undefined;
  } catch (error) {
    await tryPort(server, host, 0);
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'EACCES'
      ? `Port ${port} needs rights that this user does not have; ports from 1024 on do not.`
      : `Port ${port} cannot be had on ${host} (${code ?? String(error)}).`;
  }
}

function tryPort(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
