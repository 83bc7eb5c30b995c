import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';

import { formatProblem, ProblemsError } from '../../src/errors.js';
import { splitBuildspec } from '../../src/pipeline/buildspec/kept.js';
import { renderBuildspec } from '../../src/pipeline/buildspec/buildspec.js';
import type { GeneratedFile, GenerateOptions } from '../../src/pipeline/project.js';
import { APPSPEC, makeProject, readExample, ROLLING, taskDefinitionOf } from './projects.js';

const OPTIONS: GenerateOptions = { directory: '', flags: '' };

/** A task definition just as Slipway writes it. */
const OWN = `${JSON.stringify(taskDefinitionOf(['web']), undefined, 2)}\n`;

async function render(
  settings: object,
  files: Readonly<Record<string, unknown>> = { 'taskdefinition.json': OWN },
  options: Partial<GenerateOptions> = {},
  given: Readonly<Record<string, string>> = {}
): Promise<readonly GeneratedFile[]> {
  const project = await makeProject({ 'slipway.yml': settings, ...files }, given);
  return renderBuildspec(project, { ...OPTIONS, ...options });
}

async function renderText(...args: Parameters<typeof render>): Promise<string> {
  return (await render(...args))[0]?.text ?? '';
}

/** What is refused, as people read it. */
async function complaints(...args: Parameters<typeof render>): Promise<readonly string[]> {
  try {
    await render(...args);
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map(formatProblem);
    throw error;
  }
}

