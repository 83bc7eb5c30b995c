import { readDocker } from '../buildspec-reader/docker.js';
import type { BuildRun } from '../buildspec-reader/interpret.js';

/** The name that an image is pushed under. */
interface ImageName {
  /** The registry's host; undefined where none is named, or where it is part of the repository's variable. */
  readonly registry: string | undefined;
  readonly repository: string;
  /** The repository is one variable that may hold the registry too. */
  readonly wholeUri: boolean;
}

/** Where an image is pushed. */
export type Registry =
  /** A private registry of ECR; account and region where they are written. */
  | { readonly kind: 'ecr'; readonly account: string | undefined; readonly region: string | undefined }
  /** Any other, as a person calls it: Slipway does not push there. */
  | { readonly kind: 'other'; readonly called: string };

const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/;

/** The registry that an image's name says. A variable from outside is taken as ECR's, unless the build logs into Docker Hub alone. */
export function readRegistry(image: ImageName, run: BuildRun): Registry {
  const { registry, repository } = image;
  const { unknowns } = run;
  const ownEcr: Registry = { kind: 'ecr', account: undefined, region: undefined };
  if (registry === undefined) {
    const [first = '', ...rest] = repository.split('/');
    const isPlain = unknowns.listIn(rest.length === 0 ? repository : first).length === 0;
    if (isPlain || (image.wholeUri && logsIntoDockerHub(run) && /hub|docker/i.test(unknowns.show(repository))))
      return { kind: 'other', called: 'Docker Hub' };
    return ownEcr;
  }
  const [, account = '', region = ''] = /^(.*)\.dkr[.-]ecr(?:-fips)?\.([^.]*)\./.exec(registry) ?? [];
  if (account !== '') {
    return {
      kind: 'ecr',
      account: /^\d{12}$/.test(account) ? account : undefined,
      region: REGION.test(region) ? region : undefined
    };
  }
  if (registry === 'public.ecr.aws') return { kind: 'other', called: 'ECR Public' };
  if (unknowns.listIn(registry).length > 0)
    return logsIntoDockerHub(run) ? { kind: 'other', called: 'Docker Hub' } : ownEcr;
  return { kind: 'other', called: /^(?:index\.)?docker\.io$/.test(registry) ? 'Docker Hub' : registry };
}

/** There is a login to Docker Hub, and none to anything else. */
function logsIntoDockerHub({ steps }: BuildRun): boolean {
  const hosts = steps.flatMap(({ words }) => {
    const call = readDocker(words);
    return call?.kind === 'login' ? [call.registry ?? 'docker.io'] : [];
  });
  return hosts.length > 0 && hosts.every(host => /(?:^|\/|\.)docker\.io(?:\/|$)/.test(host));
}
