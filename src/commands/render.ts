import { ARTIFACT_NAMES } from '../artifacts/artifact-paths.js';
import { placeProblems } from '../config/sources/source-locations.js';
import { SlipwayError } from '../errors.js';
import { inMemoryCleanupStore } from '../host/console.js';
import { renderArtifacts, writeArtifacts, type ArtifactName } from '../steps/write-artifacts.js';
import { readRendering, type Rendering } from '../steps/render.js';
import { connectWorld, readSettings, type Host } from '../run.js';
import { nearestName } from '../text/suggest.js';
import { listNames, quote } from '../text/format.js';
import type { Arguments } from './arguments.js';

/**
 * `slipway render`: the four files as a run would write them, without building or changing anything at AWS. Resolves with the exit code.
 *
 * @throws ProblemsError with all that is wrong; SlipwayError where AWS is needed and does not answer
 */
export async function render(
  { flags: { output, file, registry, aws, ...flags }, problems }: Pick<Arguments, 'flags' | 'problems'>,
  host: Omit<Host, 'cleanupStore'>,
  write: (text: string) => void
): Promise<number> {
  const wanted = file === undefined ? undefined : readName(file);
  const given = output === undefined ? flags : { ...flags, 'artifacts-directory': output };
  const { config, locate } = await readSettings({ given, givenFrom: 'flag', problems }, host);
  // What is printed may go into another program.
  const reporter = wanted === undefined ? host.reporter : { ...host.reporter, info: () => undefined };
  const world = connectWorld(config, { ...host, reporter, cleanupStore: inMemoryCleanupStore(new Map()) });
  const rendering = await readRendering(config, { registry, askAws: aws === 'true' }, world).catch((error: unknown) => {
    throw placeProblems(error, locate);
  });
  if (wanted === undefined) {
    await writeArtifacts(rendering.services, rendering.images, world);
  } else write(pick(rendering, wanted));
  return 0;
}

const NAMES = Object.entries(ARTIFACT_NAMES) as readonly (readonly [ArtifactName, string])[];

function readName(name: string): ArtifactName {
  const found = NAMES.find(([, text]) => text.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found[0];
  const known = NAMES.map(([, text]) => text);
  const near = nearestName(name, known);
  const what = `There is no file ${quote(name)} among those that are made: they are ${listNames(known)}.`;
  const next = near === undefined ? undefined : `Did you mean ${near}?`;
  throw new SlipwayError({ code: 'unknown-file', fault: 'user', what, next });
}

function pick({ services, images }: Rendering, wanted: ArtifactName): string {
  const texts = services.flatMap(service => renderArtifacts(service, images)[wanted] ?? []);
  const [text, ...others] = new Set(texts);
  if (text !== undefined && others.length === 0) return text;
  const name = ARTIFACT_NAMES[wanted];
  throw text === undefined
    ? new SlipwayError({
        code: 'nothing-to-render',
        fault: 'user',
        what: `There is nothing to write into ${name}.`,
        next: WHY[wanted]
      })
    : new SlipwayError({
        code: 'several-services',
        fault: 'user',
        what: `Each of ${services.length} services has a ${name} of its own.`,
        next: 'Choose one with --service, or leave --file out.'
      });
}

const WHY: Readonly<Record<ArtifactName, string>> = {
  imageDefinitions: 'Say repository or image.',
  imageDetail: 'Say repository or image.',
  taskDefinition: 'Say task-definition.',
  appspec: 'Say appspec, or add --aws: for a service of CodeDeploy it is made from the service.'
};
