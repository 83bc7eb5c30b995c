import type { EcrRegistry } from '../config/config.js';
import type { Clock, Files, CleanupStore, Processes, Reporter, WebClient } from '../ports.js';

/** A repository as ECR's DescribeRepositories and CreateRepository answer it. */
export interface EcrRepository {
  readonly name: string;
  /** Where images are pushed to and pulled from, without a tag: `repositoryUri`, never put together by us. */
  readonly uri: string;
  /** The 12-digit account that owns it. */
  readonly registryId: string;
  /** undefined: that of the connection. */
  readonly region: string | undefined;
  /** `MUTABLE`, `IMMUTABLE`, `MUTABLE_WITH_EXCLUSION` or `IMMUTABLE_WITH_EXCLUSION`. */
  readonly mutability: string;
  /** The wildcard filters of the tags for which the opposite holds. */
  readonly exclusions: readonly string[];
}

export interface EcrImage {
  /** The digest of the manifest that the registry serves, as `sha256:…`. */
  readonly digest: string;
  /** It is in ECR's archive, from where nothing can be pulled. */
  readonly archived: boolean;
  /** `imageSizeInBytes`: its layers, compressed; undefined: ECR tells none. */
  readonly bytes?: number | undefined;
}

/** Where an image is: `tag` or `digest` is given. Region and account are those of the connection where they are left out. */
export interface ImageLocation {
  readonly region?: string | undefined;
  readonly registryId?: string | undefined;
  readonly repository: string;
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
}

/** An image of a repository, by one of the two. */
export type ImageId =
  { readonly digest: string; readonly tag?: undefined } | { readonly tag: string; readonly digest?: undefined };

/** A manifest, or an index of several. */
export interface ImageManifest {
  readonly digest: string;
  /** The tag that it was asked for by. */
  readonly tag?: string | undefined;
  /** JSON. */
  readonly text: string;
}

/** What GetAuthorizationToken answers for one registry. */
export interface RegistryAuthorization {
  /** `proxyEndpoint`, as `https://123456789012.dkr.ecr.eu-west-1.amazonaws.com`. */
  readonly endpoint: string;
  /** base64 of `user:password`. A secret: mask it, and the password in it, before anything else. */
  readonly token: string;
}

/** What a scan found once. */
export interface ScanFinding {
  /** As `CVE-2024-3094`. */
  readonly name: string;
  /** One of SCAN_SEVERITIES, or UNDEFINED or UNTRIAGED, which are no grades. */
  readonly severity: string;
  /** The packages with their versions, as `openssl 3.0.1`. */
  readonly packages: readonly string[];
  readonly fixedIn: string | undefined;
}

/** A scan as DescribeImageScanFindings tells it, basic or Amazon Inspector's. */
export interface EcrScan {
  /** ECR's ScanStatus. */
  readonly status: string;
  readonly description: string | undefined;
  /** By severity; undefined where ECR tells none. */
  readonly counts: Readonly<Record<string, number>> | undefined;
  readonly findings: readonly ScanFinding[];
  /** ECR says when the scan ended. */
  readonly completed: boolean;
}

/** A rule by which a registry fetches what it does not have from another one, when it is first pulled. */
export interface PullThroughRule {
  /** The beginning of the repositories that it is for. */
  readonly prefix: string;
  /** The other registry, as `registry-1.docker.io`. */
  readonly upstream: string;
}

/** What a registry makes its repositories by. */
export interface CreationTemplate {
  /** The beginning of the repositories that it is for; `ROOT`: all that no other one is for. */
  readonly prefix: string;
  /** The 12-digit account of the registry. */
  readonly registryId: string;
  /** A push makes a repository that is missing (CREATE_ON_PUSH). */
  readonly createsOnPush: boolean;
  readonly mutability: TagMutability;
  readonly exclusions: readonly string[];
}

type TagMutability = 'MUTABLE' | 'IMMUTABLE' | 'MUTABLE_WITH_EXCLUSION' | 'IMMUTABLE_WITH_EXCLUSION';

