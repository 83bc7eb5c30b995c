import { describe, expect, it } from '@jest/globals';

import { runCheck } from './checking.js';

const BUILDSPEC = `version: 0.2
env:
  shell: bash
phases:
  build:
    commands:
      - docker build -t "$URI:latest" .
  post_build:
    commands:
      - docker push "$URI:latest"
`;
const GUARDED = BUILDSPEC.replace('  build:\n', '  build:\n    on-failure: ABORT\n');
const DEFINITION = JSON.stringify({
  family: 'web',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
  containerDefinitions: [{ name: 'web', image: '<IMAGE1_NAME>', portMappings: [{ containerPort: 8080 }] }]
});
const APPSPEC = `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: <TASK_DEFINITION>
        LoadBalancerInfo:
          ContainerName: web
          ContainerPort: 8080
`;
const SETTINGS = `repository: shop/web
task-definition: td.json
cluster: shop
service: web
`;
const PROJECT = {
  'slipway.yml': SETTINGS,
  'td.json': DEFINITION,
  'appspec.yml': APPSPEC,
  Dockerfile: 'FROM scratch\n'
};

describe('slipway check FILE…', () => {
  it('ends with 2 after an error, and with 0 after warnings', async () => {
    const { code, out } = await runCheck({ 'a.yml': BUILDSPEC }, ['a.yml']);
    expect(code).toBe(2);
    expect(out).toMatch(/^a\.yml:10:9: error push-after-failed-build: phases\.post_build\.commands\[0\]: The push/m);
    expect(out).toMatch(/1 error, \d+ warnings?\.\n$/);
    expect((await runCheck({ 'a.yml': GUARDED }, ['a.yml'])).code).toBe(0);
  });

  it('tells programs the same', async () => {
    const { out } = await runCheck({ 'a.yml': BUILDSPEC }, ['a.yml', '--json']);
    const finding = { rule: 'push-after-failed-build', severity: 'error', line: 10, column: 9 };
    expect(JSON.parse(out)).toMatchObject({
      files: [
        {
          file: 'a.yml',
          kind: 'buildspec',
          findings: expect.arrayContaining([expect.objectContaining(finding)])
        }
      ]
    });
  });

  it.each([
    ['td.json', DEFINITION],
    ['appspec.yml', APPSPEC],
    ['slipway.yml', SETTINGS]
  ])('takes %s for what it is', async (file, text) => {
    expect(await runCheck({ [file]: text }, [file])).toMatchObject({
      code: 0,
      lines: [`${file}: nothing found.`, '0 errors, 0 warnings.']
    });
  });

  it('holds an AppSpec to the task definition that is named with it', async () => {
    const files = {
      'td.json': DEFINITION,
      'a.yml': APPSPEC.replace('8080', '443'),
      'b.yml': APPSPEC.replace(': web', ': wep')
    };
    const { code, lines } = await runCheck(files, ['td.json', 'a.yml', 'b.yml']);
    expect(code).toBe(2);
    expect(lines).toEqual([
      'td.json: nothing found.',
      'a.yml:9:11: error unknown-port: Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerPort: The container "web" of td.json has no port 443; it has 8080. Correct the port here, or map it in portMappings there.',
      'b.yml:8:11: error unknown-container: Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerName: There is no container "wep" in td.json; it has web. Did you mean "web"?',
      '2 errors, 0 warnings.'
    ]);
  });

  it('finds what is wrong with settings under every environment, once', async () => {
    const settings = `${SETTINGS}platforms: amd64\nenvironments:\n  dev: { wait-for: live }\n  prod: { wait-for: life }\n`;
    expect((await runCheck({ 'slipway.yml': settings }, ['slipway.yml'])).lines).toEqual([
      expect.stringMatching(/^slipway\.yml:5:1: error malformed: platforms: expected a platform/),
      expect.stringMatching(
        /^slipway\.yml:8:11: error not-allowed: environments\.prod\.wait-for: expected .* Did you mean live\?$/
      ),
      '2 errors, 0 warnings.'
    ]);
  });

  it.each([
    ['on: push\njobs: {}\n', 'a GitHub workflow'],
    ['AWSTemplateFormatVersion: "2010-09-09"\nResources: {}\n', 'a CloudFormation template'],
    ['services: { web: {} }\n', 'a Docker Compose file'],
    ['[{"name":"a","imageUri":"b"}]', 'imagedefinitions.json'],
    ['{"ImageURI":"b"}', 'imageDetail.json']
  ])('says what another file is: %j', async (text, kind) => {
    const { code, out } = await runCheck({ file: text }, ['file']);
    expect(code).toBe(2);
    expect(out).toContain(`file:1:1: error unknown-file: This is ${kind}, which is not checked here.`);
  });

  it('is not led astray by keys that JavaScript knows', async () => {
    const { code, out } = await runCheck({ file: 'version: { toString: 1, __proto__: { phases: {} } }\n' }, ['file']);
    expect(code).toBe(2);
    expect(out).toContain('file:1:1: error unknown-file: This is no file that can be checked here');
  });

  it('says where a file cannot be read, and goes on', async () => {
    const files = { 'bad.yml': 'version: 0.2\nphases:\n\tbuild: x\n', 'a.yml': GUARDED };
    const { code, out } = await runCheck({ ...files, 'deploy/b.yml': GUARDED }, [
      'bad.yml',
      'none.yml',
      'deploy',
      'a.yml'
    ]);
    expect(code).toBe(2);
    expect(out).toContain('deploy: error unreadable-file: This is a directory, not a file. Name a file in it.\n');
    expect(out).toMatch(/^bad\.yml:3:1: error invalid-yaml: The line is indented with a tab/);
    expect(out).toContain('none.yml: error missing-file: There is no such file.');
    expect(out).toContain('a.yml:');
  });

  it('knows two deploy actions, and no settings beside files', async () => {
    const provider = ['a.yml', '--deploy-provider=CodeDeployToECS'];
    expect((await runCheck({ 'a.yml': GUARDED }, provider)).out).toContain('error no-artifacts');
    await expect(runCheck({}, ['a.yml', '--deploy-provider=S3', '--cluster=a'])).rejects.toThrow(
      '--deploy-provider is "S3", expected ECS or CodeDeployToECS.\n--cluster: --cluster has no effect where files are named.'
    );
  });
});

