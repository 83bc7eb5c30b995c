import type { Appspec } from '../appspec/appspec.js';
import type { ImageAssignment, TaskDefinitionFile } from '../task-definition/index.js';
import type { Config, ImageConfig } from '../config/config.js';
import type { Dockerfile } from '../image/build/dockerfile.js';

/** A project as the generators see it: decoded settings and what its files say. Everything is pure from here on. */
export interface PipelineProject {
  /** Tags, build arguments and labels keep their tokens here. */
  readonly config: Config;
  readonly environment: string | undefined;
  /** The file that the settings come from, as it was named: `slipway.yml`. */
  readonly settingsFile: string | undefined;
  /** Generated names are prefixed by it: `dev.` for `dev.buildspec.yml`; empty without environment. */
  readonly prefix: string;
  /** CodePipeline's deploy action: CodeDeploy where an AppSpec is given or found, or `codedeploy-application` is set. */
  readonly engine: 'ECS' | 'CodeDeployToECS';
  /** undefined: none is given, or it is not a file. */
  readonly taskDefinition: SourceFile<TaskDefinitionFile> | undefined;
  readonly appspec: SourceFile<Appspec> | undefined;
  /** Each image of `config.images` with the containers that it is for. */
  readonly assignments: readonly ImageAssignment<ImageConfig>[];
  /** The settings say a `cache`, be it `none`. */
  readonly saysCache: boolean;
  /** The Dockerfiles of the images that are built, by their paths; one that is remote or cannot be read is missing. */
  readonly dockerfiles: ReadonlyMap<string, Dockerfile>;
  /** The further services of `config.rollouts`, each as a project of its own; all the above is of the first. */
  readonly others: readonly PipelineProject[];
}

/** A file of the repository, and what it says. */
export interface SourceFile<T> {
  /** From the repository's root, as the settings name it. */
  readonly path: string;
  /** As it stands there, byte for byte where it is UTF-8. */
  readonly text: string;
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
  readonly value: T;
}

/** A file to write; the path is taken from the repository's root, with `/` between its parts. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
  /** Of a text under this name, the lines that Slipway wrote and people did not add; undefined: all. */
  readonly listOwnLines?: (text: string) => readonly string[];
  /** The path of the generated file whose header holds the checksum of this one, which has no header of its own (JSON). */
  readonly checksumIn?: string;
}

/** How the generators are to write. */
export interface GenerateOptions {
  /** The folder that the files go to, from the repository's root; empty: the root itself. */
  readonly directory: string;
  /** The flags with which it is made again, ready for a shell: ` --environment dev`; empty without any. */
  readonly flags: string;
  /** What is there under the buildspec's name already; what people added is kept. */
  readonly present?: string | undefined;
}
