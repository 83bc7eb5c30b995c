import { join } from 'node:path';

import { createClusterList } from '../aws/clusters.js';
import { createCodeDeployPort } from '../aws/codedeploy.js';
import { connect } from '../aws/connection.js';
import { connectEcr } from '../aws/ecr.js';
import { createEcsPort } from '../aws/ecs.js';
import { REGION } from '../config/table/formats.js';
import { ProblemsError, type Problem } from '../errors.js';
import { readProject } from '../steps/project.js';
import { addChecksum } from './generated-files.js';
import { readPipelineOptions } from '../pipeline/flags.js';
import { WORKFLOW_FLAGS } from '../pipeline/pipeline-flags.js';
import { renderWorkflow } from '../pipeline/workflow.js';
import type { Files } from '../ports.js';
import type { Host } from '../run.js';
import { describeLiveService } from '../init/describe-service.js';
import { makeProjectFiles, type ProjectFile } from '../init/project-files.js';
import { quote } from '../text/format.js';
import { VERSION } from '../version.js';
import type { Arguments } from './arguments.js';

export interface InitSettings extends Pick<Arguments, 'flags' | 'problems'> {
  readonly host: Pick<Host, 'files' | 'clock' | 'environment' | 'idToken' | 'resolveRoute'>;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/**
 * `slipway init`: writes the files that say what services run, from the services themselves. Nothing at AWS is changed, and no file is
 * replaced without `--force`. Resolves with the exit code.
 */
export async function init({ flags, problems, host: machine, write, writeError }: InitSettings): Promise<number> {
  const { region, cluster, services } = readRequest(flags, problems, machine.environment);
  const connection = connect(region, undefined, VERSION, machine);
  const ports = {
    ecs: createEcsPort(connection),
    codedeploy: createCodeDeployPort(connection),
    ecr: connectEcr(connection),
    listClusters: createClusterList(connection),
    clock: machine.clock
  };
  const live = [];
  for (const service of services) live.push(await describeLiveService(cluster, service, ports));
  const { files, notes } = makeProjectFiles(region, live);
  const all = flags['workflow'] === 'true' ? [...files, ...(await makeWorkflow(files, flags))] : files;
  const directory = flags['output'] ?? '.';
  const isDry = flags['dry-run'] === 'true';
  if (isDry) for (const { path, text } of all) write(`# ${join(directory, path)}\n${text}\n`);
  else await put(all, directory, flags['force'] === 'true', machine.files);
  const print = isDry ? writeError : write;
  const width = Math.max(...all.map(({ path }) => join(directory, path).length));
  const verb = isDry ? 'Would write' : 'Wrote';
  for (const { path, about } of all) print(`${verb} ${join(directory, path).padEnd(width)}  ${about}\n`);
  for (const note of new Set(notes)) print(`Note: ${note}\n`);
  print(adviseNext(directory, all));
  return 0;
}

interface InitRequest {
  readonly region: string;
  readonly cluster: string;
  readonly services: readonly string[];
}

function readRequest(
  flags: Arguments['flags'],
  known: readonly Problem[],
  environment: InitSettings['host']['environment']
): InitRequest {
  const problems = [...known];
  const refuse = (code: string, what: string, next: string): void =>
    void problems.push({ code, place: {}, what, next });
  const region = [flags['region'], environment['AWS_REGION'], environment['AWS_DEFAULT_REGION']].find(
    text => text !== undefined && text !== ''
  );
  if (region === undefined) refuse('missing-setting', 'The region is missing.', 'Give --region, or set AWS_REGION.');
  else if (!new RegExp(REGION.pattern).test(region))
    refuse('malformed', `The region is ${quote(region)}, expected ${REGION.description}.`, '');
  const services = [...new Set((flags['service'] ?? '').split('\n').filter(name => name !== ''))];
  if (services.length === 0)
    refuse('missing-setting', 'No service is named.', 'Give --service, as often as there are services.');
  if (problems.length > 0) throw new ProblemsError(problems);
  return { region: region ?? '', cluster: flags['cluster'] ?? 'default', services };
}

/** The workflow is made of the project as it will lie there. */
async function makeWorkflow(files: readonly ProjectFile[], flags: Arguments['flags']): Promise<readonly ProjectFile[]> {
  const texts = new Map(files.map(({ path, text }) => [path, new TextEncoder().encode(text)]));
  const project = await readProject({ given: {}, problems: [], files: onlyThese(texts), environment: {} });
  const own = Object.fromEntries(WORKFLOW_FLAGS.map(name => [name, flags[name]]));
  const written = WORKFLOW_FLAGS.flatMap(name =>
    (flags[name] ?? '').split('\n').flatMap(value => (value === '' ? [] : [` --${name}=${value}`]))
  );
  const options = readPipelineOptions(own, { directory: '', flags: written.join('') });
  return renderWorkflow(project, options)
    .map(file => addChecksum(file))
    .map(file => ({ ...file, about: 'ships on every push' }));
}

function onlyThese(texts: ReadonlyMap<string, Uint8Array>): Files {
  const refuse = (): never => {
    throw new TypeError('These files are only read.');
  };
  return {
    read: async path => texts.get(path),
    isFile: async path => texts.has(path),
    isDirectory: async () => false,
    write: async () => refuse(),
    makeTemporaryDirectory: async () => refuse(),
    remove: async () => refuse(),
    link: async () => refuse()
  };
}

/** All or nothing: where a file of another content is there, none is written. */
async function put(made: readonly ProjectFile[], directory: string, force: boolean, files: Files): Promise<void> {
  const problems: Problem[] = [];
  for (const { path, text } of made) {
    const file = join(directory, path);
    const present = await files.read(file);
    if (present === undefined || new TextDecoder().decode(present) === text || force) continue;
    const next = 'Write elsewhere with --output, or add --force to replace it; --dry-run shows what would be written.';
    problems.push({ code: 'file-exists', place: { file }, what: 'There is such a file already.', next });
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  for (const { path, text } of made) await files.write(join(directory, path), text);
}

function adviseNext(directory: string, files: readonly ProjectFile[]): string {
  const go = directory === '.' ? '' : `cd ${directory}; `;
  const hasWorkflow = files.some(({ path }) => path.startsWith('.github/'));
  return [
    `Next: ${go}look at slipway.yml, then run slipway plan: nothing but the image may differ.\n`,
    hasWorkflow
      ? 'The workflow assumes the role of the variable AWS_ROLE_TO_ASSUME: slipway generate iam writes its policies.\n'
      : 'slipway ship deploys; slipway generate workflow writes a workflow that does.\n'
  ].join('');
}
