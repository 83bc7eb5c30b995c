import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { feedClient, withRegistry } from './client-parts.js';
import { sortOut } from './differences.js';

type Reasons = readonly (readonly [pattern: RegExp, reason: string])[];

/** What fails, each because ECR does not follow the specification there. A name that a row knows must fail. */
const FAILING: Reasons = [
  [
    /^sha512 blobs\/(?!bad digest).*\/blob-(?:post-only|post-put|patch-stream|patch-chunked|mount|mount-anonymous) /,
    'ECR takes sha256 alone (API_CompleteLayerUpload: "The sha256 digest of the image layer")'
  ],
  [/^sha512 blobs\/empty(?:JSON)?\/blob-(?:head|get) /, 'so none of these was pushed'],
  [/^sha512\/(?:head|pull)\//, 'the same'],
  [/^sha512\/push\/(?:blob|manifest-by-digest)/, 'sha256 alone, for manifests too'],
  [
    /^sparse\/push\/manifest-by-(?:digest|tag) /,
    'API_PutImage: LayersNotFoundException and ReferencedImagesNotFoundException: what an image names must be there'
  ],
  [/^sparse\/(?:head|pull)\/manifest/, 'so none of these was pushed'],
  [/^sparse\/tag-list /, 'the same']
];

/** What the registry answers in a way that the specification allows and the suite then skips. */
const SKIPPED: Reasons = [
  [
    /\/blob-delete registry returned status 405$/,
    'ECR deletes no layers by themselves: they go with the images (user guide, "Deleting an image")'
  ],
  [
    /\/blob-mount(?:-anonymous)? registry returned status 202/,
    'ECR mounts only where the account setting BLOB_MOUNTING is ENABLED, and never from nowhere'
  ]
];

/** The newest stable version of the specification, with all that its suite can be asked for beside it. */
const SETTINGS = {
  OCI_VERSION: '1.1',
  OCI_API_BLOBS_UPLOAD_CANCEL: 'true',
  OCI_API_BLOBS_DIGEST_HEADER: 'true',
  OCI_API_MANIFESTS_DIGEST_HEADER: 'true',
  OCI_DATA_SPARSE: 'true',
  OCI_DATA_SHA512: 'true'
};

interface Case {
  /** `sha256 blobs/post only/blob-delete` */
  readonly name: string;
  readonly status: string;
  /** The first line of what is said. */
  readonly said: string;
}

/** The cases of a JUnit report of the suite. */
function readCases(junit: string): readonly Case[] {
  return [
    ...junit.matchAll(/<testcase name="OCI Conformance Test\/([^"]*)"[^>]* status="(\w+)">(.*?)<\/testcase>/gs)
  ].map(([, name = '', status = '', inner = '']) => ({
    name,
    status,
    said: /<system-out>(.*?)(?:&#xA;|<)/s.exec(inner)?.[1] ?? ''
  }));
}

const describeCase = ({ name, said }: Case): string => `${name} ${said}`;

describe("the OCI distribution specification's conformance suite", () => {
  it('fails and skips only where ECR itself does otherwise', () =>
    withRegistry(['conformance/one', 'conformance/two'], async place => {
      const run = await feedClient(place, 'conformance', [], '', {
        ...SETTINGS,
        OCI_REGISTRY: place.host,
        OCI_TLS: 'disabled',
        OCI_REPO1: 'conformance/one',
        OCI_REPO2: 'conformance/two',
        OCI_USERNAME: 'AWS',
        OCI_PASSWORD: place.password,
        OCI_RESULTS_DIR: place.workspace
      });
      const cases = readCases(await readFile(join(place.workspace, 'junit.xml'), 'utf8'));
      const of = (...statuses: readonly string[]): readonly Case[] =>
        cases.filter(({ status }) => statuses.includes(status));
      const [passed, failed, skipped] = [of('passed'), of('failure', 'error'), of('skipped')];
      expect(run.text).toMatch(/ Error\.*: +0\n/);
      // Of the release that .ci/run installs; another one has other cases.
      expect([passed.length, failed.length, skipped.length, cases.length]).toEqual([525, 93, 112, 730]);
      expect(sortOut(failed.map(describeCase), FAILING)).toEqual({ unknown: [], stale: [] });
      expect(sortOut(skipped.map(describeCase), SKIPPED)).toEqual({ unknown: [], stale: [] });
      const failing = new Set(failed.map(({ name }) => name));
      const better = passed.filter(each => !failing.has(each.name)).map(describeCase);
      expect(better.filter(each => FAILING.some(([pattern]) => pattern.test(each)))).toEqual([]);
    }));
});
