import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { withSandbox, type Sandbox, type Shipped } from '../dist/sandbox.js';
import { ROLLING, seed } from '../dist/seed.js';
import { namesOf, readPhases, sequenceOf } from '../phases.js';
import { installBuildx, startBuildKit, withArm64, type BuildKit } from './buildkit-parts.js';
import { DOCKER, startEngine, type Engine } from './docker-parts.js';

const SECRET = 'a-secret-of-the-build';

/** Notes at build time for which processor it was built, and that it saw the secret; tells that when it is run. */
const PROGRAM = `package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"runtime"
)

func main() {
	if len(os.Args) == 1 {
		note, _ := os.ReadFile("/note")
		fmt.Print(string(note))
		return
	}
	secret, _ := os.ReadFile("/run/secrets/token")
	note := fmt.Sprintf("%s %x\\n", runtime.GOARCH, sha256.Sum256(secret))
	if err := os.WriteFile("/note", []byte(note), 0o644); err != nil {
		panic(err)
	}
}
`;

const DOCKERFILE = `FROM scratch
ARG TARGETARCH
COPY app-\${TARGETARCH} /app
RUN --mount=type=secret,id=token ["/app", "note"]
CMD ["/app"]
`;

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
}, 60_000);

afterAll(() => engine.close(), 60_000);

describe("the bundle with a builder of one's own (buildx, BuildKit)", () => {
  it(
    'builds for two processors with a secret and a cache in the registry; the next build takes from the cache',
    () =>
      withArm64(() =>
        withSandbox(
          async sandbox => {
            await seed(sandbox, 'ECS');
            // Its tag moves with every build, which the repository of the images does not let tags do.
            await sandbox.call('ecr', 'CreateRepository', { repositoryName: 'shop/cache' });
            await writePrograms(sandbox);
            const first = await withBuilder(sandbox, () => ship(sandbox, '1'.repeat(40)));
            expect(first).toMatchObject({ exitCode: 0, outputs: { outcome: 'succeeded' } });
            expect(first.log).not.toMatch(/^#\d+ CACHED$/m);
            // Where the builder begins to push, it says so.
            expect(namesOf(sequenceOf(readPhases(first.outputs['phases']))).slice(0, 4)).toEqual([
              'check',
              'build',
              'push',
              'register'
            ]);
            expect(JSON.stringify([first.log, first.outputs, first.summary, first.docker])).not.toContain(SECRET);
            const noted = createHash('sha256').update(SECRET).digest('hex');
            for (const processor of ['amd64', 'arm64']) {
              expect(await runImage(sandbox, first, processor)).toBe(`${processor} ${noted}\n`);
            }
            // A builder that knows nothing: what it has not to do again it has from the registry.
            const second = await withBuilder(sandbox, () => ship(sandbox, '2'.repeat(40)));
            expect(second).toMatchObject({ exitCode: 0, outputs: { outcome: 'succeeded' } });
            expect(second.log.match(/^#\d+ CACHED$/gm)).toHaveLength(4);
            expect(first.summary).toMatch(/<td>Size<\/td><td>[\d.]+ \w+ in 2 layers<\/td>/);
            expect(second.summary).toMatch(
              /<td>Size<\/td><td>([\d.]+ \w+) in 2 layers \(none changed\); \1 before<\/td>/
            );
          },
          { docker: DOCKER }
        )
      ),
    300_000
  );
});

async function writePrograms(sandbox: Sandbox): Promise<void> {
  await sandbox.write('main.go', PROGRAM);
  for (const processor of ['amd64', 'arm64']) {
    execFileSync('go', ['build', '-ldflags=-s -w', '-o', `app-${processor}`, 'main.go'], {
      cwd: sandbox.workspace,
      env: { ...process.env, GOOS: 'linux', GOARCH: processor, CGO_ENABLED: '0', GOFLAGS: '' }
    });
  }
  await sandbox.write('Dockerfile', DOCKERFILE);
  await installBuildx(sandbox.home);
}

/** Selects a builder behind buildx's remote driver, as one does with `docker buildx use`, which is gone afterwards. */
async function withBuilder(sandbox: Sandbox, body: () => Promise<Shipped>): Promise<Shipped> {
  const buildkit: BuildKit = await startBuildKit();
  const config = join(sandbox.home, '.docker');
  try {
    await engine.docker(['buildx', 'create', '--name', 'ours', '--driver', 'remote', '--use', buildkit.address], {
      config
    });
    return await body();
  } finally {
    await engine.docker(['buildx', 'rm', 'ours'], { config });
    await buildkit.close();
  }
}

function ship(sandbox: Sandbox, sha: string): Promise<Shipped> {
  const cache = `type=registry,ref=${new URL(sandbox.cloud.endpoint).host}/shop/cache:main`;
  const inputs = {
    ...ROLLING,
    platforms: 'linux/amd64,linux/arm64',
    'build-secrets': 'id=token,env=TOKEN',
    'cache-from': cache,
    'cache-to': `${cache},mode=max,image-manifest=true,oci-mediatypes=true`
  };
  return sandbox.ship(inputs, { sha, env: { ...engine.env, TOKEN: SECRET } });
}

/** Pulls the image for one processor by its digest, and has it run. */
async function runImage(sandbox: Sandbox, { outputs }: Shipped, processor: string): Promise<string> {
  const { image = '', 'image-digest': digest = '', registry = '' } = outputs;
  const [password = ''] = await sandbox.readPasswords();
  const byDigest = `${image.slice(0, image.lastIndexOf(':'))}@${digest}`;
  const config = mkdtempSync(join(tmpdir(), 'slipway-docker-config-'));
  try {
    await engine.docker(['login', '--username', 'AWS', '--password-stdin', registry], { config, input: password });
    await engine.docker(['pull', '--quiet', '--platform', `linux/${processor}`, byDigest], { config });
    const said = await engine.docker([
      'run',
      '--rm',
      '--network',
      'none',
      '--platform',
      `linux/${processor}`,
      byDigest
    ]);
    await engine.docker(['rmi', '--force', byDigest]);
    return said;
  } finally {
    rmSync(config, { recursive: true, force: true });
  }
}
