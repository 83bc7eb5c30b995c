import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import { marked } from 'marked';

import { codedeployConsoleUrl, ecsServiceConsoleUrl } from '../../src/aws/console.js';
import { OUTPUTS } from '../../src/config/outputs.js';
import { EXIT_CODES } from '../../src/outcome.js';
import type { Reporter } from '../../src/ports.js';
import { findErrorLine } from '../../src/report/diagnosis.js';
import { listOutputs, type RunReport } from '../../src/report/outputs.js';
import { renderRun } from '../../src/report/run-summary.js';
import { describeFailure, renderSummary } from '../../src/report/summary.js';
import { logOutcome } from '../../src/report/log.js';
import { styleOf } from '../../src/report/outcome-style.js';
import type { Diagnosis } from '../../src/rollout/diagnosis/diagnosis.js';
import type { RolloutTarget } from '../../src/rollout/target.js';
import { VERSION } from '../../src/version.js';
import { formatDuration } from '../../src/text/time.js';

const ARN = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/shop-web:8';
const PREVIOUS = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/shop-web:7';
const TARGET: RolloutTarget = {
  controller: 'ECS',
  strategy: 'ROLLING',
  primary: undefined,
  clusterName: 'shop',
  clusterArn: 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop',
  serviceName: 'web',
  serviceArn: 'arn:aws:ecs:eu-west-1:123456789012:service/shop/web',
  service: {},
  runningTaskDefinitionArn: PREVIOUS,
  warnings: []
};
const DIAGNOSIS: Diagnosis = {
  cause: { id: 'exit-code', sentence: 'The container web exits with code 1.', advice: 'Its last log lines say why.' },
  stopReason: 'tasks failed to start <b>',
  stoppedTasks: [
    {
      found: undefined,
      container: 'web',
      exitCode: 1,
      reason: 'Essential container in task exited',
      count: 3,
      stoppedTasks: []
    }
  ],
  events: [{ at: Date.UTC(2026, 0, 1, 12, 0, 5), message: '(service web) is unable to consistently start tasks.' }],
  circuitBreaker: { status: 'TRIGGERED', failureCount: 3, threshold: 3 },
  alarms: [],
  codedeploy: undefined,
  logs: [
    {
      container: 'web',
      taskArn: 't',
      group: 'g',
      stream: 'ecs/web/1',
      lines: ['```', 'Error: DATABASE_URL is not set']
    }
  ],
  gaps: []
};
const FAILED: RunReport = {
  region: 'eu-west-1',
  outcome: 'rolled-back',
  images: [
    {
      container: undefined,
      registry: '123456789012.dkr.ecr.eu-west-1.amazonaws.com',
      repository: 'shop/web',
      tag: 'abc',
      digest: `sha256:${'0'.repeat(64)}`,
      uri: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:abc',
      digestUri: 'unused',
      built: true
    }
  ],
  phases: [],
  artifacts: undefined,
  target: TARGET,
  taskDefinitionArn: ARN,
  rollout: {
    verdict: 'rolled-back',
    reason: 'Rolled back. The deployment circuit breaker was triggered.',
    taskDefinitionArn: ARN,
    previousTaskDefinitionArn: PREVIOUS,
    diagnosis: DIAGNOSIS,
    timeline: [{ phase: 'start', startedAt: 0, endedAt: 61_000 }]
  }
};

