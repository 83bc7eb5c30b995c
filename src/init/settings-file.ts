import { dump } from 'js-yaml';

import { listNames } from '../text/format.js';
import { toOneLine } from '../text/one-line.js';

/** What slipway.yml is to say, in the settings' own names; what is undefined is left out. */
export interface InitSettings {
  readonly region: string;
  /** undefined: the cluster `default`. */
  readonly cluster: string | undefined;
  readonly images: readonly InitImage[];
  /** A single one stands at the top. */
  readonly services: readonly InitService[];
}

/** An image that is built. */
export interface InitImage {
  readonly container: string;
  readonly repository: string;
  /** No tag of its repository can move, so that no cache can be kept there. */
  readonly isImmutable?: boolean | undefined;
}

/** Of one service, under the settings' names. */
export interface InitService {
  readonly service: string;
  /** Set where its single image is for one of several containers. */
  readonly 'container-name'?: string | undefined;
  readonly 'task-definition': string;
  readonly appspec?: string | undefined;
  readonly 'codedeploy-application'?: string | undefined;
  readonly 'codedeploy-deployment-group'?: string | undefined;
}

/** The text of slipway.yml: YAML, with a line above what somebody still has to look at. */
export function renderSettings({ region, cluster, images, services }: InitSettings): string {
  const [first] = services;
  const names = services.map(({ service }) => service);
  const head = `# Made by \`slipway init\` from ${toOneLine(names.join(', '))} as it ran. All settings: \`slipway help ship\`.\n`;
  const top = write({ region });
  if (services.length > 1 || first === undefined) {
    return [head, top, listImages(images), write({ cluster }), 'services:\n', ...services.map(writeEntry)].join('');
  }
  const { service, 'container-name': container, ...rest } = first;
  const [image, ...others] = images;
  const build =
    image === undefined
      ? ''
      : BUILD + write({ repository: image.repository, 'container-name': container }) + proposeCache(images);
  return [head, top, others.length > 0 ? listImages(images) : build, write({ cluster, service, ...rest })].join('');
}

const BUILD = '# Built here and pushed; `context` and `dockerfile` say from what, where that is not this folder.\n';

/** Which cache fits whom: the generated workflow has its own proposal, and on one's own machine the engine keeps one. */
function proposeCache(images: readonly InitImage[]): string {
  const immutable = [
    ...new Set(images.flatMap(({ repository, isImmutable }) => (isImmutable === true ? repository : [])))
  ];
  const registry =
    immutable.length === 0
      ? '`cache: registry` in CodeBuild and elsewhere'
      : `\`cache: registry\` with \`cache-repository\` elsewhere, since tags of ${listNames(immutable)} are immutable`;
  return `# To build faster on machines that begin empty: \`cache: github\` in GitHub Actions, ${registry}.\n`;
}

function listImages(images: InitSettings['images']): string {
  if (images.length === 0) return '';
  const note = '# Each is built and pushed: say its context, or take it out if it is not built here.\n';
  return `images:\n${indent(note)}${images.map(({ container, repository }) => writeEntry({ container, repository, context: '.' })).join('')}${proposeCache(images)}`;
}

function writeEntry(entry: object): string {
  const text = dump([withoutAbsent(entry)], { lineWidth: -1, flowLevel: 1 });
  return indent(text.replace(/^- \{(.*)\}$/m, '- { $1 }'));
}

function write(settings: object): string {
  const present = withoutAbsent(settings);
  return Object.keys(present).length === 0 ? '' : dump(present, { lineWidth: -1 });
}

function withoutAbsent(settings: object): object {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
