import { DEPLOYMENT, GATE_URL } from './formats.js';
import { defineSettings, PER_SERVICE, SHARED } from './setting.js';

/** The check of the new version before it gets the production traffic, and deployments that are under way already. */
export const GATE_SETTINGS = defineSettings({
  gateCommand: {
    name: 'gate-command',
    group: 'gate',
    kind: 'string',
    help: 'A command line that tests the new version, run by the shell in the workspace as `run:` of a workflow is. Exit code 0 passes. `GATE_URL`, `GATE_HEADERS`, `GATE_DEPLOYMENT`, `GATE_TASK_DEFINITION` and `GATE_TASK_IPS` say where the new version is.',
    defaultText: 'no gate',
    example: './smoke-test.sh',
    needs: 'service',
    scopes: PER_SERVICE
  },
  gateUrls: {
    name: 'gate-urls',
    group: 'gate',
    kind: 'list',
    separator: 'line',
    help: 'URLs that test the new version, one a line. Each must answer 2xx three times in a row. A path such as `/health` is requested behind `GATE_URL`, with `GATE_HEADERS`.',
    default: [],
    defaultText: 'no gate',
    example: '/health',
    form: GATE_URL,
    needs: 'service',
    scopes: PER_SERVICE
  },
  gateAt: {
    name: 'gate-at',
    group: 'gate',
    kind: 'enum',
    values: ['test', 'live'],
    help: 'When the gate runs: before the new version gets production traffic (`test`), while the deployment waits for its answer, or as soon as it has all of it (`live`).',
    defaultText: '`test`; `live` for a rolling update, which has no pause',
    needs: 'gate',
    scopes: PER_SERVICE
  },
  gateTimeoutMinutes: {
    name: 'gate-timeout-minutes',
    group: 'gate',
    kind: 'integer',
    min: 1,
    unit: 'minutes',
    help: 'How long one run of the gate may take. A gate that runs out of time has failed.',
    default: 10,
    needs: 'gate',
    scopes: PER_SERVICE
  },
  deployments: {
    name: 'deployment',
    group: 'gate',
    kind: 'list',
    separator: 'line',
    help: 'A deployment in progress to follow, as the output `deployment` names it, or the ARN of a service deployment; several are one a line. Nothing is built, registered or deployed.',
    default: [],
    example: 'shop/web/Xk2Qm9bT3rLw8sYc',
    form: DEPLOYMENT,
    scopes: SHARED
  },
  continue: {
    name: 'continue',
    group: 'gate',
    kind: 'enum',
    values: ['no', 'continue', 'rollback'],
    help: 'What to do with a `deployment` that waits: leave it to others (`no`), let it go on (`continue`), or go back (`rollback`).',
    default: 'no',
    needs: 'deployment',
    scopes: SHARED
  }
});
