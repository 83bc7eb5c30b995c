import { resourceName } from '../../text/arn.js';
import { quote } from '../../text/format.js';
import type { ServiceConfig } from '../config.js';
import { CONFLICT, MISSING_SETTING } from '../setting-rules.js';
import { readMap } from '../sources/sources.js';
import type { Data, ReportProblem } from '../sources/source-value.js';
import { PRECEDENCE, type Settings } from '../sources/resolved-settings.js';

/**
 * What is rolled out: the entries of `services`, else what the settings at the top say. An entry takes what it does not say from the top.
 *
 * A `service` that is said more strongly than `services` chooses: its entry where there is one, so that `--service=web` rolls out one of
 * those in the file; else it stands for itself.
 *
 * @param decode reads one service from the settings in force for it
 */
export function decodeServices(
  settings: Settings,
  decode: (settings: Settings) => ServiceConfig,
  report: ReportProblem
): readonly [ServiceConfig, ...ServiceConfig[]] {
  const entries = settings.get('services') ?? [];
  const chosen = settings.explicit('service');
  const strength = settings.explicit('services')?.strength ?? 0;
  if (entries.length > 0 && chosen?.strength === strength) {
    report({
      code: CONFLICT.name,
      place: chosen.place,
      what: 'service (one) and services (several) contradict each other.',
      next: 'Keep one of the two.'
    });
  }
  const services = entries.map(entry => decodeEntry(entry, settings, decode, report));
  if (chosen !== undefined && chosen.strength > strength) {
    return [services.find(({ rollout }) => rollout.service === chosen.value) ?? decode(settings)];
  }
  reportDuplicates(services, entries, report);
  const [first, ...rest] = giveFolders(services);
  return first === undefined ? [decode(settings)] : [first, ...rest];
}

function decodeEntry(
  entry: Data,
  settings: Settings,
  decode: (settings: Settings) => ServiceConfig,
  report: ReportProblem
): ServiceConfig {
  const layer = readMap(entry, 'services', PRECEDENCE.entry, [], report);
  if (!layer.has('service')) {
    const what = 'expected a service: each entry names its own.';
    report({ code: MISSING_SETTING.name, place: entry.place([]), what, next: 'Add service: <name>.' });
  }
  const own = settings.under(layer);
  if (own.explicit('task-definition') === undefined) {
    const what = 'there is no task-definition, neither in this entry nor for all services.';
    report({ code: MISSING_SETTING.name, place: entry.place([]), what, next: 'Add task-definition.' });
  }
  return decode(own);
}

/** Two deployments of one service: the later would take the place of the earlier. */
function reportDuplicates(services: readonly ServiceConfig[], entries: readonly Data[], report: ReportProblem): void {
  const seen = new Set<string>();
  for (const [index, { rollout }] of services.entries()) {
    if (rollout.service === undefined) continue;
    const name = `${resourceName(rollout.cluster)}/${resourceName(rollout.service)}`;
    if (seen.has(name)) {
      const what = `the service ${quote(name)} is listed twice.`;
      report({ code: CONFLICT.name, place: entries[index]?.place([]) ?? {}, what, next: 'Keep one of the two.' });
    }
    seen.add(name);
  }
}

/** Each service's files in a folder of its name; two of one name, in different clusters, have the cluster's before it. */
function giveFolders(services: readonly ServiceConfig[]): readonly ServiceConfig[] {
  if (services.length < 2) return services;
  const names = services.map(({ rollout }) => resourceName(rollout.service ?? ''));
  return services.map((service, index) => {
    const name = names[index] ?? '';
    const unique = names.filter(other => other === name).length === 1;
    const folder = unique ? name : `${resourceName(service.rollout.cluster)}-${name}`;
    return {
      ...service,
      files: { ...service.files, artifactsDirectory: `${service.files.artifactsDirectory}/${folder}` }
    };
  });
}
