import { basename, join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { planSeed } from '../../src/commands/rehearsal-plan.js';
import { idTokenVariables } from '../../src/commands/rehearsal-setup.js';
import type { Config, ServiceConfig } from '../../src/config/config.js';
import { systemFiles } from '../../src/host/files.js';
import { readServices } from '../../src/steps/read-sources.js';
import { connectToCloud } from '../../src/emulator/client.js';
import { seedServices } from '../../src/emulator/seed/service.js';
import { decode } from '../config/decode-helpers.js';
import { pageOf, type Block } from '../docs/pages.js';
import { kindOf, ownSteps, settingsPath, type OwnStep } from '../docs/yaml-blocks.js';
import { withSandbox, type Sandbox } from './sandbox.js';
import { appspec, taskDefinition } from './seed.js';

/** The README, and the pages whose first chapter shows a job of another kind. */
const SHIPPED_PAGES = [
  'README.md',
  'docs/blue-green.md',
  'docs/several-containers.md',
  'docs/several-services.md',
  'docs/migrations.md'
];

/** The YAML blocks of the whole README, or of the first chapter of another page. */
function exampleBlocks(path: string): readonly Block[] {
  const blocks = pageOf(path).blocks.filter(({ language }) => language === 'yaml');
  return path === 'README.md' ? blocks : blocks.filter(({ chapter }) => chapter === blocks[0]?.chapter);
}

/** Every step on these pages, and every settings file that no step uses, as a step without inputs. */
const STEPS: readonly OwnStep[] = SHIPPED_PAGES.flatMap(path => {
  const blocks = exampleBlocks(path);
  const steps = blocks.flatMap(block => ownSteps(block, blocks));
  const alone = blocks.filter(
    block => settingsPath(block.text) !== undefined && !steps.some(({ file }) => file === block.text)
  );
  return [...steps, ...alone.map(({ at, text }) => ({ at, inputs: {}, env: {}, file: text }))];
});

/** The container that a service's image goes into, where the settings name none. */
const CONTAINER = 'web';

/** Writes the files that the settings name, and nothing else. */
async function writeFiles(config: Config, sandbox: Sandbox): Promise<void> {
  const named = config.images.flatMap(({ container }) => container ?? []);
  const containers = named.length === 0 ? [CONTAINER] : named;
  for (const { files } of config.rollouts) await writeServiceFiles(files, containers, config.region, sandbox);
  for (const image of config.images) {
    if (image.kind === 'built')
      await sandbox.write(join(image.build.context, 'Dockerfile'), 'FROM scratch\nCOPY . /\n');
  }
}

async function writeServiceFiles(
  files: ServiceConfig['files'],
  containers: readonly string[],
  region: string,
  sandbox: Sandbox
): Promise<void> {
  const source = files.taskDefinition;
  if (source?.kind !== 'file') throw new Error('A step of these pages has no file for its task definition.');
  const definitions = containers.map((name, index) => ({
    name,
    image: `<IMAGE${index + 1}_NAME>`,
    essential: index === 0,
    portMappings: index === 0 ? [{ containerPort: 8080, protocol: 'tcp' }] : [],
    logConfiguration: {
      logDriver: 'awslogs',
      options: { 'awslogs-group': '/ecs/readme', 'awslogs-region': region, 'awslogs-stream-prefix': 'ecs' }
    }
  }));
  await sandbox.write(
    source.path,
    taskDefinition({
      family: `readme-${basename(source.path).replaceAll('.', '-')}`,
      containerDefinitions: definitions
    })
  );
  if (files.appspec !== undefined) await sandbox.write(files.appspec, appspec());
}

describe('the workflows of the README and of the pages that it leads to', () => {
  it('are found', () => {
    const workflows = pageOf('README.md').blocks.filter(
      block => block.language === 'yaml' && kindOf(block) === 'workflow'
    );
    expect(workflows).toHaveLength(1);
    expect(STEPS.length).toBeGreaterThan(5);
  });

  it.concurrent.each(STEPS.map(step => [step.at, step] as const))('%s ships', (_, { inputs, file }) =>
    withSandbox(async sandbox => {
      const config = decode({ given: inputs, ...(file === undefined ? {} : { file }) });
      if (file !== undefined) await sandbox.write('slipway.yml', file);
      await writeFiles(config, sandbox);
      const services = await readServices(config.rollouts, systemFiles(sandbox.home, sandbox.workspace));
      const { endpoint, account } = sandbox.cloud;
      await seedServices(planSeed(config, services, account), connectToCloud(endpoint, config.region));
      const { exitCode, log, outputs, requestLog } = await sandbox.ship(inputs, { env: idTokenVariables(endpoint) });
      expect({ exitCode, log, outcome: outputs['outcome'] }).toMatchObject({ exitCode: 0, outcome: 'succeeded' });
      const operations = requestLog.map(({ operation }) => operation);
      expect(operations.includes('AssumeRoleWithWebIdentity')).toBe('role-to-assume' in inputs);
      expect(operations.includes('RunTask')).toBe('run-task' in inputs);
      expect(operations.includes('CreateDeployment')).toBe(
        config.rollouts.some(({ files }) => files.appspec !== undefined)
      );
    })
  );
});
