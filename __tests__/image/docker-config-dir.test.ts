import { describe, expect, it } from '@jest/globals';

import { cleanUpDocker } from '../../src/image/docker/docker-cleanup.js';
import {
  dockerConfigEnvironment,
  openDockerConfigDir,
  privateSettings,
  userDirectory
} from '../../src/image/docker/docker-config-dir.js';
import { HOST, makeSandbox } from './fakes.js';

const USER = '/home/me/.docker';
/** Docker's word for "in the file", for every spelling of the registry that a logout goes over. */
const OURS = { [HOST]: '', [`https://${HOST}`]: '', [`http://${HOST}`]: '' };

describe('privateSettings', () => {
  it("keeps the user's settings and sends our registries' logins to the file", () => {
    const settings = {
      credsStore: 'desktop',
      currentContext: 'colima',
      proxies: { default: { httpProxy: 'http://proxy:3128' } },
      auths: { 'ghcr.io': {}, [HOST]: { auth: 'old' }, [`https://${HOST}`]: {} },
      credHelpers: { 'gcr.io': 'gcloud', [HOST]: 'ecr-login' },
      cliPluginsExtraDirs: ['/opt/plugins']
    };
    expect(privateSettings(settings, USER, [HOST])).toEqual({
      credsStore: 'desktop',
      currentContext: 'colima',
      proxies: { default: { httpProxy: 'http://proxy:3128' } },
      auths: { 'ghcr.io': {} },
      credHelpers: { 'gcr.io': 'gcloud', ...OURS },
      cliPluginsExtraDirs: ['/opt/plugins', `${USER}/cli-plugins`]
    });
  });

  it('makes do without any', () => {
    expect(privateSettings({}, undefined, [HOST])).toEqual({ auths: {}, credHelpers: OURS });
  });
});

describe('openDockerHome', () => {
  it('makes a private folder, noted, with contexts by a link and the selected and the named builder as copies', async () => {
    const sandbox = makeSandbox();
    const original = new Map([
      [`${USER}/config.json`, '{"credsStore":"desktop"}'],
      [`${USER}/buildx/current`, '{"Key":"unix:///var/run/docker.sock","Name":"builder-1","Global":false}'],
      [`${USER}/buildx/instances/builder-1`, '{"Name":"builder-1"}'],
      [`${USER}/buildx/instances/named`, '{"Name":"named"}'],
      [`${USER}/buildx/instances/other`, '{"Name":"other"}']
    ]);
    for (const [path, text] of original) sandbox.files.texts.set(path, text);
    sandbox.files.directories.add(`${USER}/contexts`);
    const { directory, environment } = await openDockerConfigDir([HOST], 'named', sandbox.ports);
    expect(environment).toEqual({
      DOCKER_CONFIG: directory,
      BUILDX_CONFIG: `${directory}/buildx`,
      BUILDX_NO_DEFAULT_ATTESTATIONS: '1'
    });
    const written = [...sandbox.files.modes.keys()].map(path => path.replace(directory, ''));
    expect(written).toEqual([
      '/config.json',
      '/buildx/current',
      '/buildx/instances/builder-1',
      '/buildx/instances/named'
    ]);
    expect(new Set(sandbox.files.modes.values())).toEqual(new Set([0o600]));
    expect(JSON.parse(sandbox.files.texts.get(`${directory}/config.json`) ?? '')).toMatchObject({
      credsStore: 'desktop'
    });
    expect([...sandbox.files.links]).toEqual([[`${directory}/contexts`, `${USER}/contexts`]]);
    for (const [path, text] of original) expect(sandbox.files.texts.get(path)).toBe(text);
    expect([...sandbox.cleanupStore.values()]).toEqual([{ kind: 'directory', path: directory }]);
  });

  it.each(['{ broken', '[]'])('goes on without settings that cannot be read, and says so: %s', async text => {
    const sandbox = makeSandbox();
    sandbox.files.texts.set(`${USER}/config.json`, text);
    const { directory } = await openDockerConfigDir([HOST], undefined, sandbox.ports);
    expect(JSON.parse(sandbox.files.texts.get(`${directory}/config.json`) ?? '')).toMatchObject({
      credHelpers: { [HOST]: '' }
    });
    expect(sandbox.log.join()).toContain(`${USER}/config.json is not a JSON object`);
  });
});

