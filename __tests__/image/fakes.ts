import { join } from 'node:path';

import type { BuildConfig, BuiltImage, ExistingImage } from '../../src/config/config.js';
import { NOTHING_SET } from '../../src/config/sources/resolved-settings.js';
import { BUILD_SETTINGS } from '../../src/config/table/build.js';
import { SlipwayError } from '../../src/errors.js';
import type {
  CreationTemplate,
  EcrImage,
  EcrPort,
  EcrRepository,
  EcrScan,
  ImageId,
  ImageLocation,
  ImagePorts,
  ImageSigning,
  PullThroughRule
} from '../../src/image/ports.js';
import type { Files, PendingCleanup, Processes, RunOptions, RunResult } from '../../src/ports.js';

export const HOST = '123456789012.dkr.ecr.ap-northeast-2.amazonaws.com';
export const ACCOUNT = '123456789012';
export const PASSWORD = 'ecr-password-that-nobody-may-see';
export const OTHER_PASSWORD = 'password-of-the-other-account';

export function digestOf(digit: string): string {
  return `sha256:${digit.repeat(64)}`;
}

export function makeBuild(changes: Partial<BuildConfig> = {}): BuildConfig {
  return { ...NOTHING_SET.getAll('images', BUILD_SETTINGS), ...changes };
}

export function makeImage(changes: Partial<BuiltImage> = {}): BuiltImage {
  return {
    kind: 'built',
    container: undefined,
    repository: 'shop/app',
    registry: undefined,
    createRepository: false,
    build: makeBuild(),
    tags: ['abc123'],
    reuseImage: undefined,
    reference: 'tag',
    ...changes
  };
}

export function makeExisting(image: string): ExistingImage {
  return { kind: 'existing', container: 'xray', image };
}

interface Call {
  readonly args: readonly string[];
  readonly input: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

type Answer = Partial<RunResult> | undefined;

/** Answers as Docker does; what it pushes is in the fake ECR from then on. Every command can be made to answer otherwise. */
class FakeDocker implements Processes {
  readonly calls: Call[] = [];
  missing = false;
  daemon = true;
  buildx = true;
  clientVersion = '28.2.2';
  driver = 'docker';
  containerd = false;
  /** What a push pushes. */
  digest = digestOf('b');
  /** Looked at before anything else; the first answer that is not undefined counts. */
  readonly answers: ((line: string, call: Call) => Answer)[] = [];
  readonly #ecr: FakeEcr;
  readonly #files: FakeFiles;

  constructor(ecr: FakeEcr, files: FakeFiles) {
    this.#ecr = ecr;
    this.#files = files;
  }

  /** The commands without their options, as `buildx build`. */
  get lines(): string[] {
    return this.calls.map(({ args }) => args.join(' '));
  }

  async run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
    if (this.missing) throw new Error(`spawn ${command} ENOENT`);
    const call = { args, input: options.input, env: options.env ?? {} };
    this.calls.push(call);
    const line = args.join(' ');
    const answer = this.answers.map(answerTo => answerTo(line, call)).find(given => given !== undefined);
    const result = { exitCode: 0, stdout: '', stderr: '', ...(answer ?? this.#answer(args)) };
    for (const text of result.stdout.split('\n').filter(Boolean)) options.onLine?.(text, 'stdout');
    for (const text of result.stderr.split('\n').filter(Boolean)) options.onLine?.(text, 'stderr');
    return result;
  }

  #answer(args: readonly string[]): Partial<RunResult> {
    const [first = '', second = ''] = args;
    if (first === 'version') {
      const client = `{"Client":{"Platform":{"Name":""},"Version":"${this.clientVersion}"},"Server":null}`;
      return this.daemon
        ? { stdout: client }
        : { exitCode: 1, stdout: client, stderr: 'Cannot connect to the Docker daemon at unix:///x. Is it running?\n' };
    }
    if (first === 'buildx' && !this.buildx) return { exitCode: 1, stderr: 'docker: unknown command: docker buildx\n' };
    if (first === 'buildx' && second === 'inspect') return { stdout: `Name:   default\nDriver: ${this.driver}\n` };
    if (first === 'info')
      return { stdout: this.containerd ? '[["driver-type","io.containerd.snapshotter.v1"]]' : '[]' };
    if (first === 'push') {
      this.#put(args.at(-1) ?? '');
      return { stdout: `abc: Pushed\ntag: digest: ${this.digest} size: 527\n` };
    }
    if (args.includes('--push')) {
      this.#put(args[args.indexOf('--tag') + 1] ?? '');
      const metadata = args[args.indexOf('--metadata-file') + 1] ?? '';
      this.#files.texts.set(metadata, JSON.stringify({ 'containerimage.digest': this.digest }, null, 2));
    }
    return {};
  }