describe('the report', () => {
  it('calls only what ended well green, and every red outcome has an exit code of its own', () => {
    const red = Object.entries(EXIT_CODES).filter(([outcome]) => !styleOf(outcome as keyof typeof EXIT_CODES).green);
    const green = Object.entries(EXIT_CODES).filter(([outcome]) => styleOf(outcome as keyof typeof EXIT_CODES).green);
    expect(green.every(([, code]) => code === 0)).toBe(true);
    expect(red.map(([outcome]) => outcome).sort()).toEqual([
      'cancelled',
      'failed',
      'rolled-back',
      'superseded',
      'timed-out'
    ]);
    expect(new Set(red.map(([, code]) => code)).size).toBe(red.length);
    // 2 is wrong use.
    expect(red.every(([, code]) => code !== 0 && code !== 2)).toBe(true);
  });

  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [1_000, '1 s'],
    [59_400, '59 s'],
    [60_000, '1 min'],
    [185_000, '3 min 5 s']
  ])('says %d ms as %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });

  it('names verdict, cause, dead container and its last lines in the annotation', () => {
    expect(describeFailure(FAILED)).toBe(
      [
        'Rolled back shop/web: The deployment circuit breaker was triggered.',
        'web logged: Error: DATABASE_URL is not set',
        'The container web exits with code 1. Its last log lines say why.',
        'Stopped tasks: 3 × web: Essential container in task exited (exit code 1).',
        'Last lines of web:\n```\nError: DATABASE_URL is not set'
      ].join('\n')
    );
  });

  it('has all of it in the summary, and nothing that a container logged breaks out', () => {
    const summary = renderSummary(FAILED);
    expect(summary).toContain('## ❌ Rolled back: shop/web');
    expect(summary).toContain('<tr><td>Task definition</td><td><code>shop-web:8</code></td></tr>');
    expect(summary).toContain('<tr><td>Before</td><td><code>shop-web:7</code></td></tr>');
    expect(summary).toContain('\n\nstart 1 min 1 s\n\n```mermaid\n---\n');
    expect(summary).toContain('  section shop/web\n  start (1 min 1 s) :0, 61000ms\n```');
    expect(summary).not.toContain('section Tasks');
    expect(summary).toContain('````\n```\nError: DATABASE_URL is not set\n````');
    expect(summary).toContain('12:00:05  (service web) is unable to consistently start tasks.');
    expect(summary).toContain(
      'https://eu-west-1.console.aws.amazon.com/ecs/v2/clusters/shop/services/web/deployments?region=eu-west-1'
    );
  });

  it('tells what the containers said first, what is short in the table, and folds the rest', () => {
    const summary = renderSummary(FAILED);
    const order = [
      '**The container web exits with code 1.**<br>\nweb logged: <code>Error: DATABASE_URL',
      '\n\nIts last log lines say why.\n\n',
      'Rolled back. The deployment circuit breaker',
      '<details open><summary>Last lines of web (ecs/web/1)</summary>',
      '<tr><td>Image</td>',
      '<tr><td>What AWS says</td><td>tasks failed to start &lt;b&gt;</td></tr>',
      '<tr><td>Stopped tasks</td><td>3 × web: Essential container in task exited (exit code 1)</td></tr>',
      '```mermaid',
      'In the AWS console: '
    ].map(part => summary.indexOf(part));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);

    const two = { ...DIAGNOSIS, events: [...DIAGNOSIS.events, { at: undefined, message: 'And another.' }] };
    const folded = renderSummary({ ...FAILED, rollout: { ...FAILED.rollout, diagnosis: two } as RunReport['rollout'] });
    expect(folded).toContain('<details><summary>Service events</summary>\n\n```\n12:00:05  ');
  });

  it('says nothing twice, and how long it took as a whole', () => {
    const rollout = {
      verdict: 'rolled-back' as const,
      reason: 'Three tasks died. Asked CodeDeploy to stop.',
      taskDefinitionArn: ARN,
      previousTaskDefinitionArn: PREVIOUS,
      codedeployDeploymentId: 'd-1',
      diagnosis: {
        ...DIAGNOSIS,
        stopReason: 'Three tasks died.',
        codedeploy: {
          deploymentId: 'd-1',
          errorCode: undefined,
          message: undefined,
          failedEvent: undefined,
          diagnostics: undefined,
          rollbackMessage: undefined
        }
      },
      timeline: [
        { phase: 'start', startedAt: 0, endedAt: 61_000 },
        { phase: 'rollback', startedAt: 61_000, endedAt: 70_000 }
      ]
    };
    const summary = renderSummary({ ...FAILED, rollout });
    expect(summary.match(/Three tasks died/g)).toHaveLength(1);
    expect(summary.match(/<td>CodeDeploy.*/g)).toEqual([
      '<td>CodeDeploy deployment</td><td><code>d-1</code></td></tr>'
    ]);
    expect(summary).toContain('\n\n**1 min 10 s**: start 1 min 1 s → rollback 9 s\n\n');
  });

  it('draws what the new tasks went through, and leads to deployment, service, task definition and log', () => {
    const [log] = DIAGNOSIS.logs;
    const rollout = {
      ...FAILED.rollout,
      verdict: 'rolled-back' as const,
      taskDefinitionArn: ARN,
      previousTaskDefinitionArn: PREVIOUS,
      codedeployDeploymentId: 'd-1',
      diagnosis: {
        ...DIAGNOSIS,
        logs: log === undefined ? [] : [{ ...log, region: 'eu-central-1', group: '/ecs/web' }]
      },
      timeline: [{ phase: 'start', startedAt: 0, endedAt: 61_000 }],
      tasks: [{ phase: 'pull', startedAt: 5_000, endedAt: 25_000 }]
    };
    const summary = renderSummary({ ...FAILED, rollout });
    expect(summary).toContain('  section Tasks\n  pull (20 s) :5000, 20000ms\n');
    const links = summary.split('\n').find(line => line.startsWith('In the AWS console: '));
    const host = 'https://eu-west-1.console.aws.amazon.com';
    expect(links?.slice('In the AWS console: '.length).split(' · ')).toEqual([
      `[Deployment](${host}/codesuite/codedeploy/deployments/d-1?region=eu-west-1)`,
      `[Service](${host}/ecs/v2/clusters/shop/services/web/deployments?region=eu-west-1)`,
      `[Task definition](${host}/ecs/v2/task-definitions/shop-web/8/containers?region=eu-west-1)`,
      '[Log of web](https://eu-central-1.console.aws.amazon.com/cloudwatch/home?region=eu-central-1#logsV2:log-groups/log-group/$252Fecs$252Fweb/log-events/ecs$252Fweb$252F1)'
    ]);
  });

  it.each([
    '<img src=x> & <script>alert(1)</script>',
    '[a link](evil.example) ![an image](x.png)',
    '*strong* **words** _here_ __and__ ~~there~~ `code` \\*',
    '# a heading',
    '- a list',
    '1. another',
    '> a quotation',
    'TASK_FAILED_TO_START of my_service'
  ])('takes nothing of what AWS, names and containers say for markup: %s', text => {
    const rollout = {
      verdict: 'failed' as const,
      reason: text,
      timeline: [],
      taskDefinitionArn: ARN,
      previousTaskDefinitionArn: PREVIOUS,
      diagnosis: {
        ...DIAGNOSIS,
        cause: { id: 'exit-code', sentence: text, advice: `${text}\n\n${text}` },
        alarms: [text],
        logs: [
          { container: text, taskArn: 't', group: 'g', stream: text, lines: [`Error: ${text}`, '</details>', '````'] }
        ]
      }
    };
    const page = marked.parse(renderSummary({ ...FAILED, rollout }), { async: false });
    const escaped = (part: string): string =>
      part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    // Each place in which it stands: the reason, the cause, its advice twice, the container and its line.
    for (const around of [`<p>${escaped(text)}</p>`, `<strong>${escaped(text)}</strong>`])
      expect(page).toContain(around);
    expect(page).toContain(`<p>${escaped(text)} ${escaped(text)}</p>`);
    expect(page).toContain(`${escaped(text)} logged: <code>Error: ${escaped(text)}</code>`);
    expect(page.replaceAll(/<a href="https:\/\/eu-west-1[^>]*>/g, '')).not.toMatch(
      /<(?:img|script|em|del|li|h1|blockquote|a)\b/
    );
    expect(page.match(/<h2/g)).toHaveLength(1);
  });

  it('has no escape sequence of a terminal in summary and annotation', () => {
    const lines = ['\u001b[31mError: no \u001b[1mdatabase\u001b[0m', '\u001b]0;title\u0007GET /\r'];
    const diagnosis = { ...DIAGNOSIS, logs: DIAGNOSIS.logs.map(log => ({ ...log, lines })) };
    const reached = { ...FAILED, rollout: { ...FAILED.rollout, diagnosis } as NonNullable<RunReport['rollout']> };
    expect(renderSummary(reached)).toContain('```\nError: no database\nGET /\n```');
    expect(describeFailure(reached)).toMatch(/\nweb logged: Error: no database\n.*\nError: no database\nGET \/$/s);
  });

  it('is shorter than GitHub takes, whatever a container logs', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `Error ${index}: ${'배'.repeat(260_000)}`);
    const diagnosis = { ...DIAGNOSIS, logs: DIAGNOSIS.logs.map(log => ({ ...log, lines })) };
    const reached = { ...FAILED, rollout: { ...FAILED.rollout, diagnosis } as NonNullable<RunReport['rollout']> };
    expect(describeFailure(reached).length).toBeLessThan(4_096);
    const one = renderRun(reached);
    expect(Buffer.byteLength(one)).toBeLessThan(1_000_000);
    expect(one).toContain('배… (258009 more characters)\n');
    expect(one).toContain('In the AWS console: ');

    const many = renderRun({ ...reached, services: Array.from({ length: 20 }, () => reached) });
    expect(Buffer.byteLength(many)).toBeLessThan(1_048_576);
    expect(many).toMatch(/\n\n_Cut here: GitHub limits the summary to 1 MiB\. .*_\n$/);
    const page = marked.parse(many, { async: false });
    expect(page.match(/<details/g)).toHaveLength(page.match(/<\/details>/g)?.length ?? 0);
    expect(page).toMatch(/<em>Cut here: .*<\/em><\/p>\n$/);
  });

  it.each([
    [
      'Node',
      ['    throw new Error(x)', 'Error: DATABASE_URL is not set', '    at a (b.js:1:2)', 'Node.js v24'],
      'Error: DATABASE_URL is not set'
    ],
    [
      'Node, with a code',
      ['Error [ERR_MODULE_NOT_FOUND]: Cannot find x', "  code: 'ERR'"],
      'Error [ERR_MODULE_NOT_FOUND]: Cannot find x'
    ],
    [
      'Python',
      ['Traceback (most recent call last):', '  File "a.py"', 'django.db.utils.OperationalError: no host'],
      'django.db.utils.OperationalError: no host'
    ],
    [
      'Java',
      [
        'java.lang.IllegalStateException: outer',
        '\tat x',
        'Caused by: java.net.UnknownHostException: db',
        '\t... 3 more',
        'ERROR: later'
      ],
      'Caused by: java.net.UnknownHostException: db'
    ],
    ['Go', ['panic: no config', '', 'goroutine 1 [running]:'], 'panic: no config'],
    ['nginx', ['nginx: [emerg] host not found'], undefined],
    ['a quiet one', ['starting', 'ErrorHandler ready', 'no errors: 0'], undefined],
    ['nothing', [], undefined]
  ])('finds the line that says why: %s', (_name, lines, line) => {
    const [log] = DIAGNOSIS.logs;
    expect(findErrorLine(log === undefined ? [] : [{ ...log, lines }])?.line).toBe(line);
  });

  it('tells in the log everything that was found out, and each of it once', async () => {
    const told: string[] = [];
    const reporter: Reporter = {
      group: async (title, body) => {
        told.push(`[${title}]`);
        return body();
      },
      info: line => void told.push(line),
      warn: () => undefined,
      error: message => void told.push(`error: ${message}`),
      debug: () => undefined,
      mask: () => undefined
    };
    await logOutcome(FAILED, reporter);
    const text = told.join('\n');
    expect(text.match(/DATABASE_URL is not set/g)).toHaveLength(2);
    expect(text.match(/tasks failed to start/g)).toHaveLength(1);
    expect(told).toContain('Last lines of web (ecs/web/1): see the error at the end.');
    expect(told.at(-1)).toMatch(
      /^error: Rolled back shop\/web: .*\nweb logged: Error.*\n```\nError: DATABASE_URL is not set$/s
    );

    told.length = 0;
    const lines = Array.from({ length: 12 }, (_, index) => `line ${index}`);
    const diagnosis = { ...DIAGNOSIS, logs: DIAGNOSIS.logs.map(log => ({ ...log, lines })) };
    await logOutcome(
      { ...FAILED, rollout: { ...FAILED.rollout, diagnosis } as NonNullable<RunReport['rollout']> },
      reporter
    );
    expect(told.filter(line => line.startsWith('  line '))).toEqual(lines.map(line => `  ${line}`));
  });

  it('does not tell twice who died', () => {
    const reason = '3 tasks died (container web, exit code 1): Essential container in task exited.';
    const rollout = { ...FAILED.rollout, reason } as NonNullable<RunReport['rollout']>;
    expect(describeFailure({ ...FAILED, rollout })).not.toContain('Stopped tasks');
    expect(renderSummary({ ...FAILED, rollout })).not.toContain('Stopped tasks');
  });

  it('tells an error before the rollout in the summary', () => {
    const summary = renderSummary({ ...FAILED, outcome: 'failed', rollout: undefined }, 'No push.\nBecause.');
    expect(summary).toContain('## ❌ Failed: shop/web\n\n```\nNo push.\nBecause.\n```');
  });

  it('gives outputs of the table only, and only those that were reached', () => {
    const outputs = listOutputs(FAILED);
    const names: readonly string[] = OUTPUTS.map(({ name }) => name);
    expect(Object.keys(outputs).every(name => names.includes(name))).toBe(true);
    expect(outputs).toMatchObject({
      outcome: 'rolled-back',
      repository: 'shop/web',
      'image-tag': 'abc',
      'task-definition-arn': ARN,
      'previous-task-definition-arn': PREVIOUS,
      'task-definition-changed': 'true'
    });
    expect(outputs).not.toHaveProperty('appspec');
    expect(outputs).not.toHaveProperty('codedeploy-deployment-id');
    expect(listOutputs({ ...FAILED, taskDefinitionArn: PREVIOUS })['task-definition-changed']).toBe('false');
  });

  it('keeps account ids out of what crosses jobs', () => {
    const outputs: Readonly<Record<string, string | undefined>> = listOutputs(FAILED);
    for (const name of ['repository', 'image-tag', 'image-digest', 'outcome'])
      expect(outputs[name]).not.toContain('123456789012');
  });
});

describe('console links', () => {
  it.each([
    ['eu-west-1', 'https://eu-west-1.console.aws.amazon.com/'],
    ['cn-north-1', 'https://cn-north-1.console.amazonaws.cn/'],
    ['us-gov-west-1', 'https://us-gov-west-1.console.amazonaws-us-gov.com/'],
    ['eusc-de-east-1', 'https://eusc-de-east-1.console.amazonaws-eusc.eu/']
  ])('lead to the partition of %s', (region, start) => {
    expect(ecsServiceConsoleUrl(region, 'c', 's')).toBe(
      `${start}ecs/v2/clusters/c/services/s/deployments?region=${region}`
    );
    expect(codedeployConsoleUrl(region, 'd-1')).toBe(`${start}codesuite/codedeploy/deployments/d-1?region=${region}`);
  });
});

describe('the version', () => {
  it('is that of package.json', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(VERSION).toBe(version);
  });
});
