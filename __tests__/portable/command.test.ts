import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

import { canStandIn, makeStandIn } from '../../src/commands/rehearsal-setup.js';
import { COMMAND, edit, slipway, withProject } from './slipway.js';

/** Runs a command of Slipway's beside the built-in AWS, on which the project's service is. */
const onCloud = (...args: readonly string[]): readonly string[] => [
  'cloud',
  '.',
  '--port=0',
  '--scale=60',
  '--',
  process.execPath,
  COMMAND,
  ...args
];
const IMAGE = '--image=public.ecr.aws/nginx/nginx:1.29';

describe(`the command on ${process.platform}`, () => {
  it('reads a project, whatever its folder is called', () =>
    withProject(async folder => {
      expect(await slipway(folder, ['check'])).toMatchObject({ exitCode: 0, stderr: '' });
    }));

  it.each([
    ['LF', (text: string) => text.replaceAll('\r\n', '\n')],
    ['CRLF', (text: string) => text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')]
  ])('finds a mistake in the same line and column, with the line ends %s', (_name, setEnds) =>
    withProject(async folder => {
      await edit(folder, 'slipway.yml', text => setEnds(`${text}wait-for: stabel\n`));
      await edit(folder, 'taskdefinition.json', text => setEnds(text.replace('"awsvpc"', '"awsvpcx"')));
      const settings = await slipway(folder, ['check']);
      expect(settings).toMatchObject({ exitCode: 2, stdout: expect.stringContaining('slipway.yml:7:1: error') });
      const definition = await slipway(folder, ['check', 'taskdefinition.json']);
      expect(definition).toMatchObject({
        exitCode: 2,
        stdout: expect.stringContaining('taskdefinition.json:4:3: error')
      });
    })
  );

  it('takes paths as the system writes them', () =>
    withProject(async folder => {
      const definition = join(folder, 'taskdefinition.json');
      const output = join(folder, 'out', 'files');
      const args = ['render', IMAGE, `--task-definition=${definition}`, `--output=${output}`];
      expect(await slipway(folder, args)).toMatchObject({ exitCode: 0 });
      expect(await readFile(join(output, 'imagedefinitions.json'), 'utf8')).toContain('nginx:1.29');
    }));

  it.concurrent('ships to the built-in AWS, and the exit code is that of what stands behind --', () =>
    withProject(async folder => {
      const shipped = await slipway(folder, onCloud('ship', IMAGE, '--repository='));
      expect(shipped).toMatchObject({ exitCode: 0 });
      const failed = await slipway(folder, onCloud('ship', IMAGE, '--service=nobody'));
      expect(failed).toMatchObject({ exitCode: 2 });
    })
  );

  const isPosix = process.platform !== 'win32';
  // Windows has no signals: what is sent to a process there ends it at once, and Ctrl-C is the console's.
  (isPosix ? it.concurrent : it.skip)('takes Ctrl-C: the deployment is undone, and the exit code is 6', () =>
    withProject(async folder => {
      await edit(folder, 'slipway.yml', text => `${text}environment-variables:\n  SLIPWAY_REHEARSAL: hang\n`);
      const ended = await slipway(folder, ['rehearse', '.'], 'ECS deployment ecs-svc/');
      expect(ended).toMatchObject({ exitCode: 6, stdout: expect.stringContaining('✗ Cancelled shop/web') });
    })
  );

  it.concurrent('rehearses where a script can stand in for Docker, and says where none can', () =>
    withProject(async folder => {
      const { exitCode, stderr } = await slipway(folder, ['rehearse', '.']);
      expect({ exitCode, stderr }).toMatchObject(
        canStandIn()
          ? { exitCode: 0, stderr: '' }
          : { exitCode: 2, stderr: expect.stringContaining('No Docker engine answers, and on Windows') }
      );
    })
  );
});

describe('the stand-in for Docker', () => {
  it('is refused on Windows in one sentence with what to do', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipway-portable-'));
    try {
      expect(canStandIn('win32')).toBe(false);
      expect([canStandIn('linux'), canStandIn('darwin')]).toEqual([true, true]);
      await expect(makeStandIn(folder, COMMAND, 'win32')).rejects.toMatchObject({
        fault: 'user',
        what: 'No Docker engine answers, and on Windows nothing can stand in for it.',
        next: 'Start Docker Desktop with Linux containers, or run slipway in WSL.'
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
