import { quote } from '../../text/format.js';
import type { Config, FilesConfig } from '../config.js';
import { checkGates, hasGate } from './gates.js';
import { CONFLICT, MISSING_SETTING, NO_EFFECT } from '../setting-rules.js';
import { locateSetting } from '../sources/source-locations.js';
import type { Need } from '../table/setting.js';
import { SETTINGS } from '../table/settings-table.js';
import type { ReportProblem } from '../sources/source-value.js';
import { defaultOf, PRECEDENCE, type Settings } from '../sources/resolved-settings.js';

const NEEDS: Readonly<Record<Need, { readonly what: string; readonly next: string }>> = {
  'task-definition': { what: 'without a task definition', next: 'Add task-definition.' },
  service: { what: 'without a service', next: 'Add service.' },
  services: { what: 'without services', next: 'Add services, or leave it out.' },
  'run-task': { what: 'without run-task', next: 'Add run-task: true, or leave it out.' },
  gate: { what: 'without a gate', next: 'Add gate-command or gate-urls, or leave it out.' },
  deployment: { what: 'without deployment', next: 'Add deployment, or leave it out.' },
  cache: { what: 'without cache: registry', next: 'Add cache: registry, or leave it out.' },
  build: { what: 'because nothing is built', next: 'Add repository (to build and push), or leave it out.' }
};

/** Tells settings that make no sense together. Nothing is known here of files and of AWS. */
export function checkTogether(settings: Settings, config: Config, report: ReportProblem): void {
  const hasServices = hasEntries(settings, 'services');
  const hasTaskDefinition =
    settings.explicit('task-definition') !== undefined ||
    config.rollouts.some(({ files }) => files.taskDefinition !== undefined);
  const hasService = settings.explicit('service') !== undefined || hasServices;
  const wantsImages = hasImages(settings);
  const follows = config.deployments.length > 0;
  if (!hasTaskDefinition && !wantsImages && !follows) {
    report({
      code: MISSING_SETTING.name,
      place: {},
      what: 'Nothing to do: there is neither a task-definition nor a repository or image.',
      next: `Add task-definition (to register and deploy) or repository (to build and push)${overlayHint(settings)}.`
    });
  }
  if (config.files.taskDefinition?.kind === 'service' && !hasService) {
    const what = 'task-definition: service means the one that the service runs now, and no service is given.';
    report({ code: MISSING_SETTING.name, place: settings.place('task-definition'), what, next: NEEDS.service.next });
  }
  const met: Readonly<Record<Need, boolean>> = {
    'task-definition': hasTaskDefinition,
    // A deployment says itself which service it is of.
    service: hasService || follows,
    services: hasServices,
    'run-task': settings.explicit('run-task')?.value !== false && settings.explicit('run-task') !== undefined,
    gate: config.rollouts.some(({ gate }) => hasGate(gate)),
    deployment: follows,
    cache: config.images.some(image => image.kind === 'built' && image.build.cache === 'registry'),
    // With `image` and `repository` in conflict there is no image; that was told.
    build: config.images.length === 0 ? wantsImages : config.images.some(image => image.kind === 'built')
  };
  reportUnmetNeeds(settings, met, report);
  checkGates(settings, config, report);
  const doubled = new Set(config.rollouts.flatMap(({ files }) => findDoubled(files)));
  for (const name of doubled) {
    const what = `${quote(name)} is both an environment variable and a secret.`;
    const place = locateSetting('secrets', settings) ?? settings.place('secrets');
    report({ code: CONFLICT.name, place, what, next: 'Keep one of the two.' });
  }
}

/** Names that are given a value and a secret. */
function findDoubled({ environmentVariables, secrets }: FilesConfig): readonly string[] {
  const names = new Set(secrets.map(({ name }) => name));
  return environmentVariables.flatMap(({ name }) => (names.has(name) ? [name] : []));
}

/** Whether a list has entries, well said or not. An empty one takes back what the top says. */
function hasEntries(settings: Settings, name: 'images' | 'services'): boolean {
  const explicit = settings.explicit(name);
  return explicit !== undefined && !(Array.isArray(explicit.value) && explicit.value.length === 0);
}

/** Whether an image is asked for, well said or not. */
function hasImages(settings: Settings): boolean {
  if (settings.explicit('images') !== undefined) return hasEntries(settings, 'images');
  return settings.explicit('image') !== undefined || settings.explicit('repository') !== undefined;
}

function overlayHint(settings: Settings): string {
  return settings.explicit('environment') === undefined
    ? ', or choose an environment of slipway.yml that has them'
    : '';
}

/** Only inputs and flags are held to it: a file serves several jobs, and not every one uses all of it. */
function reportUnmetNeeds(settings: Settings, met: Readonly<Record<Need, boolean>>, report: ReportProblem): void {
  for (const option of SETTINGS) {
    const explicit = settings.explicit(option.name);
    if (option.needs === undefined || met[option.needs] || explicit?.strength !== PRECEDENCE.given) continue;
    if (explicit.value === undefined || explicit.value === defaultOf(option.name)) continue;
    const { what, next } = NEEDS[option.needs];
    report({ code: NO_EFFECT.name, place: explicit.place, what: `${option.name} has no effect ${what}.`, next });
  }
}
