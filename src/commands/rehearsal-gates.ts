import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { dump } from 'js-yaml';

import { systemFiles } from '../host/files.js';
import { readSettingsFile } from '../steps/read-sources.js';
import { isRecord } from '../text/record.js';

/** Settings that need a pause of the service. */
const LEFT_OUT = ['gate-command', 'gate-urls', 'gate-at', 'gate-timeout-minutes'];

/** What a rehearsal goes by, and whether something was left out. */
interface RehearsedSettings {
  readonly given: Readonly<Record<string, string>>;
  readonly leftOut: boolean;
}

/**
 * A project's settings without its gates: the service of a rehearsal is rolled out without a pause. Where the settings file has some, a copy without them is written into a folder of the rehearsal.
 *
 * @param folder the project's
 * @param backstage a folder that goes away with the rehearsal
 */
export async function leaveOutGates(
  given: Readonly<Record<string, string>>,
  folder: string,
  backstage: string
): Promise<RehearsedSettings> {
  const kept = Object.fromEntries(Object.entries(given).filter(([name, value]) => !isLeftOut(name, value)));
  const leftOut = Object.keys(kept).length < Object.keys(given).length;
  const file = await readSettingsFile(given['config'], systemFiles(undefined, folder)).catch(() => undefined);
  const without = file === undefined ? undefined : withoutGates(file.value);
  if (without === undefined || JSON.stringify(without) === JSON.stringify(file?.value)) return { given: kept, leftOut };
  const config = resolve(join(backstage, 'without-gates.yml'));
  await writeFile(config, dump(without));
  return { given: { ...kept, config }, leftOut: true };
}

function isLeftOut(name: string, value: unknown): boolean {
  return LEFT_OUT.includes(name) || (name === 'wait-for' && value === 'paused');
}

/** At the top, under each environment and in each of the services. */
function withoutGates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutGates);
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([name, each]) => !isLeftOut(name, each));
  return Object.fromEntries(kept.map(([name, each]) => [name, withoutGates(each)]));
}