describe('slipway check', () => {
  it('needs neither region nor service, and says which files it read', async () => {
    expect(await runCheck(PROJECT)).toMatchObject({
      code: 0,
      lines: [
        'slipway.yml: nothing found.',
        'td.json: nothing found.',
        'appspec.yml: nothing found.',
        'Dockerfile: nothing found.',
        '0 errors, 0 warnings.'
      ]
    });
  });

  it('checks every environment, and one where one is given', async () => {
    const files = {
      ...PROJECT,
      'slipway.yml':
        'repository: web\nenvironments:\n  dev: { task-definition: td.json }\n  prod: { task-definition: prod.json }\n',
      'prod.json': DEFINITION.replace('"FARGATE"', '"FARGAT"'),
      'dev.buildspec.yml': BUILDSPEC
    };
    const all = await runCheck(files);
    expect(all.code).toBe(2);
    expect(all.out).toContain('prod.json:1:');
    expect(all.out).toContain('dev.buildspec.yml:10:9: error push-after-failed-build');
    expect((await runCheck(files, ['--environment=prod'])).out).not.toContain('buildspec');
    expect((await runCheck({ ...files, 'dev.buildspec.yml': GUARDED }, ['--environment=dev'])).code).toBe(0);
  });

  it('says where in the settings a thing is that is found after they were read', async () => {
    const files = { ...PROJECT, 'slipway.yml': `${SETTINGS}container-name: wep\n` };
    expect((await runCheck(files)).lines).toContain(
      'slipway.yml:5:1: error unknown-container: container-name: There is no container "wep" in td.json; it has web. Did you mean "web"?'
    );
    const asFlag = await runCheck(PROJECT, ['--container-name=wep']);
    expect(asFlag.lines[0]).toBe(
      'settings: error unknown-container: --container-name: There is no container "wep" in td.json; it has web. Did you mean "web"?'
    );
  });

  it('reads the usual files where there are no settings, and says so where there is nothing', async () => {
    const files = { 'taskdef.json': DEFINITION, 'appspec.yml': APPSPEC };
    expect((await runCheck(files)).lines.slice(0, 2)).toEqual([
      'taskdef.json: nothing found.',
      'appspec.yml: nothing found.'
    ]);
    const nothing = await runCheck({});
    expect(nothing.code).toBe(2);
    expect(nothing.out).toContain('error missing-setting: Nothing to do');
  });

  it('annotates the lines of files in a GitHub workflow, beside JSON too', async () => {
    const files = { ...PROJECT, 'appspec.yml': APPSPEC.replace('8080', '443') };
    const github = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: '/repo' };
    const command =
      '::error file=app/appspec.yml,line=9,col=11,title=unknown-port::Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerPort: The container "web" of td.json has no port 443; it has 8080. Correct the port here, or map it in portMappings there.';
    expect((await runCheck(files, [], github)).commands).toBe(`${command}\n`);
    const json = await runCheck(files, ['--json'], github);
    expect(JSON.parse(json.out)).toMatchObject({ files: expect.any(Array) });
    expect(json.commands).toBe(`${command}\n`);
  });
});