  #put(reference: string): void {
    const [, repository = '', tag = ''] = /^[^/]+\/(.+):([^:]+)$/.exec(reference) ?? [];
    this.#ecr.put(repository, tag, this.digest);
  }
}

/** ECR's repositories and tags in memory, with a journal of the calls that change something or hand out a login. */
class FakeEcr implements EcrPort {
  readonly repositories = new Map<string, EcrRepository>();
  readonly images = new Map<string, EcrImage>();
  readonly requestLog: string[] = [];
  failure: SlipwayError | undefined;
  /** Passwords by account. */
  readonly passwords: Record<string, string> = {
    [ACCOUNT]: PASSWORD,
    '999999999999': OTHER_PASSWORD,
    public: 'public-pass'
  };

  addRepository(name: string, mutability = 'MUTABLE', exclusions: readonly string[] = []): this {
    const uri = `${HOST}/${name}`;
    this.repositories.set(name, { name, uri, registryId: ACCOUNT, region: undefined, mutability, exclusions });
    return this;
  }

  put(repository: string, tag: string, digest: string, bytes?: number): this {
    this.images.set(`${repository}:${tag}`, { digest, archived: false, bytes });
    return this;
  }

  async getAuthorization(accounts: readonly string[], region?: string) {
    this.requestLog.push(['GetAuthorizationToken', accounts.join(','), region ?? ''].filter(Boolean).join(' '));
    return (accounts.length === 0 ? [ACCOUNT] : accounts).map(account => ({
      endpoint: `https://${account}.dkr.ecr.${region ?? 'ap-northeast-2'}.amazonaws.com`,
      token: this.#token(account)
    }));
  }

  async getPublicAuthorization() {
    this.requestLog.push('GetAuthorizationToken public');
    return { endpoint: 'https://public.ecr.aws', token: this.#token('public') };
  }

  async describeRepository(name: string): Promise<EcrRepository | undefined> {
    if (this.failure !== undefined) throw this.failure;
    return this.repositories.get(name);
  }

  async createRepository(name: string): Promise<EcrRepository> {
    this.requestLog.push(`CreateRepository ${name}`);
    this.addRepository(name);
    return this.repositories.get(name) ?? fail();
  }

  async describeImage(location: ImageLocation): Promise<EcrImage | undefined> {
    if (this.failure !== undefined) throw this.failure;
    if (location.digest === undefined) return this.images.get(`${location.repository}:${location.tag ?? 'latest'}`);
    return [...this.images.values()].find(image => image.digest === location.digest);
  }

  pullThroughRule: PullThroughRule | undefined;
  creationTemplate: CreationTemplate | undefined;
  /** Look by look; the last one stays. */
  readonly signings: (readonly ImageSigning[] | SlipwayError)[] = [];

  async findPullThroughRule(): Promise<PullThroughRule | undefined> {
    return this.pullThroughRule;
  }

  replicates = false;

  async isReplicatedTo(): Promise<boolean> {
    return this.replicates;
  }

  async findCreationTemplate(): Promise<CreationTemplate | undefined> {
    return this.creationTemplate;
  }

  async listSigningProfiles(): Promise<readonly string[]> {
    return [];
  }

  async describeSignings(): Promise<readonly ImageSigning[]> {
    const look = this.signings.length > 1 ? this.signings.shift() : this.signings[0];
    if (look instanceof SlipwayError) throw look;
    return look ?? [];
  }

  async addTag(repository: EcrRepository, digest: string, tag: string): Promise<void> {
    this.requestLog.push(`PutImage ${repository.name}@${digest} ${tag}`);
    this.put(repository.name, tag, digest);
  }

  /** Digest to those of its platforms, for an index. */
  readonly indexes = new Map<string, readonly string[]>();
  /** What a look at the scan of a digest finds, look by look; the last one stays. */
  readonly scans = new Map<string, (EcrScan | SlipwayError | undefined)[]>();
  startAnswer: Awaited<ReturnType<EcrPort['startScan']>> = 'started';

  /** Manifests by their digest. */
  readonly manifests = new Map<string, string>();

  async readManifests({ repository }: Pick<ImageLocation, 'repository'>, ids: readonly ImageId[]) {
    this.requestLog.push(`BatchGetImage ${repository} ${ids.map(({ tag, digest }) => tag ?? digest).join(',')}`);
    if (this.failure !== undefined) throw this.failure;
    return ids.flatMap(({ tag, digest = this.images.get(`${repository}:${tag ?? ''}`)?.digest ?? '' }) => {
      const text = this.manifests.get(digest);
      return text === undefined ? [] : [{ digest, tag, text }];
    });
  }

  async listPlatformImages({ digest = '' }: ImageLocation): Promise<readonly string[]> {
    return this.indexes.get(digest) ?? [digest];
  }

  async describeScan({ repository, digest = '' }: ImageLocation): Promise<EcrScan | undefined> {
    this.requestLog.push(`DescribeImageScanFindings ${repository}@${digest}`);
    const looks = this.scans.get(digest) ?? [];
    const look = looks.length > 1 ? looks.shift() : looks[0];
    if (look instanceof SlipwayError) throw look;
    return look;
  }

  async startScan({ repository, digest = '' }: ImageLocation): ReturnType<EcrPort['startScan']> {
    this.requestLog.push(`StartImageScan ${repository}@${digest}`);
    return this.startAnswer;
  }

  #token(account: string): string {
    return Buffer.from(`AWS:${this.passwords[account] ?? 'unknown'}`).toString('base64');
  }
}

