import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { feedClient, runClient, withRegistry, type RegistryPlace } from './client-parts.js';

/**
 * A command and what it says, its exit code 0. In both `{}` is the registry's `host:port`,
 * and in the command `[said]` is the digest that the command before said.
 */
type Step = readonly [command: string, said: RegExp | string, exitCode?: number];

const DIGEST = /sha256:[0-9a-f]{64}/;
const MISSING = "The repository with name 'nowhere' does not exist in the registry with id '123456789012'";
const IMMUTABLE =
  "The image tag 'x' already exists in the 'fixed' repository and cannot be overwritten because the tag is immutable.";

const LOGIN: Step = ['crane auth login {} -u AWS --password-stdin', 'logged in via'];

/** Two images for two processors and their index in `{}/seed`, by crane: what the others copy. */
const SEED: readonly Step[] = [
  LOGIN,
  ['crane append --new_layer one.tar -t {}/seed:plain', DIGEST],
  ['crane mutate --set-platform linux/amd64 {}/seed:plain -t {}/seed:amd64', DIGEST],
  ['crane append --new_layer two.tar -t {}/seed:other', DIGEST],
  ['crane mutate --set-platform linux/arm64 {}/seed:other -t {}/seed:arm64', DIGEST],
  ['crane index append -m {}/seed:amd64 -m {}/seed:arm64 -t {}/seed:multi', DIGEST],
  // The others would use its login.
  ['crane auth logout {}', 'logged out via']
];

