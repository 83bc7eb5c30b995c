import type { Change } from '../task-definition/diff.js';
import { renderTree } from './check-tree.js';
import { hasChanges, wouldFail, type Plan, type PlannedTaskDefinition, type PlannedService } from './plan.js';
import { resourceName } from '../text/arn.js';
import { nameTags } from '../text/image-tags.js';

/** A line for people. What it says of a difference is its mark; told apart by colour on a terminal. */
export interface Line {
  readonly mark: '+' | '-' | '~' | '#' | ' ';
  readonly text: string;
}

/** A plan in lines: images, task definitions, files, AppSpecs, calls. Pure. */
export function listPlan(plan: Plan): readonly Line[] {
  const { images, services, calls, preflight } = plan;
  return [
    ...(preflight === undefined ? [] : [title('Preflight'), ...listText(renderTree(preflight))]),
    ...(images.length === 0 ? [] : [title(images.length === 1 ? 'Image' : 'Images'), ...listImages(plan)]),
    ...services.flatMap(service => [
      ...listDefinition(service),
      ...listFiles(service),
      ...(service.gate === undefined ? [] : [title(`Gate${forWhom(service)}`), plain(service.gate)]),
      ...(service.appspec === undefined ? [] : [title(`AppSpec${forWhom(service)}`), ...listText(service.appspec)])
    ]),
    title('Calls that would change something, in this order'),
    ...(calls.length === 0
      ? [plain('none')]
      : calls.map(({ call, input }, index) => plain(`${index + 1}. ${call} ${JSON.stringify(input)}`))),
    ...listActions(plan)
  ];
}

/** Only what differs between the files and what runs. Pure. */
export function listDifferences({ services }: Plan): readonly Line[] {
  return services.flatMap(service =>
    service.definition === undefined || service.definition.changes.length === 0 ? [] : listDefinition(service)
  );
}

/** The plan in one sentence. Pure. */
export function summarise(plan: Plan): string {
  const { images, calls } = plan;
  if (wouldFail(plan)) return 'A deployment would fail: see what is NG in the preflight. Nothing was changed.';
  const built = images.filter(({ action }) => action === 'build').length;
  if (calls.length === 0) return 'No change: nothing would be registered or rolled out. Nothing was changed.';
  const unchanged =
    built > 0
      ? 'No change in the task definition; the image would be built.'
      : 'No change: the task definition says what runs already.';
  const what = hasChanges(plan) ? 'The task definition would change.' : unchanged;
  return `${what} ${calls.length} ${calls.length === 1 ? 'call' : 'calls'} would change something. Nothing was changed.`;
}

function listImages({ images }: Plan): readonly Line[] {
  return images.map(image => {
    const { action, uri, digest, context = '.', platforms, tags, tagsToAdd, repository, createsRepository } = image;
    switch (action) {
      case 'use':
        return plain(`${uri} is used as it is${digest === undefined ? '' : ` (${digest})`}`);
      case 'reuse': {
        const more = tagsToAdd.length === 0 ? '' : `; it gets ${nameTags(tagsToAdd)}`;
        return plain(`${uri} is in the repository already (${digest ?? ''}) and not built again${more}`);
      }
      case 'build': {
        const where = createsRepository ? `${repository}, which is created first,` : repository;
        const how = platforms.length === 0 ? '' : ` for ${platforms.join(', ')}`;
        return line(
          '+',
          `built from ${context}${how} and pushed to ${where} with ${nameTags(tags)}; its digest is known after the build`
        );
      }
    }
  });
}

function listDefinition({ definition, service, engine, unchanged }: PlannedService): readonly Line[] {
  if (definition === undefined) return [];
  const { family, changes, rebuilt } = definition;
  const whose = service === undefined ? '' : ` of ${service} (${engine ?? ''})`;
  return [
    title(`Task definition ${family}${whose}, ${compared(definition, service)}`),
    ...(changes.length === 0 ? [plain('no change')] : changes.flatMap(listChange)),
    ...(rebuilt && changes.length === 0
      ? [plain('the image is built: what is under its reference is known after the build')]
      : []),
    ...(unchanged ? [plain('it runs already: nothing is registered or rolled out (skip-unchanged)')] : [])
  ];
}

function compared({ comparedWith }: PlannedTaskDefinition, service: string | undefined): string {
  if (comparedWith === undefined) return service === undefined ? 'the first of its family' : 'where nothing runs yet';
  const revision = resourceName(comparedWith);
  return service === undefined ? `against ${revision}, its newest revision` : `against ${revision}, which runs`;
}

/** One line, or three where a value takes the place of another. */
function listChange({ kind, path, from, to, hidden }: Change): readonly Line[] {
  const mark = { added: '+', removed: '-', changed: '~' } as const;
  if (hidden === true) return [line(mark[kind], `${path}: ${kind}, not shown`)];
  if (kind === 'changed') return [line('~', path), line('-', `    ${show(from)}`), line('+', `    ${show(to)}`)];
  const value = kind === 'added' ? to : from;
  return [line(mark[kind], value === undefined ? path : `${path}: ${show(value)}`)];
}

function listFiles(service: PlannedService): readonly Line[] {
  const marks = { new: '+', same: ' ', different: '~', 'after-build': ' ' } as const;
  const states = {
    new: 'would be written',
    same: 'is there already, the same',
    different: 'is there and would be written over',
    'after-build': 'is there; the build decides on its content'
  } as const;
  if (service.files.length === 0) return [];
  return [
    title(`Files${forWhom(service)}`),
    ...service.files.map(({ path, state }) => line(marks[state], `${path} ${states[state]}`))
  ];
}

function listActions({ calls }: Plan): readonly Line[] {
  const actions = [...new Set(calls.flatMap(call => call.actions))].sort();
  return actions.length === 0 ? [] : [title('IAM actions that these calls need'), ...actions.map(plain)];
}

function forWhom({ service }: PlannedService): string {
  return service === undefined ? '' : ` for ${service}`;
}

function listText(text: string): readonly Line[] {
  return text.trimEnd().split('\n').map(plain);
}

function show(value: unknown): string {
  return JSON.stringify(value);
}

function title(text: string): Line {
  return line('#', text);
}

function plain(text: string): Line {
  return line(' ', text);
}

function line(mark: Line['mark'], text: string): Line {
  return { mark, text };
}
