import type { ContainerEngine } from '../containers/engine.js';
import type { Faults, FaultSettings } from './faults.js';
import type { RequestLog } from './request-log.js';
import type { Scenarios } from './scenarios.js';
import type { Target } from './target.js';
import type { Timeline } from './timeline.js';
import type { TrafficLog } from './traffic-log.js';

/** The built-in AWS as its services see it. */
export interface Cloud {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly origin: string;
  /** What `AWS_ENDPOINT_URL` is to say: the origin, and behind it `/<secret>` where the run has one. */
  readonly endpoint: string;
  readonly port: number;
  /** 12 digits. */
  readonly account: string;
  readonly timeline: Timeline;
  readonly requestLog: RequestLog;
  /** What came to the listeners of its load balancers. */
  readonly trafficLog: TrafficLog;
  readonly faults: Faults;
  /** Where blobs and the like may be kept; removed on close where the cloud made it itself. */
  readonly dataDirectory: string;
  readonly scenarios: Scenarios;
  /** Who knows the images of the built-in registry; the registry puts itself here when it is installed. */
  images: ImageSource;
  /** Who knows what is behind a target group; ECS puts itself here when it is installed. */
  targets: TargetSource;
  /** Who runs tasks as containers; undefined: none is run, their ways are played. */
  containers: ContainerEngine | undefined;
  /** Access keys that STS gave out, and the ARN of the session behind each. */
  readonly sessions: Map<string, string>;
  /** The state of one region in an account (default: the cloud's own); made at first use. */
  region(name: string, account?: string): RegionState;
  setFaults(settings: FaultSettings): void;
  /** Takes a scenarios document as sent to `PUT /_slipway/scenarios`. */
  setScenarios(document: unknown): void;
  close(): Promise<void>;
}

/** What ECS asks about an image when a task pulls it. */
export interface ImageSource {
  /** Whether the image is there; undefined where its host is not the built-in registry's. */
  exists(region: string, image: string): boolean | undefined;
  /** `sha256:…` of its manifest, where it is known. */
  digest(region: string, image: string): string | undefined;
}

/** Who knows the targets of target groups. */
export interface TargetSource {
  /** Those in service, oldest first. */
  listTargets(region: RegionState, targetGroupArn: string): readonly Target[];
}

/** How the names of the regions outside of the partition `aws` begin (partitions.json of the AWS SDKs). */
const PARTITIONS = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
  ['eusc-', 'aws-eusc']
] as const;

/** The state of one region, divided by service: each keeps a part of its own. */
export class RegionState {
  readonly name: string;
  readonly cloud: Cloud;
  /** 12 digits. */
  readonly account: string;
  readonly #parts = new Map<PartKey<unknown>, unknown>();

  constructor(name: string, cloud: Cloud, account: string) {
    this.name = name;
    this.cloud = cloud;
    this.account = account;
  }

  get timeline(): Timeline {
    return this.cloud.timeline;
  }

  /** `aws`, or `aws-cn`, `aws-us-gov`, `aws-iso` and the like: see `PARTITIONS`. */
  get partition(): string {
    return PARTITIONS.find(([prefix]) => this.name.startsWith(prefix))?.[1] ?? 'aws';
  }

  /** `arn:<partition>:<service>:<region>:<account>:<resource>` */
  arn(service: string, resource: string): string {
    return `arn:${this.partition}:${service}:${this.name}:${this.account}:${resource}`;
  }

  /** A service's part of this region's state, made at first use. */
  part<T>(key: PartKey<T>): T {
    if (!this.#parts.has(key)) this.#parts.set(key, key.create(this));
    return this.#parts.get(key) as T;
  }
}

/** Names a service's part of a region's state; the object itself is the key. */
export interface PartKey<T> {
  readonly create: (region: RegionState) => T;
}
