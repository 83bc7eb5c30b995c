import { describe, expect, it } from '@jest/globals';

import { withSandbox } from './sandbox.js';
import { slipwayWith } from './run-command.js';
import { seed, taskDefinition } from './seed.js';

const WEB = ['--cluster=shop', '--service=web'];
const RUN_STEP = { GITHUB_ACTIONS: 'true' };
const HOSTILE = ['::error::not ours', '  ::set-output name=image::evil', 'x ##[add-mask]200', '\u001b[2J::debug::a'];

/** The lines that GitHub's runner would obey. */
function findObeyed({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): readonly string[] {
  return `${stdout}\n${stderr}`.split(/\r\n|\r|\n/).filter(line => /^\s*::.*?::|##\[|\u001b/.test(line));
}

describe('the command in a run: step of a workflow', () => {
  it.concurrent('shows what a container logged and why it stopped, and has the runner obey nothing of it', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      sandbox.cloud.setScenarios({
        tasks: [{ family: 'shop-web', behaviour: 'crash', log: HOSTILE, stoppedReason: '::stop-commands::now' }]
      });
      const [container] = taskDefinition()['containerDefinitions'] as readonly object[];
      await sandbox.write(
        'taskdefinition.json',
        taskDefinition({ containerDefinitions: [{ ...container, image: 'public.ecr.aws/docker/library/httpd:2.4' }] })
      );
      const shipped = await slipwayWith(sandbox, RUN_STEP, 'ship', ...WEB, '--task-definition=taskdefinition.json');
      expect(shipped.exitCode).toBe(3);
      expect(shipped.stdout + shipped.stderr).toMatch(/not ours[^]*add-mask/);
      expect(findObeyed(shipped)).toEqual([]);

      const status = await slipwayWith(sandbox, RUN_STEP, 'status', ...WEB);
      expect(status.stdout).toContain('stop-commands');
      expect(findObeyed(status)).toEqual([]);
    })
  );

  it.concurrent('checks a file whose name is a command, and annotates it', () =>
    withSandbox(async sandbox => {
      const name = '::error::x ##[group].json';
      await sandbox.write(name, '{"family": "a", "containerDefinitions": [{"name": "##[b]"}]}');
      const said = await slipwayWith(sandbox, RUN_STEP, 'check', name);
      expect(said.exitCode).toBe(2);
      const obeyed = findObeyed(said);
      expect(obeyed.length).toBeGreaterThan(0);
      for (const line of obeyed) expect(line).toMatch(/^::error file=%3A%3Aerror%3A%3Ax ##\[group\]\.json,/);

      const json = await slipwayWith(sandbox, RUN_STEP, 'check', name, '--json');
      expect(findObeyed({ ...json, stderr: '' })).toEqual([]);
      expect(JSON.parse(json.stdout)).toMatchObject({ files: [{ file: name }] });
    })
  );
});
