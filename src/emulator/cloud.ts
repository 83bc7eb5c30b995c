import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Faults } from './server/faults.js';
import { RequestLog } from './server/request-log.js';
import { MODULES } from './modules.js';
import { NO_SCENARIOS, readScenarios } from './server/scenarios.js';
import { createAnswerer, type Answerer } from './server/requests.js';
import { createScript } from './second-actor/script.js';
import { createHandler } from './server/server.js';
import { RegionState } from './server/state.js';
import type { Cloud } from './server/state.js';
import { Timeline } from './server/timeline.js';
import { TrafficLog } from './server/traffic-log.js';
import type { CloudModule } from './server/service.js';

const LOOPBACK = '127.0.0.1';

export interface CloudOptions {
  /** TCP port; 0 or absent: any that is free. */
  readonly port?: number;
  /** Virtual milliseconds per real one; default 1. */
  readonly scale?: number;
  /** Where virtual and real time agree, milliseconds since the epoch; default: now. */
  readonly anchor?: number;
  /** 12 digits; default 123456789012. */
  readonly account?: string;
  /** Where the registry keeps its blobs; a temporary folder, removed on close, where absent. */
  readonly dataDirectory?: string;
  /** What only those know who may use it: it stands in `endpoint`, and a request without it is refused. Letters and digits. */
  readonly secret?: string | undefined;
  /** PEM texts; with them the cloud speaks HTTPS. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Real time in milliseconds, for tests. */
  readonly now?: () => number;
  /** What it consists of; default: everything there is. */
  readonly modules?: readonly CloudModule[];
}

/**
 * Starts the built-in AWS on one port and resolves when it answers. Rejects with the system's error where the port is taken.
 * Everything lives in memory but what modules keep in `dataDirectory`.
 */
export async function startCloud(options: CloudOptions = {}): Promise<Cloud> {
  const network = { port: 0, close: () => Promise.resolve() };
  const { cloud, answer, modules } = makeCloud(options, network);
  const handler = createHandler(cloud, modules, answer);
  const server = options.tls === undefined ? createServer(handler) : createTlsServer(options.tls, handler);
  // A client that keeps its connection must not meet a close in the middle of its next request.
  server.keepAliveTimeout = 65_000;
  await listen(server, options.port ?? 0, LOOPBACK);
  network.port = (server.address() as AddressInfo).port;
  network.close = () => stop(server);
  for (const module of modules) await module.install?.(cloud);
  return cloud;
}

/**
 * The built-in AWS without a port, for those in the same process: `answer` takes the requests of its services. It has no registry to push
 * to, since Docker would need one.
 */
export async function openCloud(
  options: CloudOptions = {}
): Promise<{ readonly cloud: Cloud; readonly answer: Answerer }> {
  const { cloud, answer, modules } = makeCloud(options, { port: 0, close: () => Promise.resolve() });
  for (const module of modules) await module.install?.(cloud);
  return { cloud, answer };
}

interface Network {
  readonly port: number;
  readonly close: () => Promise<void>;
}

function makeCloud(
  options: CloudOptions,
  network: Network
): { readonly cloud: Cloud; readonly answer: Answerer; readonly modules: readonly CloudModule[] } {
  const now = options.now ?? Date.now;
  const modules = options.modules ?? MODULES;
  const timeline = new Timeline({ scale: options.scale ?? 1, anchor: options.anchor ?? now(), now });
  const regions = new Map<string, RegionState>();
  const faults = new Faults();
  const dataDirectory = options.dataDirectory ?? mkdtempSync(join(tmpdir(), 'slipway-cloud-'));
  mkdirSync(dataDirectory, { recursive: true });
  let scenarios = NO_SCENARIOS;

  const cloud: Cloud = {
    get origin() {
      return `${options.tls === undefined ? 'http' : 'https'}://${LOOPBACK}:${network.port}`;
    },
    get endpoint() {
      return options.secret === undefined ? cloud.origin : `${cloud.origin}/${options.secret}`;
    },
    get port() {
      return network.port;
    },
    account: options.account ?? '123456789012',
    timeline,
    requestLog: new RequestLog(),
    trafficLog: new TrafficLog(),
    faults,
    dataDirectory,
    get scenarios() {
      return scenarios;
    },
    images: { exists: () => undefined, digest: () => undefined },
    targets: { listTargets: () => [] },
    containers: undefined,
    sessions: new Map(),
    region(name, account = cloud.account) {
      const key = `${account}/${name}`;
      const known = regions.get(key) ?? new RegionState(name, cloud, account);
      regions.set(key, known);
      return known;
    },
    setFaults: settings => faults.set(settings),
    setScenarios: document => {
      scenarios = readScenarios(document);
    },
    async close() {
      await cloud.containers?.close();
      await network.close();
      for (const module of modules) await module.uninstall?.(cloud);
      if (options.dataDirectory === undefined) rmSync(dataDirectory, { recursive: true, force: true });
    }
  };
  return { cloud, answer: createAnswerer(cloud, modules, createScript(cloud, modules)), modules };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function stop(server: Server & { closeAllConnections(): void }): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
