import type { Command } from '../command.js';

export const PLAN: Command = {
  name: 'plan',
  group: 'Look first',
  summary: 'what ship would do, without changing anything',
  usage: '[--setting=value …]',
  description: [
    "Shows what ship would do with the same settings: the images, the task definition compared with the running one (AWS's defaults and ordering do not count as differences; values that look like secrets are hidden), the files compared with those on disk, the AppSpec, the API calls with their input, and the IAM actions that they need.",
    'It only reads, and needs no Docker. What ship would refuse is an error here. The equivalent input of the Action is dry-run: true.'
  ],
  positionals: { max: 0, values: [] },
  flags: [
    { name: 'json', kind: 'switch', help: 'prints the plan as JSON to standard output' },
    {
      name: 'output',
      kind: 'one',
      value: 'FILE',
      help: 'also writes the plan to a file: Markdown for .md, JSON for .json, otherwise text'
    }
  ],
  settings: 'all',
  examples: [
    ['slipway plan --environment=prod', 'what a deployment to prod would change'],
    ['slipway plan --output=plan.md', 'the same, for a pull request comment']
  ],
  run: async (given, { host: machine, write, paint }) => {
    const { showPlan } = await import('../plan.js');
    return showPlan(given, { host: await machine(), write, paint });
  }
};