/** ECR's managed signing of one image by one profile. */
export interface ImageSigning {
  /** The ARN of the signing profile. */
  readonly profile: string;
  /** `IN_PROGRESS`, `COMPLETE` or `FAILED`. */
  readonly status: string;
  /** Why it failed. */
  readonly reason: string | undefined;
}

/** The few calls to ECR that publishing needs. Rejects with a SlipwayError that says what was being done. */
export interface EcrPort {
  /** One authorization an account; without accounts, that of the connection's own. Without a region, in the connection's. */
  getAuthorization(accounts: readonly string[], region?: string): Promise<readonly RegistryAuthorization[]>;
  /** The authorization for ECR Public. */
  getPublicAuthorization(): Promise<RegistryAuthorization>;
  /** undefined: there is no such repository in the registry (default: the connection's own). */
  describeRepository(name: string, registry?: EcrRegistry): Promise<EcrRepository | undefined>;
  /** Creates it, with scan on push and what a template says of its tags, in the registry (default: the connection's own); one that has come into being meanwhile is as good. */
  createRepository(name: string, registry?: EcrRegistry, template?: CreationTemplate): Promise<EcrRepository>;
  /** undefined: there is no such image, or no such repository. */
  describeImage(location: ImageLocation): Promise<EcrImage | undefined>;
  /** The pull-through cache rule that covers a repository; undefined: there is none, or it may not be asked. */
  findPullThroughRule(location: ImageLocation): Promise<PullThroughRule | undefined>;
  /**
   * Whether images of a repository come to its registry by replication: from the connection's own registry, or by a template for what is
   * replicated; false too where that may not be asked.
   */
  isReplicatedTo(location: ImageLocation): Promise<boolean>;
  /** The template for a repository of the connection's own registry; undefined: there is none, or it may not be asked. */
  findCreationTemplate(name: string): Promise<CreationTemplate | undefined>;
  /** The ARNs of the profiles that the own registry signs images of a repository by; empty: by none, or it may not be asked. */
  listSigningProfiles(name: string): Promise<readonly string[]>;
  /** How signing an image stands; empty: it is not signed, or it may not be asked. */
  describeSignings(location: ImageLocation): Promise<readonly ImageSigning[]>;
  /** Gives an image that is there a further tag, or moves the tag to it. Nothing happens where it has the tag already. */
  addTag(repository: EcrRepository, digest: string, tag: string): Promise<void>;
  /** The manifests of up to 100 images of a repository, in one call; those that are not there are left out. */
  readManifests(
    repository: Pick<ImageLocation, 'region' | 'registryId' | 'repository'>,
    ids: readonly ImageId[]
  ): Promise<readonly ImageManifest[]>;
  /** The digests of the images behind a reference: of an index those of its platforms, else the image's own. */
  listPlatformImages(location: ImageLocation): Promise<readonly string[]>;
  /** undefined: there is no scan of this image, or none yet. */
  describeScan(location: ImageLocation): Promise<EcrScan | undefined>;
  /** Asks for a basic scan; `by-itself` where ECR takes none now, since one was begun or Amazon Inspector scans. */
  startScan(location: ImageLocation): Promise<'started' | 'by-itself' | 'unsupported'>;
}

/** Credentials as AWS's SDKs read them from the environment. All but the first are secrets. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface ImagePorts {
  readonly ecr: EcrPort;
  readonly processes: Processes;
  readonly files: Files;
  readonly reporter: Reporter;
  readonly cleanupStore: CleanupStore;
  readonly clock: Clock;
  /** What GitHub's cache is looked for with. */
  readonly web: Pick<WebClient, 'get'>;
  /** This process's environment: it says where the user's Docker configuration is, and what build secrets can be taken from. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The run's own credentials, for what a build asks AWS; undefined: they are in the environment already, or wherever Docker looks by itself. */
  readonly credentials?: (() => Promise<AwsCredentials>) | undefined;
  /** The region of the connection behind `ecr`. */
  readonly region: string;
  /** Fires when the run is cancelled. */
  readonly signal?: AbortSignal | undefined;
  /** What Docker's leavings are taken back with; undefined: `processes`. */
  readonly undoing?: Pick<ImagePorts, 'processes'> | undefined;
}
