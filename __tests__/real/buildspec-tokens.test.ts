import { spawnSync } from 'node:child_process';

import { describe, expect, it } from '@jest/globals';

import { renderBuildspec } from '../../src/pipeline/buildspec/buildspec.js';
import { formatDate } from '../../src/text/tokens.js';
import { decode } from '../config/decode-helpers.js';
import { makeProject, PLAIN_OPTIONS, taskDefinitionOf } from '../pipeline/projects.js';
import { listCommands, readYaml } from './codebuild.js';
import { play } from './import-bash.js';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const ENV = { VERSION: '1.2-rc', BUILD: 'shop:11-22', TEXT: `it's "$x" \`id\` $(id) \\n *` };
/** What `date` says in the bash that plays. */
const NOW = 1_764_619_201_000;

const SETTINGS = {
  region: 'eu-west-1',
  repository: 'shop/web',
  tags: 'v-{date:%Y%m%d%H%M%S@Asia/Seoul},{env:VERSION},{env:VERSION/-/2}-{sha:9},b-{env:BUILD/:/2},{date:%y.%j.%s}',
  'build-args': {
    A: "it's {date:%F %T} $(id) {env:TEXT}{env:TEXT}",
    B: '{sha}{short-sha}',
    C: '{date:%T@America/St_Johns}',
    D: '${env:VERSION} {{sha}} {date:yyyy}'
  },
  labels: { rev: '{sha}' },
  'container-name': 'web',
  'task-definition': 'taskdefinition.json'
};

async function commandsOf(settings: object): Promise<readonly string[]> {
  const sources = { 'slipway.yml': settings, 'taskdefinition.json': taskDefinitionOf(['web']) };
  const [buildspec] = renderBuildspec(await makeProject(sources), PLAIN_OPTIONS);
  return listCommands(readYaml(buildspec?.text ?? ''));
}

describe('tokens in a generated buildspec', () => {
  it('become in bash what they become in a run', async () => {
    const [image] = decode({ file: JSON.stringify(SETTINGS), env: ENV, sha: COMMIT, now: NOW }).images;
    if (image?.kind !== 'built') throw new Error('Nothing is built.');
    const { builds, pushed } = play({
      commands: await commandsOf(SETTINGS),
      account: '123456789012',
      region: 'eu-west-1',
      commit: COMMIT,
      variables: ENV,
      sources: { 'taskdefinition.json': `${JSON.stringify(taskDefinitionOf(['web']))}\n` },
      artifacts: 'slipway-artifacts'
    });
    const { buildArgs, labels } = image.build;
    expect(pushed).toEqual(
      image.tags.map(tag => `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:${tag}`).toSorted()
    );
    expect(builds.map(({ options }) => options)).toEqual([
      [
        ...buildArgs.map(({ name, value }) => `--build-arg=${name}=${value}`),
        ...labels.map(({ name, value }) => `--label=${name}=${value}`)
      ]
    ]);
  });

  it.each(['UTC', 'Asia/Seoul', 'America/St_Johns', 'Africa/Casablanca'])('dates are those of date in %s', zone => {
    const format = '%Y %y %m %d %H %M %S %j %s %F %T';
    for (let day = 0; day < 400; day += 7) {
      const now = NOW + day * 90_061_000;
      const { stdout } = spawnSync('date', ['-d', `@${now / 1000}`, `+${format}`], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], TZ: zone }
      });
      expect(formatDate({ kind: 'date', format, zone }, now)).toBe(stdout.trimEnd());
    }
  });

  it.each([
    ['{env:V}', {}, 'The image is made from V, which is not set in this build, empty, or more than one line.'],
    ['{env:V}', { V: '' }, 'The image is made from V, which is not set in this build'],
    ['{env:V}', { V: 'a\nb' }, 'The image is made from V, which is not set in this build'],
    ['{env:V/:/2}', { V: 'a' }, "The image is made from part 2 of V between ':', which is not set"],
    ['{env:V}', { V: 'a/b' }, "The tag is 'a/b': a tag has up to 128 letters"],
    ['{env:V}', { V: '-n' }, "The tag is '-n': a tag has up to 128 letters"],
    ['v-{env:V}', { V: 'é' }, "The tag is 'v-é': a tag has up to 128 letters"],
    ['{env:V}', { V: 'x'.repeat(129) }, ': a tag has up to 128 letters'],
    ['{date:%F@Asia/Nowhere-Else}', {}, undefined]
  ])('%s with %j ends the build', async (tags, variables, message) => {
    if (message === undefined) {
      await expect(commandsOf({ ...SETTINGS, tags })).rejects.toThrow('time zone');
      return;
    }
    const commands = await commandsOf({ ...SETTINGS, tags, 'build-args': {}, labels: {} });
    const before = commands.slice(0, commands.indexOf('aws --version'));
    const ended = spawnSync('bash', ['--norc', '-e', '-c', before.filter(text => text.includes('V')).join('\n')], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', ...variables }
    });
    expect([ended.status, ended.stdout, ended.stderr]).toEqual([1, expect.stringContaining(message), '']);
  });
});
