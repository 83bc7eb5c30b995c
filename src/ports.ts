import type { Agent } from 'node:http';

import type { SourceLocation } from './errors.js';

/** The file system, as far as Slipway needs it. Paths are absolute or relative to the working directory. */
export interface Files {
  /** The bytes of a file or a pipe; undefined where there is none. Rejects where it is too large or has no end, and with the system's error for anything else. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Writes UTF-8 text whole or not at all (a temporary name, then rename); makes the folders that are missing. */
  write(path: string, text: string, mode?: number): Promise<void>;
  isFile(path: string): Promise<boolean>;
  isDirectory(path: string): Promise<boolean>;
  /** A new private folder (mode 0700) for the run's own use. */
  makeTemporaryDirectory(prefix: string): Promise<string>;
  /** Removes a file or a folder with all that is in it; nothing happens where there is none. */
  remove(path: string): Promise<void>;
  /** Copies a folder with what is in it (used to bring the user's Docker contexts and plugins along); links stay links. */
  link(target: string, path: string): Promise<void>;
}

export interface RunOptions {
  /** Written to standard input, which is then closed. */
  readonly input?: string | undefined;
  /** Set on top of the environment of this process, from which the job's credentials are left out; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  readonly cwd?: string | undefined;
  /** Called for every finished line of output, while the command runs. */
  readonly onLine?: ((line: string, stream: 'stdout' | 'stderr') => void) | undefined;
  /** Ends the command (SIGTERM) when it fires. */
  readonly signal?: AbortSignal | undefined;
}

export interface RunResult {
  readonly exitCode: number;
  /** The last 4 MiB of it, as of `stderr`. */
  readonly stdout: string;
  readonly stderr: string;
}

/** Child processes. Arguments reach the program as they are; no shell is in between. */
export interface Processes {
  /** Runs a program to its end. A non-zero exit code is a result, not an error; a program that is not there is an error. */
  run(command: string, args: readonly string[], options?: RunOptions): Promise<RunResult>;
  /** How many processors this process may use; 1 where not given. */
  readonly processors?: number | undefined;
}

/** Time. Everything that waits or measures goes through here, so that tests can turn the hands. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after so many milliseconds; rejects with the signal's reason when it fires first. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** A number in [0, 1), for jitter. */
  random(): number;
}

/** What the user sees while it happens. Lines go out in the order of the calls. */
export interface Reporter {
  /** A titled, foldable part of the log around what `body` says. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
  info(line: string): void;
  /** Shown as an annotation where there are annotations. */
  warn(message: string, place?: SourceLocation): void;
  error(message: string, place?: SourceLocation): void;
  debug(line: string): void;
  /** Lines that stand until others take their place. Only where a person watches: elsewhere what changes is said line by line. */
  readonly progress?: ((...lines: readonly string[]) => void) | undefined;
  /** From now on this text is hidden in every log. Call it before the secret is first used. */
  mask(secret: string): void;
}

/** A terminal that is drawn on as a whole, until it is closed. */
export interface Screen {
  readonly columns: number;
  readonly rows: number;
  /** Shows these lines in the place of those before: no more than there are rows, none wider than the columns, colours included. */
  show(lines: readonly string[]): void;
  /** Called when columns and rows have changed, and when what was shown may be lost. */
  onChange(listener: () => void): void;
  /** Leaves the terminal as it was before; these lines stand there from then on. */
  close(lines: readonly string[]): void;
}