describe('a generated buildspec', () => {
  it('is what people know: log in, build, push, write the files', async () => {
    const [buildspec, ...templates] = renderBuildspec(await readExample('rolling'), OPTIONS);
    expect(templates.map(({ path }) => path)).toEqual(['taskdefinition.template.json']);
    const { phases, ...rest } = load(buildspec?.text ?? '') as { phases: object };
    expect(buildspec?.path).toBe('buildspec.yml');
    expect(rest).toEqual({
      version: 0.2,
      env: { shell: 'bash', variables: { DOCKER_BUILDKIT: '1', BUILDX_NO_DEFAULT_ATTESTATIONS: '1' } },
      artifacts: {
        'base-directory': 'slipway-artifacts',
        files: ['imagedefinitions.json', 'imageDetail.json', 'taskdefinition.json']
      }
    });
    expect(Object.keys(phases)).toEqual(['pre_build', 'build', 'post_build']);
    expect(buildspec?.text).toContain('    on-failure: ABORT\n');
  });

  it('writes no account and no region', async () => {
    const text = await renderText({ ...ROLLING, tags: '{sha},latest' });
    expect(text).not.toMatch(/\d{12}|ap-northeast-2|amazonaws/);
  });

  it('reads short where the settings ask for little', async () => {
    const { phases } = load(await renderText({ ...ROLLING, 'reuse-image': true, tags: 'v1' })) as {
      phases: Readonly<Record<string, { commands: readonly string[] }>>;
    };
    const commands = Object.values(phases).flatMap(phase => phase.commands.map(command => command.trimEnd()));
    expect(commands.filter(command => !command.includes('\n'))).toEqual([
      'aws --version',
      'docker --version',
      'TAG=v1',
      `REPOSITORY_URI="$(aws ecr describe-repositories --repository-names shop/web --query 'repositories[0].repositoryUri' --output text)"`,
      'IMAGE="$REPOSITORY_URI:$TAG"',
      '[ "$CODEBUILD_BUILD_SUCCEEDING" = 1 ]',
      'mkdir -p slipway-artifacts',
      `printf '[\\n  {\\n    "name": "%s",\\n    "imageUri": "%s"\\n  }\\n]\\n' web "$IMAGE" > slipway-artifacts/imagedefinitions.json`,
      `printf '{\\n  "ImageURI": "%s"\\n}\\n' "$REPOSITORY_URI@$DIGEST" > slipway-artifacts/imageDetail.json`,
      'sed "s|<IMAGE1_NAME>|$IMAGE|g" taskdefinition.json > slipway-artifacts/taskdefinition.json'
    ]);
  });

  it.each([
    ['{sha}', 'TAG="$CODEBUILD_RESOLVED_SOURCE_VERSION"'],
    ['{short-sha}', 'TAG="${CODEBUILD_RESOLVED_SOURCE_VERSION:0:7}"'],
    ['v1-{short-sha}_{sha}', 'TAG="v1-${CODEBUILD_RESOLVED_SOURCE_VERSION:0:7}_${CODEBUILD_RESOLVED_SOURCE_VERSION}"'],
    ['v1.2', 'TAG=v1.2'],
    ['v-{date:%Y%m%d}', 'TAG="v-$(date -u -d "@$NOW" +%Y%m%d)"'],
    ['{date:%F@Asia/Seoul}', 'TAG="$(TZ=Asia/Seoul date -d "@$NOW" +%F)"'],
    ['{env:VERSION}', 'TAG="$VERSION"'],
    ['b-{env:A/-/1}', 'TAG="b-$(cut -d- -f1 <<< "$A")"']
  ])('makes the tag %s as the Action does', async (tags, expected) => {
    expect(await renderText({ ...ROLLING, tags })).toContain(`      - ${expected}\n`);
  });

  it('hands every build setting on', async () => {
    const text = await renderText({
      ...ROLLING,
      'reuse-image': false,
      context: 'services/web app',
      dockerfile: 'docker/web.Dockerfile',
      target: 'release',
      'build-args': { VERSION: '1.29', GREETING: "it's $HOME" },
      'build-secrets': ['id=npm,env=NPM_TOKEN'],
      ssh: 'default',
      platforms: 'linux/amd64',
      labels: { team: 'shop' },
      'cache-from': 'type=registry,ref=shop/web:cache',
      'build-options': ['--network=host', '--add-host', 'db:10.0.0.1']
    });
    expect(text).toContain(`
        docker build \\
          --file docker/web.Dockerfile \\
          --target release \\
          --platform linux/amd64 \\
          --build-arg VERSION=1.29 \\
          --build-arg 'GREETING=it'\\''s $HOME' \\
          --secret id=npm,env=NPM_TOKEN \\
          --ssh default \\
          --label team=shop \\
          --cache-from shop/web:cache \\
          --tag "$IMAGE" \\
          --network=host \\
          --add-host db:10.0.0.1 \\
          'services/web app'
`);
    expect(text).toContain('[[ -v NPM_TOKEN ]] || {');
  });

  it('makes a builder where the engine cannot do it, and lets that push', async () => {
    const settings = { ...ROLLING, platforms: 'linux/amd64,linux/arm64', 'cache-to': 'type=inline' };
    const text = await renderText(settings);
    expect(text).toContain('      - docker buildx create --name slipway --driver docker-container --bootstrap\n');
    expect(text).toMatch(/docker buildx build \\\n +--builder slipway \\\n(?: +--.* \\\n)+ +--push \\\n +\.\n/);
    expect(text).not.toContain('docker push');
    expect(text).not.toContain('docker image inspect');
  });

  it('builds with buildx and the engine where docker build has no argument for it', async () => {
    const text = await renderText({ ...ROLLING, 'reuse-image': false, 'cache-from': 'type=local,src=/cache' });
    expect(text).toContain('docker buildx build --cache-from type=local,src=/cache --tag "$IMAGE" --load .');
    expect(text).toContain('docker push "$IMAGE"');
  });

  it('logs into the registries that are named, a host in its own region', async () => {
    const text = await renderText({
      ...ROLLING,
      registries: ['444455556666', '123456789012.dkr.ecr.us-west-2.amazonaws.com']
    });
    expect(text.match(/get-authorization-token --registry-ids \S+/g)).toEqual([
      'get-authorization-token --registry-ids 444455556666'
    ]);
    expect(text).toContain(
      'aws ecr get-login-password --region us-west-2 | docker login --username AWS --password-stdin 123456789012.dkr.ecr.us-west-2.amazonaws.com\n'
    );
  });

  it("waits for ECR's scan at the end of the build where there is a gate, and has no word of it where there is none", async () => {
    const gated = await renderText({ ...ROLLING, 'scan-gate': 'HIGH' });
    const [build = '', after = ''] = gated.split('  post_build:\n');
    expect(build).toContain(
      "# scan-gate: HIGH. ECR's scan of every image is waited for, and nothing that is CRITICAL or HIGH"
    );
    expect(build.trimEnd().split('\n').at(-1)).toBe(
      '        pass_scans "$IMAGE" imageDigest="$DIGEST" --repository-name shop/web'
    );
    expect(after).not.toMatch(/scan/);
    expect(await renderText(ROLLING)).not.toMatch(/scan/);
  });

  it('says how it is made again, with the flags', async () => {
    const text = await renderText(ROLLING, undefined, { flags: " --target 'a b'" });
    expect(text.split('\n').slice(0, 3)).toEqual([
      '# Builds and pushes shop/web, and writes the files for CodePipeline\'s deploy action "Amazon ECS".',
      '# Made by Slipway from slipway.yml: edit that and make this again,',
      "#     slipway generate buildspec --target 'a b'"
    ]);
  });

  it('does nothing with images where there are none', async () => {
    const existing = await renderText({ ...ROLLING, repository: undefined, image: 'nginx:1.29' });
    expect(existing).not.toContain('docker');
    expect(existing).toContain(`web "nginx:1.29" > slipway-artifacts/imagedefinitions.json`);
    expect(existing).toContain(`sed "s|<IMAGE1_NAME>|nginx:1.29|g" taskdefinition.json`);
  });
});