const CLIENTS: Readonly<Record<string, readonly Step[]>> = {
  crane: [
    LOGIN,
    ['crane catalog {}', /^first\nfixed\nsecond\nseed\n$/],
    ['crane ls {}/seed', 'amd64\narm64\nmulti\nother\nplain\n'],
    ['crane digest {}/seed:amd64', DIGEST],
    ['crane config {}/seed:arm64', '"architecture":"arm64"'],
    ['crane manifest {}/seed:multi', /"architecture":"amd64".*"architecture":"arm64"/],
    ['crane manifest --platform linux/arm64 {}/seed:multi', '"layers"'],
    ['crane copy {}/seed:multi {}/first:multi', /pushed blob[^]*first:multi: digest: sha256/],
    ['crane validate --remote {}/first:multi', 'PASS: {}/first:multi'],
    ['crane pull {}/seed:amd64 image.tar', ''],
    ['crane push image.tar {}/first:pushed', DIGEST],
    ['crane pull --format=oci {}/seed:multi layout', ''],
    ['crane push layout {}/second:layout', DIGEST],
    ['crane tag {}/first:pushed tagged', 'first:tagged: digest: sha256'],
    ['crane export {}/first:tagged -', 'one'],
    ['crane mutate --label a=b {}/first:pushed -t {}/first:labelled', DIGEST],
    ['crane config {}/first:labelled', '"Labels":{"a":"b"}'],
    ['crane rebase {}/first:labelled --old_base {}/seed:amd64 --new_base {}/seed:arm64 -t {}/first:rebased', DIGEST],
    ['crane flatten {}/first:labelled -t {}/first:flat', DIGEST],
    ['crane ls {}/first', 'flat\nlabelled\nmulti\npushed\nrebased\ntagged\n'],
    ['crane delete {}/first:tagged', ''],
    ['crane ls {}/first', 'flat\nlabelled\nmulti\npushed\nrebased\n'],
    ['crane digest {}/first:flat', DIGEST],
    ['crane delete {}/first@[said]', ''],
    ['crane digest {}/first:flat', 'MANIFEST_UNKNOWN: Requested image not found', 1],
    ['crane digest {}/seed:amd64', DIGEST],
    ['crane delete {}/seed@[said]', 'DENIED: Requested image referenced by manifest list: [sha256:', 1],
    ['crane push image.tar {}/nowhere:x', `NAME_UNKNOWN: ${MISSING}`, 1],
    ['crane digest {}/nowhere:x', `NAME_UNKNOWN: ${MISSING}`, 1],
    ['crane push image.tar {}/fixed:x', DIGEST],
    ['crane push image.tar {}/fixed:x', DIGEST],
    ['crane copy {}/seed:arm64 {}/fixed:x', `TAG_INVALID: ${IMMUTABLE}`, 1],
    ['crane auth logout {}', 'logged out via'],
    ['crane ls {}/first', 'UNAUTHORIZED: Not Authorized', 1]
  ],
  oras: [
    ['oras login --plain-http {} -u AWS --password-stdin', 'Login Succeeded'],
    ['oras repo ls --plain-http {}', /^first\nfixed\nsecond\nseed\n$/],
    ['oras push --plain-http {}/first:v1 --artifact-type application/vnd.example one.txt:text/plain', DIGEST],
    ['oras push --plain-http {}/first:v2,latest two.txt', 'Tagged latest'],
    ['oras repo tags --plain-http {}/first', 'latest\nv1\nv2\n'],
    ['oras resolve --plain-http {}/first:v1', DIGEST],
    ['oras attach --plain-http {}/first:v1 --artifact-type application/sbom two.txt', DIGEST],
    ['oras attach --plain-http {}/first:v1 --artifact-type application/signature one.txt', DIGEST],
    ['oras discover --plain-http {}/first:v1', /application\/sbom[^]*application\/signature|signature[^]*sbom/],
    [
      'oras discover --plain-http --artifact-type application/sbom {}/first:v1',
      /^(?!.*signature)[^]*application\/sbom/
    ],
    ['oras pull --plain-http -o pulled {}/first:v1', 'Pulled [registry] {}/first:v1'],
    ['oras manifest fetch --plain-http {}/first:v1', '"artifactType":"application/vnd.example"'],
    ['oras manifest fetch-config --plain-http {}/first:v1', '{}'],
    ['oras tag --plain-http {}/first:v1 again', 'Tagged again'],
    ['oras cp --from-plain-http --to-plain-http -r {}/first:v1 {}/second:copied', DIGEST],
    ['oras discover --plain-http {}/second:copied', /application\/sbom/],
    ['oras cp --from-plain-http --to-plain-http {}/seed:multi {}/second:multi', DIGEST],
    ['oras manifest index create --plain-http {}/first:index v1 v2', 'Pushed'],
    ['oras blob push --plain-http {}/first two.txt', 'Pushed: [registry] {}/first'],
    ['oras manifest delete --plain-http -f {}/first:v2', 'denied: Requested image referenced by manifest list', 1],
    ['oras manifest delete --plain-http -f {}/first:index', 'Deleted [registry] {}/first:index'],
    ['oras manifest delete --plain-http -f {}/first:v2', 'Deleted [registry] {}/first:v2'],
    ['oras repo tags --plain-http {}/first', /^again\nv1\n$/],
    ['oras manifest fetch --plain-http {}/first:v2', '{}/first:v2: not found', 1],
    ['oras push --plain-http {}/nowhere:v1 one.txt', `name unknown: ${MISSING}`, 1],
    ['oras push --plain-http {}/fixed:x one.txt', DIGEST],
    ['oras push --plain-http {}/fixed:x two.txt', `tag invalid: ${IMMUTABLE}`, 1],
    ['oras backup --plain-http --output saved --include-referrers {}/first:v1', 'Successfully backed up 1 tag(s)'],
    ['oras restore --plain-http --input saved {}/second', 'Successfully restored'],
    ['oras logout {}', ''],
    ['oras repo tags --plain-http {}/first', 'Error', 1]
  ],
  regctl: [
    ['regctl registry set --skip-check --tls disabled {}', ''],
    ['regctl registry login {} -u AWS --pass-stdin', ''],
    ['regctl repo ls {}', /^first\nfixed\nsecond\nseed\n/],
    ['regctl tag ls {}/seed', 'amd64\narm64\nmulti\nother\nplain\n'],
    // Two layers and two configurations.
    ['regctl image copy {}/seed:multi {}/first:multi', /(?:Failed to mount blob[^]*){4}/],
    ['regctl image digest {}/first:multi', DIGEST],
    ['regctl image digest --platform linux/arm64 {}/first:multi', DIGEST],
    ['regctl image inspect --platform linux/arm64 {}/first:multi', '"architecture": "arm64"'],
    ['regctl image manifest {}/first:multi', 'linux/arm64'],
    ['regctl image copy {}/seed:amd64 ocidir://folder:one', ''],
    ['regctl image copy ocidir://folder:one {}/first:one', '{}/first:one'],
    ['regctl image export {}/first:one exported.tar', ''],
    ['regctl image import {}/first:imported exported.tar', ''],
    ['regctl image mod {}/first:one --label a=b --create {}/first:changed', '{}/first:changed'],
    ['regctl index create {}/first:index --ref {}/first:one', ''],
    ['regctl artifact put --artifact-type application/signature --subject {}/first:one -f one.txt', ''],
    ['regctl artifact list {}/first:one', 'ArtifactType: application/signature'],
    ['regctl artifact tree {}/first:one', /Referrers:\n\s+- sha256:[0-9a-f]{64}: application\/signature/],
    ['regctl manifest head {}/first:one', DIGEST],
    ['regctl tag delete {}/first:imported', ''],
    ['regctl tag ls {}/first', 'changed\nindex\nmulti\none\n'],
    ['regctl image digest {}/first:index', DIGEST],
    ['regctl manifest delete {}/first@[said]', ''],
    ['regctl tag ls {}/first', /^changed\nmulti\none\n/],
    ['regctl image digest {}/first:imported', 'not found [http 404]', 1],
    ['regctl image copy {}/seed:amd64 {}/nowhere:x', MISSING, 1],
    ['regctl image copy {}/seed:amd64 {}/fixed:x', '{}/fixed:x'],
    ['regctl image copy {}/seed:arm64 {}/fixed:x', IMMUTABLE, 1],
    ['regctl registry logout {}', ''],
    ['regctl tag ls {}/first', 'unauthorized', 1]
  ],
  skopeo: [
    ['skopeo login --tls-verify=false -u AWS --password-stdin {}', 'Login Succeeded!'],
    ['skopeo list-tags --tls-verify=false docker://{}/seed', '"amd64",'],
    ['skopeo inspect --tls-verify=false docker://{}/seed:amd64', '"Architecture": "amd64"'],
    ['skopeo inspect --tls-verify=false --config docker://{}/seed:amd64', '"architecture": "amd64"'],
    ['skopeo inspect --tls-verify=false --raw docker://{}/seed:multi', '"manifests"'],
    [
      'skopeo copy --src-tls-verify=false --dest-tls-verify=false --all docker://{}/seed:multi docker://{}/first:multi',
      'Copying 2 of 2 images in list'
    ],
    ['skopeo copy --src-tls-verify=false docker://{}/seed:amd64 dir:folder', 'Storing signatures'],
    ['skopeo copy --dest-tls-verify=false dir:folder docker://{}/first:one', 'Storing signatures'],
    ['skopeo copy --src-tls-verify=false docker://{}/seed:arm64 oci:layout:two', 'Storing signatures'],
    ['skopeo copy --dest-tls-verify=false --format oci oci:layout:two docker://{}/second:two', 'Storing signatures'],
    [
      'skopeo copy --dest-tls-verify=false --format v2s2 oci:layout:two docker://{}/second:docker',
      'Storing signatures'
    ],
    [
      'skopeo sync --src-tls-verify=false --dest-tls-verify=false --src docker --dest dir {}/second synced',
      'Synced 2 images'
    ],
    ['skopeo list-tags --tls-verify=false docker://{}/second', /"docker",\s+"two"/],
    ['skopeo delete --tls-verify=false docker://{}/second:two', ''],
    ['skopeo list-tags --tls-verify=false docker://{}/second', /\[\s+"docker"\s+\]/],
    ['skopeo inspect --tls-verify=false docker://{}/second:two', 'manifest unknown: Requested image not found', 1],
    ['skopeo inspect --tls-verify=false docker://{}/nowhere:x', `name unknown: ${MISSING}`, 1],
    ['skopeo copy --dest-tls-verify=false dir:folder docker://{}/nowhere:x', `name unknown: ${MISSING}`, 1],
    ['skopeo copy --dest-tls-verify=false dir:folder docker://{}/fixed:x', 'Storing signatures'],
    ['skopeo copy --dest-tls-verify=false oci:layout:two docker://{}/fixed:x', `tag invalid: ${IMMUTABLE}`, 1],
    ['skopeo logout {}', 'Removed login credentials'],
    ['skopeo list-tags --tls-verify=false docker://{}/second', 'unauthorized', 1]
  ]
};

