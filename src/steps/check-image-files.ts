import { listContainers, listPorts, type TaskDefinitionFile } from '../task-definition/types.js';
import type { BuiltImage, Config } from '../config/config.js';
import { toFindings, type Finding } from '../errors.js';
import { checkContext, dockerfileOf } from '../image/check/build-inputs.js';
import { checkBuildArgs, checkDockerfile, type ContainerFacts } from '../image/check/dockerfile-rules.js';
import { readDockerfile } from '../image/build/dockerfile.js';
import { isRemote } from '../image/reference.js';
import type { Files } from '../ports.js';
import { isRecord, own } from '../text/record.js';
import { containersOf, type CheckedService } from './prepare-service.js';

/** What is found in the Dockerfiles of a run, and which they are. */
interface ImageFiles {
  readonly dockerfiles: readonly string[];
  readonly findings: readonly Finding[];
}

/** Checks what is to be built: its settings, whether context and Dockerfile are there, and what the Dockerfile says. */
export async function checkImageFiles(
  { images }: Pick<Config, 'images'>,
  services: readonly Pick<CheckedService, 'sources' | 'assignments'>[],
  files: Files
): Promise<ImageFiles> {
  const checked = await Promise.all(
    images.map(async (image, index) => {
      if (image.kind !== 'built') return { dockerfiles: [], findings: [] };
      const path = (setting: string): string => (images.length === 1 ? setting : `images[${index}].${setting}`);
      const containers = services.flatMap(service =>
        listFacts(service.sources.taskDefinition, containersOf(service, image))
      );
      return checkBuiltImage(image, path, containers, files);
    })
  );
  return {
    dockerfiles: [...new Set(checked.flatMap(({ dockerfiles }) => dockerfiles))],
    findings: checked.flatMap(({ findings }) => findings)
  };
}

async function checkBuiltImage(
  { build, reuseImage }: BuiltImage,
  path: (setting: string) => string,
  containers: readonly ContainerFacts[],
  files: Files
): Promise<ImageFiles> {
  // An image that is in the repository already needs nothing of this.
  const severity = reuseImage === true ? 'warning' : 'error';
  const findings = [
    ...checkBuildArgs(build, path),
    ...toFindings(await checkContext(build, path, { files }), severity)
  ];
  const dockerfile = dockerfileOf(build);
  if (isRemote(build.context) || isRemote(dockerfile)) return { dockerfiles: [], findings };
  // What cannot be read will be Docker's to tell.
  const bytes = await files.read(dockerfile).catch(() => undefined);
  if (bytes === undefined) return { dockerfiles: [], findings };
  const found = checkDockerfile(readDockerfile(dockerfile, bytes), build, path, containers);
  return { dockerfiles: [dockerfile], findings: [...findings, ...found] };
}

function listFacts(
  taskDefinition: TaskDefinitionFile | undefined,
  names: readonly string[]
): readonly ContainerFacts[] {
  if (taskDefinition === undefined) return [];
  const { definition, document } = taskDefinition;
  return listContainers(definition)
    .filter(({ name }) => names.includes(name))
    .map(container => ({
      name: container.name,
      file: document.file,
      ports: listPorts(container),
      architecture: architectureOf(taskDefinition)
    }));
}

/** Without `cpuArchitecture` Fargate runs on X86_64; elsewhere it is the instances'. */
function architectureOf({ definition }: TaskDefinitionFile): string | undefined {
  const platform = own(definition, 'runtimePlatform');
  const required = own(definition, 'requiresCompatibilities');
  const isFargate = Array.isArray(required) && required.includes('FARGATE');
  const said = isRecord(platform) ? own(platform, 'cpuArchitecture') : undefined;
  if (said === 'ARM64') return 'arm64';
  return said === 'X86_64' || (said === undefined && isFargate) ? 'amd64' : undefined;
}
