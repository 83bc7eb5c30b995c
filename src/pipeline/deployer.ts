import type { Problem } from '../errors.js';
import { listNames, quote } from '../text/format.js';

/** Who deploys in the pipeline. */
export type Deployer = { readonly kind: 'aws' } | SlipwayDeployer;

/** Slipway itself, at a version that nobody can change: an archive, and the hash that its bytes must have. */
export interface SlipwayDeployer {
  readonly kind: 'slipway';
  readonly archive:
    | { readonly from: 'npm'; readonly name: string; readonly version: string }
    | { readonly from: 'url'; readonly url: string };
  /** In hexadecimal, as `sha512sum` and `sha256sum` print it. */
  readonly hash: { readonly algorithm: 'sha512' | 'sha256'; readonly hex: string };
}

const DEPLOYERS = ['aws', 'slipway'];
/** The package's own name on npm. */
const PACKAGE = 'slipway';
const HOW =
  "Write --slipway=1.2.3#sha512-… (npm view slipway@1.2.3 dist.integrity), or an archive's --slipway=https://…#sha256:….";

const NPM = /^(?:((?:@[a-z0-9~][a-z0-9._~-]*\/)?[a-z0-9~][a-z0-9._~-]*)@)?([^@]+)$/;
/** Semantic Versioning 2.0.0: one version, and no range. */
const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;
/** No user and password, which would stand in the template, and nothing that a shell or a URL's reader takes for something else. */
const URL = /^https:\/\/[A-Za-z0-9.-]+(?::\d+)?\/[A-Za-z0-9._~%@+=,/-]+$/;

/** Reads `deploy` and `slipway`; what is wrong is added to the problems. */
export function readDeployer(
  { deploy = '', slipway = '' }: Readonly<Record<string, string | undefined>>,
  problems: Problem[]
): Deployer {
  if (deploy !== '' && !DEPLOYERS.includes(deploy)) {
    problems.push(malformed(`--deploy is ${quote(deploy)}; there are ${listNames(DEPLOYERS)}.`));
    return { kind: 'aws' };
  }
  if (deploy !== 'slipway') {
    if (slipway !== '') {
      const what =
        '--slipway is the version that --deploy=slipway runs, and CodePipeline deploys by its own action here.';
      problems.push({ ...malformed(what, 'Add --deploy=slipway, or leave it out.'), code: 'no-effect' });
    }
    return { kind: 'aws' };
  }
  const read = readPinned(slipway);
  if (!('what' in read)) return read;
  problems.push(read);
  return { kind: 'aws' };
}

/** Anything that could be another program tomorrow is refused: it deploys with the rights of the role. */
function readPinned(text: string): SlipwayDeployer | Problem {
  if (text === '')
    return malformed('--deploy=slipway runs Slipway in CodeBuild, and which version of it is not said.', HOW);
  const [source = '', hash, ...more] = text.split('#');
  const isUrl = source.includes('://');
  if (hash === undefined || hash === '' || more.length > 0) {
    return malformed(`--slipway is ${quote(text)}, without the hash of what is run.`, HOW);
  }
  if (isUrl) {
    if (!URL.test(source))
      return malformed(`--slipway names ${quote(source)}, expected the https:// address of an archive (.tgz).`, HOW);
    const [, hex] = /^sha256[:-]([0-9a-f]{64})$/i.exec(hash) ?? [];
    if (hex === undefined)
      return malformed(
        `--slipway has the hash ${quote(hash)}, expected sha256: and 64 hexadecimal digits for an archive.`,
        HOW
      );
    return {
      kind: 'slipway',
      archive: { from: 'url', url: source },
      hash: { algorithm: 'sha256', hex: hex.toLowerCase() }
    };
  }
  const [, name = PACKAGE, version = ''] = NPM.exec(source) ?? [];
  if (!EXACT.test(version)) {
    return malformed(
      `--slipway names ${quote(source)}, expected an exact version such as 1.2.3: a tag or a range may become another program.`,
      HOW
    );
  }
  const [, base64 = ''] = /^sha512-([A-Za-z0-9+/]{86}==)$/.exec(hash) ?? [];
  if (base64 === '')
    return malformed(`--slipway has the hash ${quote(hash)}, expected npm's sha512- and 88 characters of Base64.`, HOW);
  const hex = Buffer.from(base64, 'base64').toString('hex');
  return { kind: 'slipway', archive: { from: 'npm', name, version }, hash: { algorithm: 'sha512', hex } };
}

function malformed(what: string, next = ''): Problem {
  return { code: 'malformed', place: {}, what, next };
}
