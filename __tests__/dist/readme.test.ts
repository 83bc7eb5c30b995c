import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { FREE_COMMANDS, PROJECT_COMMANDS, type ProjectCommand } from '../docs/readme-commands.js';
import { DIST, ROOT } from './sandbox.js';

interface Said {
  readonly exitCode: number;
  readonly output: string;
}

let folder = '';
let environment: Record<string, string> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-readme-'));
  // As a clone of Slipway has them.
  await cp(DIST, join(folder, 'slipway', 'dist'), { recursive: true });
  await cp(join(ROOT, 'examples'), join(folder, 'slipway', 'examples'), { recursive: true });
  await mkdir(join(folder, 'bin'));
  const program = join(folder, 'bin', 'slipway');
  await writeFile(program, `#!/bin/sh\nexec node '${folder}/slipway/dist/cli/index.js' "$@"\n`);
  await chmod(program, 0o755);
  environment = {
    PATH: [join(folder, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(':'),
    HOME: folder,
    DOCKER_HOST: 'unix:///nowhere'
  };
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Copies the example `rolling`, without the workflow that is to be generated, to a folder that is a Git checkout, with Slipway's bundle beside its files. */
async function openProject(name: string): Promise<string> {
  const project = join(folder, name);
  await cp(join(ROOT, 'examples', 'rolling'), project, { recursive: true, filter: path => !path.endsWith('.github') });
  const commit = 'git init -q . && git add . && git -c user.name=a -c user.email=a@example.com commit -qm first';
  expect(await bash(commit, project)).toEqual({ exitCode: 0, output: '' });
  await symlink(join(folder, 'slipway', 'dist'), join(project, 'dist'));
  return project;
}

function bash(script: string, cwd: string): Promise<Said> {
  return new Promise(resolve => {
    execFile('bash', ['-c', script], { cwd, env: environment, maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      resolve({ exitCode: Number(error?.code ?? 0), output: `${stdout}${stderr}` });
    });
  });
}

function expectSaid({ exitCode, says }: ProjectCommand, said: Said): void {
  expect(said).toEqual({ exitCode, output: expect.stringContaining(says) });
}

describe('the commands of the README', () => {
  it.concurrent.each(FREE_COMMANDS.map((command, index) => [command.line, index, command] as const))(
    '%s',
    async (line, index, command) => {
      expectSaid(command, await bash(line, await openProject(`free-${index}`)));
    },
    600_000
  );

  it.concurrent(
    'do in a project what they say, one after the other',
    async () => {
      const project = await openProject('project');
      const notes = join(folder, 'notes');
      await mkdir(notes);
      const lines = PROJECT_COMMANDS.map(
        ({ line }, index) => `( ${line}\n) > '${notes}/${index}' 2>&1; echo $? > '${notes}/${index}.exit'`
      );
      await writeFile(join(folder, 'all.sh'), `${lines.join('\n')}\n`);
      const { exitCode, output } = await bash(`slipway cloud . --scale=60 -- bash '${folder}/all.sh'`, project);
      expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
      for (const [index, command] of PROJECT_COMMANDS.entries()) {
        const said = await readFile(join(notes, String(index)), 'utf8');
        const status = await readFile(join(notes, `${index}.exit`), 'utf8');
        const { line, exitCode: expected, says } = command;
        expect({ line, exitCode: Number(status), said }).toEqual({
          line,
          exitCode: expected,
          said: expect.stringContaining(says)
        });
      }
    },
    600_000
  );
});
