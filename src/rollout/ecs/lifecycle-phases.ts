const PHASES: Readonly<Record<string, string>> = {
  RECONCILE_SERVICE: 'start',
  PRE_SCALE_UP: 'start',
  SCALE_UP: 'start',
  POST_SCALE_UP: 'start',
  TEST_TRAFFIC_SHIFT: 'test',
  POST_TEST_TRAFFIC_SHIFT: 'test',
  PRE_PRODUCTION_TRAFFIC_SHIFT: 'shift',
  PRODUCTION_TRAFFIC_SHIFT: 'shift',
  POST_PRODUCTION_TRAFFIC_SHIFT: 'shift',
  BAKE_TIME: 'bake',
  CLEAN_UP: 'drain'
};

/** The phase that a lifecycle stage of ECS is in; one that is unknown is a phase by its own name. */
export function phaseOfStage(stage: string): string {
  return PHASES[stage] ?? stage.toLowerCase();
}