describe('the template of a task definition', () => {
  const web = { ...ROLLING, 'reuse-image': true };

  it('is the file itself, where Slipway would write it just so', async () => {
    const files = await render(web);
    expect(files).toHaveLength(1);
    expect(files[0]?.text).toContain("grep -q '<IMAGE1_NAME>' taskdefinition.json || {");
  });

  it.each([
    ['it is written in another way', web, JSON.stringify(taskDefinitionOf(['web']))],
    ['a real image stands in it', web, OWN.replace('<IMAGE1_NAME>', 'shop/web:latest')],
    ['the settings change it', { ...web, 'task-role-arn': 'arn:aws:iam::123456789012:role/api' }, OWN],
    ['the placeholder stands elsewhere too', web, OWN.replace('/ecs/web', '/ecs/<IMAGE1_NAME>')]
  ])('stands beside the buildspec where %s', async (_, settings, taskDefinition) => {
    const files = await render(settings, { 'taskdefinition.json': taskDefinition });
    expect(files.map(({ path }) => path)).toEqual(['buildspec.yml', 'taskdefinition.template.json']);
    expect(files[0]?.text).toMatch(/\[ "\$\(sha256sum < taskdefinition\.json\)" = '[0-9a-f]{64} {2}-' \] \|\| \{/);
    expect(files[1]?.text).toMatch(/"image": "<(?:SLIPWAY_)?IMAGE1_NAME>"/);
  });

  it('has placeholders that stand nowhere else', async () => {
    const [, template] = await render(web, { 'taskdefinition.json': OWN.replace('/ecs/web', '/ecs/<IMAGE1_NAME>') });
    expect(template?.text).toContain('"image": "<SLIPWAY_IMAGE1_NAME>"');
    expect(template?.text).toContain('"awslogs-group": "/ecs/<IMAGE1_NAME>"');
  });

  it('keeps the names of the environment and of the folder', async () => {
    const settings = { ...web, environments: { dev: { appspec: 'files/spec.json' } } };
    const files = {
      'taskdefinition.json': JSON.stringify(taskDefinitionOf(['web'])),
      'files/spec.json': `# Ours\n${APPSPEC}`
    };
    const made = await render(settings, files, { directory: 'ci/aws' }, { environment: 'dev' });
    expect(made.map(({ path }) => path)).toEqual([
      'ci/aws/dev.buildspec.yml',
      'ci/aws/dev.appspec.template.yml',
      'ci/aws/dev.taskdefinition.template.json'
    ]);
    expect(made[0]?.text).toContain('cp ci/aws/dev.appspec.template.yml slipway-artifacts/appspec.yml');
  });

  it('does not mind the line ends of a checkout on Windows', async () => {
    const [buildspec] = await render(web, { 'taskdefinition.json': OWN.replaceAll('\n', '\r\n') });
    expect(buildspec?.text).toContain(`"$(tr -d '\\r' < taskdefinition.json | sha256sum)"`);
  });
});

describe('what a build in CodeBuild cannot do is refused', () => {
  it.each([
    [
      'the task definition that runs',
      { ...ROLLING, 'task-definition': 'service' },
      /^task-definition: task-definition is service: a build in CodeBuild has only the files of the repository\. Keep /
    ],
    [
      'a registered task definition',
      { ...ROLLING, 'task-definition': 'shop-web:7' },
      /^task-definition: task-definition is shop-web:7: /
    ],
    [
      'an AppSpec made from the service',
      { ...ROLLING, 'codedeploy-application': 'shop', 'codedeploy-deployment-group': 'web' },
      /^appspec: .* cannot be made in CodeBuild\. Write an appspec\.yml, or name one with appspec\.$/
    ],
    [
      "GitHub's cache",
      { ...ROLLING, 'cache-to': 'type=gha,mode=max' },
      /^cache-to: cache-to is type=gha,mode=max: GitHub's cache is there in GitHub Actions only\./
    ],
    [
      'a builder that is not there',
      { ...ROLLING, 'build-options': '--builder=mine' },
      /^build-options: build-options names the builder mine, which there is not in CodeBuild\./
    ],
    [
      'a context outside of the repository',
      { ...ROLLING, context: '../web' },
      /^context: context is \.\.\/web, which is outside of the repository/
    ],
    [
      'a folder that is a pattern',
      { ...ROLLING, 'artifacts-directory': 'out/*' },
      /^artifacts-directory: artifacts-directory is out\/\*, and CodeBuild would take that for a pattern\./
    ],
    [
      'a variable that is a command',
      { ...ROLLING, 'build-secrets': ['id=a,env=a[$(id)]'] },
      /^build-secrets: "a\[\$\(id\)\]" is not a valid name of a shell variable\./
    ],
    [
      'a NUL',
      { ...ROLLING, 'build-args': { A: 'a\0b' } },
      /^build-args: build-args or a setting beside it contains a character that cannot be passed on/
    ],
    [
      'several services',
      { ...ROLLING, service: undefined, services: [{ service: 'web' }, { service: 'worker' }] },
      /^services: There are several services \(web and worker\), and a deploy action of CodePipeline deploys one\. Choose one: --service=web/
    ],
    [
      'no image at all',
      { ...ROLLING, repository: undefined, image: 'Shop/Web:1' },
      /^image: "Shop\/Web:1" is not a valid image reference/
    ]
  ])('%s', async (_, settings, expected) => {
    const told = await complaints(settings);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(expected);
  });

  it('several services with images of their own, which belong into files of their own', async () => {
    const names = ['web', 'proxy'];
    const settings = {
      region: 'eu-west-1',
      cluster: 'shop',
      images: names.map(container => ({ container, repository: `shop/${container}` })),
      services: names.map(service => ({ service, 'task-definition': `${service}.json` }))
    };
    const files = Object.fromEntries(names.map(name => [`${name}.json`, taskDefinitionOf([name])]));
    expect(await complaints(settings, files)).toEqual([
      expect.stringMatching(/deploys one\. Give each a settings file of its own, with its images: --config=/)
    ]);
  });

  it('a file outside of the repository, and a folder to write to there', async () => {
    const files = { '../task.json': OWN };
    expect(await complaints({ ...ROLLING, 'task-definition': '../task.json' }, files, { directory: '../ci' })).toEqual([
      expect.stringMatching(/^task-definition: task-definition is \.\.\/task\.json, which is outside/),
      expect.stringMatching(/^output: output is \.\.\/ci, which is outside/)
    ]);
  });

  it('of several images by its place', async () => {
    const images = ['web', 'proxy'].map(container => ({
      container,
      repository: `shop/${container}`,
      'cache-from': container === 'proxy' ? 'type=gha' : 'shop/web:cache'
    }));
    const { repository, ...settings } = ROLLING;
    expect(repository).toBe('shop/web');
    const files = { 'taskdefinition.json': taskDefinitionOf(['web', 'proxy']) };
    expect(await complaints({ ...settings, images }, files)).toEqual([
      expect.stringMatching(/^images\[1\]\.cache-from: /)
    ]);
  });
});

describe('what a person has added', () => {
  const added = `# What the tests say
reports:
  tests:
    files: ['**/*.xml']   # all of them

cache:
  paths:
    - /root/.m2/**/*
`;

  it('reports and cache are kept with their comments, wherever they stood', async () => {
    const fresh = await renderText(ROLLING);
    const made = await renderText(ROLLING, undefined, { present: `version: 0.2\n${added}phases: {}\n` });
    expect(made).toBe(`${fresh}\n# What the tests say
reports:
  tests:
    files: ['**/*.xml']   # all of them

cache:
  paths:
    - /root/.m2/**/*
`);
    expect(load(made)).toMatchObject({ cache: { paths: ['/root/.m2/**/*'] }, version: 0.2 });
  });

  it('and are kept the same when it is made again', async () => {
    const once = await renderText(ROLLING, undefined, { present: added.replaceAll('\n', '\r\n') });
    expect(await renderText(ROLLING, undefined, { present: once })).toBe(once);
  });

  const PLACES: readonly (readonly [string, string, string])[] = [
    ['a variable', '  variables:\n', '    # Ours.\n    NODE_ENV: production\n'],
    ['the first variable of several', '  variables:\n', '    A: "1"\n    B: |\n      two\n      lines\n'],
    ['secrets', '  shell: bash\n', '  secrets-manager:\n    NPM_TOKEN: ci/npm:token\n'],
    ['parameters', '  shell: bash\n', '  parameter-store: # by name\n    KEY: /shop/key\n'],
    ['exported variables', '  shell: bash\n', '  exported-variables:\n    - TAG\n    - IMAGE\n'],
    ['a list as far out as its key', '  shell: bash\n', '  exported-variables:\n  - TAG\n'],
    [
      'an install phase',
      'phases:\n',
      '  install:\n    runtime-versions:\n      nodejs: 22\n    commands:\n      - npm ci\n'
    ],
    ['finally of a phase', '  build:\n', '    finally:\n      - echo done\n'],
    ['who runs a phase', '  build:\n    on-failure: ABORT\n', '    run-as: build\n'],
    ['secondary artifacts', 'artifacts:\n', '  secondary-artifacts:\n    report:\n      files: [report.html]\n'],
    ['a file more', '    - taskdefinition.json\n', '    - report.html\n'],
    ['a name of the artifact', 'artifacts:\n', '  name: web-$(date +%F)\n'],
    ['a proxy', 'version: 0.2\n', 'proxy:\n  upload-artifacts: yes\n']
  ];

  it.each(PLACES)('%s stays where it means the same, and nothing of ours changes', async (_, after, text) => {
    const fresh = await renderText(ROLLING);
    expect(fresh).toContain(after);
    const present = fresh.replace(after, `${after}${text}`);
    const made = await renderText({ ...ROLLING, tags: 'v2' }, undefined, { present });
    // As a reader of YAML sees it: what was added, in what is made without it.
    const plain = await renderText({ ...ROLLING, tags: 'v2' });
    expect(load(made)).toEqual(load(plain.replace(after, `${after}${text}`)));
    for (const line of text.split('\n')) expect(made).toContain(line);
    expect(splitBuildspec(made).ownLines).toEqual(splitBuildspec(plain).ownLines);
    expect(await renderText({ ...ROLLING, tags: 'v2' }, undefined, { present: made })).toBe(made);
  });

  it('is indented for its place', async () => {
    const present = 'version: 0.2\nenv:\n    secrets-manager:\n        A: b:c\n';
    expect(await renderText(ROLLING, undefined, { present })).toContain('\n  secrets-manager:\n      A: b:c\n');
  });

  it.each(['env: {secrets-manager: {A: b}}\n', 'env:\n  variables: {A: b}\n'])(
    'in brackets cannot be taken out, and is a line of its own: %j',
    async present => {
      const { kept, ownLines } = splitBuildspec(`version: 0.2\n${present}`);
      expect([...kept.env, ...kept.variables]).toEqual([]);
      expect(ownLines.join('\n')).toContain('{');
    }
  );

  it.each(['', 'no: [yaml', '- a list\n', 'version: 0.2\n'])('is nothing in %j', async present => {
    expect(await renderText(ROLLING, undefined, { present })).toBe(await renderText(ROLLING));
  });
});