/** Runs the commands one after the other; gives what was otherwise than expected, a text each. */
async function runSteps(place: RegistryPlace, steps: readonly Step[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  let said = '';
  for (const [command, expected, exitCode = 0] of steps) {
    const [program = '', ...args] = command.replaceAll('{}', place.host).replaceAll('[said]', said).split(' ');
    const got = await feedClient(place, program, args, place.password);
    said = DIGEST.exec(got.text)?.[0] ?? '';
    const text = got.text.replaceAll(place.host, '{}');
    const fits = typeof expected === 'string' ? text.includes(expected) : expected.test(text);
    if (got.exitCode !== exitCode || !fits) wrong.push(`${command}: ${got.exitCode}, ${text}`);
  }
  return wrong;
}

/** Runs `body` with a registry that has the seed, and with the files that the commands push. */
async function withSeed(body: (place: RegistryPlace) => Promise<void>): Promise<void> {
  await withRegistry(['first', 'second', 'seed'], async place => {
    await place.call('ecr', 'CreateRepository', { repositoryName: 'fixed', imageTagMutability: 'IMMUTABLE' });
    for (const name of ['one', 'two']) {
      await writeFile(join(place.workspace, `${name}.txt`), name);
      await runClient(place, 'tar', 'cf', `${name}.tar`, `${name}.txt`);
    }
    expect(await runSteps(place, SEED)).toEqual([]);
    await body(place);
  });
}

describe('the registry of the built-in AWS', () => {
  it.concurrent.each(Object.entries(CLIENTS))('takes the commands of %s', (_client, steps) =>
    withSeed(async place => expect(await runSteps(place, steps)).toEqual([]))
  );

  it.concurrent('mounts blobs for clients where the account lets it, and only there', () =>
    withSeed(async place => {
      const copy = (to: string): Step => [
        `crane copy {}/seed:multi {}/${to}:multi`,
        to === 'first' ? 'pushed blob' : 'mounted blob'
      ];
      expect(await runSteps(place, [LOGIN, copy('first')])).toEqual([]);
      await place.call('ecr', 'PutAccountSetting', { name: 'BLOB_MOUNTING', value: 'ENABLED' });
      expect(await runSteps(place, [copy('second')])).toEqual([]);
      const off = ['regctl registry set --skip-check --tls disabled {}', ''] as const;
      const quiet = ['regctl image copy {}/seed:amd64 {}/first:quiet', /^(?!.*Failed to mount)/s] as const;
      expect(await runSteps(place, [off, quiet])).toEqual([]);
    })
  );
});