class FakeFiles implements Files {
  readonly texts = new Map<string, string>();
  readonly modes = new Map<string, number | undefined>();
  readonly directories = new Set<string>(['.']);
  readonly links = new Map<string, string>();
  readonly removed: string[] = [];
  #count = 0;

  async read(path: string): Promise<Uint8Array | undefined> {
    const text = this.texts.get(path);
    return text === undefined ? undefined : new TextEncoder().encode(text);
  }

  async write(path: string, text: string, mode?: number): Promise<void> {
    this.texts.set(path, text);
    this.modes.set(path, mode);
  }

  async isFile(path: string): Promise<boolean> {
    return this.texts.has(path);
  }

  async isDirectory(path: string): Promise<boolean> {
    return this.directories.has(path);
  }

  async makeTemporaryDirectory(prefix: string): Promise<string> {
    this.#count += 1;
    return join('/tmp', `${prefix}${this.#count}`);
  }

  async remove(path: string): Promise<void> {
    this.removed.push(path);
    for (const name of this.texts.keys()) if (name.startsWith(path)) this.texts.delete(name);
  }

  async link(target: string, path: string): Promise<void> {
    this.links.set(path, target);
  }
}

/** Everything that publishing is given, and what it did with it. */
export interface Sandbox {
  readonly ports: ImagePorts;
  readonly ecr: FakeEcr;
  readonly docker: FakeDocker;
  readonly files: FakeFiles;
  /** What was said, by any way of saying it. */
  readonly log: string[];
  /** Of those the warnings. */
  readonly warnings: string[];
  readonly masked: string[];
  /** What a crash at this moment would leave to the post step. */
  readonly cleanupStore: Map<string, PendingCleanup>;
  /** What was ever noted. */
  readonly noted: PendingCleanup[];
  readonly slept: number[];
}

export function makeSandbox(environment: Readonly<Record<string, string | undefined>> = { HOME: '/home/me' }): Sandbox {
  const ecr = new FakeEcr();
  const files = new FakeFiles();
  files.texts.set('Dockerfile', 'FROM scratch\n');
  const docker = new FakeDocker(ecr, files);
  const log: string[] = [];
  const warnings: string[] = [];
  const masked: string[] = [];
  const cleanupStore = new Map<string, PendingCleanup>();
  const noted: PendingCleanup[] = [];
  const slept: number[] = [];
  const say = (line: string): void => void log.push(line);
  const ports: ImagePorts = {
    ecr,
    processes: docker,
    files,
    environment,
    web: { get: () => Promise.resolve({ status: 404, body: '' }) },
    region: 'ap-northeast-2',
    reporter: {
      group: async (title, body) => {
        log.push(title);
        return body();
      },
      info: say,
      warn: line => {
        say(line);
        warnings.push(line);
      },
      error: say,
      debug: say,
      mask: secret => void masked.push(secret)
    },
    cleanupStore: {
      add: (name, pending) => {
        cleanupStore.set(name, pending);
        noted.push(pending);
      },
      remove: name => void cleanupStore.delete(name)
    },
    clock: {
      now: () => 1_700_000_000_000,
      sleep: async milliseconds => void slept.push(milliseconds),
      random: () => 0.5
    }
  };
  return { ports, ecr, docker, files, log, warnings, masked, cleanupStore, noted, slept };
}

function fail(): never {
  throw new SlipwayError({ code: 'test', fault: 'slipway', what: 'The fake has lost something.' });
}