/** Something that a run leaves behind unless it, or the post step after it, takes it back. */
export type PendingCleanup =
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'docker-login'; readonly directory: string; readonly registries: readonly string[] }
  | { readonly kind: 'docker-builder'; readonly directory: string; readonly name: string }
  /** A deployment on GitHub's board that has not been told how it ended. */
  | {
      readonly kind: 'github-deployment';
      /** undefined while the request is under way: then it is found by the mark. */
      readonly id?: number | undefined;
      readonly environment: string;
      /** Of this run alone. */
      readonly mark: string;
    }
  | {
      /** A task before the rollout that is under way; `onCancel: leave` lets it run to its end. */
      readonly kind: 'task';
      readonly region: string;
      readonly cluster: string;
      /** Empty while the request is under way: then it is found by `startedBy`. */
      readonly arn: string;
      readonly taskDefinitionArn: string;
      readonly startedBy: string;
      /** `startedBy` is this run's own mark, not a word of the user's that other runs have too. */
      readonly isMarked: boolean;
      /** This run registered the revision, and no other can have. */
      readonly isOwnRevision: boolean;
      /** When it was asked for, in milliseconds since the epoch. */
      readonly askedAt: number;
      readonly onCancel: 'rollback' | 'stop' | 'leave';
    }
  | {
      /** A deployment that is under way; `onCancel` says what becomes of it when the run is cut short. */
      readonly kind: 'deployment';
      readonly engine: 'ecs' | 'codedeploy';
      readonly region: string;
      readonly cluster: string;
      readonly service: string;
      /**
       * CodeDeploy's deployment id, or the ECS deployment id from UpdateService's answer (`ecs-svc/…`).
       * Empty while the request is under way: a run that is killed then does not know whether it took effect.
       */
      readonly id: string;
      /** The ECS service deployment's ARN, once it is known. */
      readonly serviceDeploymentArn?: string | undefined;
      /** The service revision that the ECS deployment brings, where UpdateService's answer told it: its service deployment is found by it. */
      readonly serviceRevisionArn?: string | undefined;
      /** What was last deployed with success before, to go back to where StopServiceDeployment is not possible. */
      readonly previousTaskDefinitionArn?: string | undefined;
      readonly taskDefinitionArn: string;
      /** This run registered the revision, and no other can have. */
      readonly isOwnRevision: boolean;
      /** ECS only: the ids of the deployments that the service had directly before the request; ours is none of them. */
      readonly deploymentsBefore: readonly string[];
      /** When it was asked for, in milliseconds since the epoch. */
      readonly askedAt: number;
      /** CodeDeploy only: where to look for a deployment whose id was never seen, and this run's mark in its description. */
      readonly application?: string | undefined;
      readonly deploymentGroup?: string | undefined;
      readonly mark?: string | undefined;
      readonly onCancel: 'rollback' | 'stop' | 'leave';
    };

/** How a request is to leave this machine. */
interface Route {
  readonly agent: Agent;
  /** The proxy's URL without user and password, and the variable that names it; undefined: straight. */
  readonly proxy: { readonly url: string; readonly variable: string } | undefined;
}

/** The way to a URL. Rejects with SlipwayError where the environment names a proxy or certificates that cannot be used. */
export type RouteResolver = (url: URL) => Promise<Route>;

/** What a deployment on GitHub is told (REST API, "Create a deployment status"). */
export interface GithubDeploymentStatus {
  readonly state: 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';
  /** At most 140 characters. */
  readonly description: string;
  /** Where the deployed service can be seen. */
  readonly environmentUrl: string | undefined;
}

/** GitHub's deployments of a repository. Every method rejects with the API's error. */
export interface GithubDeployments {
  /** Makes a deployment of this run's commit to an environment, with a mark to find it by. @returns its id */
  create(deployment: {
    readonly environment: string;
    readonly description: string;
    readonly mark: string;
  }): Promise<number>;
  /** The id of the deployment of this run's commit to an environment that has the mark; undefined where none is listed. */
  find(deployment: { readonly environment: string; readonly mark: string }): Promise<number | undefined>;
  setStatus(id: number, status: GithubDeploymentStatus): Promise<void>;
}

/** Remembers what must be taken back, outside this process, before it is made: it survives a crash and a SIGKILL. */
export interface CleanupStore {
  /** Notes a leftover under a name; the same name again replaces it. */
  add(name: string, pending: PendingCleanup): void;
  /** It is gone, or it is meant to stay. */
  remove(name: string): void;
}

export interface ShellOptions {
  /** Set on top of the environment of this process, from which the job's tokens and inputs are left out; AWS's own variables stay. */
  readonly env: Readonly<Record<string, string>>;
  /** Called for every finished line of output, while the command runs. */
  readonly onLine: (line: string) => void;
  /** Ends the command and all that it has started. */
  readonly signal: AbortSignal;
}

/** How a command line ended: by its exit code, or by the signal that killed it. */
export type ShellResult = { readonly exitCode: number } | { readonly killedBy: string };

/** The system's shell. */
export interface Shell {
  /**
   * Runs a command line in the working directory, as a workflow's `run:` does. What it started and left behind is ended before this resolves.
   * Rejects with the signal's reason when it fires, and where there is no shell.
   */
  run(line: string, options: ShellOptions): Promise<ShellResult>;
}

export interface WebRequest {
  /** http or https. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The host that is connected to, where it is not that of the URL. */
  readonly address: string | undefined;
  readonly signal: AbortSignal;
}

export interface WebAnswer {
  readonly status: number;
  /** The beginning of it, as text. */
  readonly body: string;
}

/** Requests to the deployed service, and to GitHub's cache. */
export interface WebClient {
  /** GET; a redirect is an answer like any other. Rejects with a TimeoutError where there is none within ten seconds, and with the signal's reason when it fires. */
  get(request: WebRequest): Promise<WebAnswer>;
}