describe('where Docker looks', () => {
  it.each([
    [{ DOCKER_CONFIG: '/etc/docker-config', HOME: '/home/me' }, '/etc/docker-config'],
    [{ DOCKER_CONFIG: '', HOME: '/home/me' }, USER],
    [{ HOME: '/home/me' }, USER],
    [{}, undefined]
  ])('%j: %s', (environment, expected) => {
    expect(userDirectory(environment)).toBe(expected);
  });

  it.each([
    [{}, undefined],
    [{ DOCKER_TLS_VERIFY: '1' }, USER],
    [{ DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/certs' }, '/certs'],
    [{ DOCKER_TLS_VERIFY: '' }, undefined]
  ])('the certificates with %j: %s', (environment, expected) => {
    expect(dockerConfigEnvironment('/tmp/x', USER, environment)['DOCKER_CERT_PATH']).toBe(expected);
  });

  it('leaves the choice of attestations to who has made one', () => {
    expect(dockerConfigEnvironment('/tmp/x', USER, { BUILDX_NO_DEFAULT_ATTESTATIONS: '0' })).toMatchObject({
      BUILDX_NO_DEFAULT_ATTESTATIONS: '0'
    });
  });
});

describe('takeBack', () => {
  it.each([
    [{ kind: 'docker-builder', directory: '/tmp/x', name: 'slipway-1' } as const, ['buildx rm slipway-1']],
    [{ kind: 'docker-login', directory: '/tmp/x', registries: ['a', 'b'] } as const, ['logout a', 'logout b']]
  ])('by the folder that holds it: %j', async (pending, lines) => {
    const { docker, ports } = makeSandbox();
    expect(await cleanUpDocker(pending, ports)).toBeUndefined();
    expect(docker.lines).toEqual(lines);
    expect(docker.calls.every(({ env }) => env['DOCKER_CONFIG'] === '/tmp/x')).toBe(true);
  });

  it.each([true, false])(
    'removes by its name a builder that buildx no longer knows (the engine answers: %s)',
    async engine => {
      const { docker, ports } = makeSandbox();
      docker.answers.push(line =>
        line.startsWith('buildx') || !engine ? { exitCode: 1, stderr: 'no builder "b" found\n' } : undefined
      );
      const problem = await cleanUpDocker({ kind: 'docker-builder', directory: '/tmp/x', name: 'b' }, ports);
      expect(docker.lines).toEqual([
        'buildx rm b',
        'rm --force buildx_buildkit_b0',
        'volume rm --force buildx_buildkit_b0_state'
      ]);
      expect(problem).toBe(engine ? undefined : 'docker buildx rm b: no builder "b" found');
    }
  );

  it('answers what went wrong and goes on', async () => {
    const { docker, ports } = makeSandbox();
    docker.answers.push(line => (line === 'logout a' ? { exitCode: 1, stderr: 'no\n' } : undefined));
    expect(await cleanUpDocker({ kind: 'docker-login', directory: '/tmp/x', registries: ['a', 'b'] }, ports)).toBe(
      'docker logout a: no'
    );
    expect(docker.lines).toEqual(['logout a', 'logout b']);
  });

  it('answers that Docker is gone', async () => {
    const { docker, ports } = makeSandbox();
    docker.missing = true;
    expect(await cleanUpDocker({ kind: 'docker-builder', directory: '/tmp/x', name: 'b' }, ports)).toContain('ENOENT');
  });
});