describe('the base images of a buildspec', () => {
  const BASE = '111122223333.dkr.ecr.eu-west-1.amazonaws.com';
  const login = (host: string): string =>
    `aws ecr get-login-password | docker login --username AWS --password-stdin ${host}`;
  const told = async (commands: readonly string[], dockerfile: string, path = 'app/Dockerfile'): Promise<string> => {
    const items = commands.map(command => `      - ${JSON.stringify(command)}\n`).join('');
    const text = `version: 0.2\nenv:\n  shell: bash\nphases:\n  build:\n    commands:\n      - set -o pipefail\n${items}`;
    const { lines } = await runCheck({ 'buildspec.yml': text, [path]: dockerfile }, ['buildspec.yml']);
    return lines.filter(line => line.includes('base-image-login')).join('\n');
  };
  const BUILD = 'docker build -t web:1 app';

  it.each([
    ['FROM', `FROM ${BASE}/base:1\n`],
    ['an argument', 'ARG HOST\nFROM $HOST/base:1\n'],
    ['COPY --from', `FROM scratch\nCOPY --from=${BASE}/tools:1 /bin /bin\n`],
    ['RUN --mount', `FROM alpine\nRUN --mount=type=bind,from=${BASE}/tools:1,target=/t true\n`]
  ])('are told where nothing logs into their registry: %s', async (_, dockerfile) => {
    const build = `docker build --build-arg HOST=${BASE} -t web:1 app`;
    expect(await told([login('$ACCOUNT.dkr.ecr.us-east-1.amazonaws.com'), build], dockerfile)).toMatch(
      /^buildspec\.yml:9:9: error base-image-login: .*app\/Dockerfile:\d takes "111122223333\.dkr\.ecr/
    );
  });

  it.each([
    ['a login', [login(BASE), BUILD]],
    ['a login with variables', [login('$ACCOUNT.dkr.ecr.$AWS_REGION.amazonaws.com'), BUILD]],
    ['the old login', ['$(aws ecr get-login --no-include-email)', BUILD]],
    ['a script that may log in', ['./login.sh', BUILD]],
    ['a helper', ['mkdir -p ~/.docker && echo x > ~/.docker/config.json', BUILD]],
    ['a folder that is not known', ['docker build -t web:1 $FOLDER']]
  ])('are not told with %s', async (_, commands) => {
    expect(await told(commands, `FROM ${BASE}/base:1\n`)).toBe('');
  });

  it('are found from the folder of the build', async () => {
    expect(
      await told(
        ['cd app', 'docker build -t web:1 -f ../docker/web.Dockerfile .'],
        `FROM ${BASE}/base:1\n`,
        'docker/web.Dockerfile'
      )
    ).toContain('docker/web.Dockerfile:1');
  });
});
