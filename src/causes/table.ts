import type { Cause } from './cause.js';
import { ACCESS_CAUSES } from './table/access.js';
import { API_CAUSES } from './table/api.js';
import { CAPACITY_CAUSES } from './table/capacity.js';
import { CODEDEPLOY_CAUSES } from './table/codedeploy.js';
import { BUILD_CAUSES } from './table/build.js';
import { END_CAUSES } from './table/end.js';
import { EVENT_CAUSES } from './table/events.js';
import { PULL_CAUSES } from './table/pull.js';
import { REGISTRY_CAUSES } from './table/registry.js';
import { SETUP_CAUSES } from './table/setup.js';
import { START_CAUSES } from './table/start.js';

/** A chapter of the table, as docs/troubleshooting.md shows it. */
export interface CauseChapter {
  readonly title: string;
  readonly causes: readonly Cause[];
}

export const CHAPTERS: readonly CauseChapter[] = [
  { title: 'Credentials, rights and throttling', causes: ACCESS_CAUSES },
  { title: 'Requests that AWS refuses', causes: API_CAUSES },
  { title: 'Docker: builds', causes: BUILD_CAUSES },
  { title: 'Docker: registries', causes: REGISTRY_CAUSES },
  { title: 'CodeDeploy', causes: CODEDEPLOY_CAUSES },
  { title: 'Images of tasks', causes: PULL_CAUSES },
  { title: 'Secrets, logs and volumes of tasks', causes: SETUP_CAUSES },
  { title: 'Placement and capacity', causes: CAPACITY_CAUSES },
  { title: 'Start of tasks', causes: START_CAUSES },
  { title: 'End of tasks', causes: END_CAUSES },
  { title: 'Service events', causes: EVENT_CAUSES }
];

/** All causes. The first that a text fulfils holds: within a chapter, special ones stand before general ones. */
export const CAUSES: readonly Cause[] = CHAPTERS.flatMap(({ causes }) => causes);
