import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The text of llms.txt (https://llmstxt.org): what a user's agent has to know to use Slipway, and where the rest stands.
 *
 * @param {string} root the project's folder, whose docs are listed
 * @param {{ readonly options: typeof import('../src/config/table/settings-table.js').SETTINGS, readonly outputs: typeof import('../src/config/outputs.js').OUTPUTS, readonly commands: typeof import('../src/commands/catalog/catalog.js').COMMANDS }} tables
 */
export function renderLlms(root, { options, outputs, commands }) {
  const docs = readdirSync(join(root, 'docs')).filter(name => name.endsWith('.md'));
  const sections = {
    Docs: docs.sort().map(name => describePage(`docs/${name}`, readFileSync(join(root, 'docs', name), 'utf8'))),
    Schemas: [
      '- [slipway.yml](schema/slipway.schema.json): JSON schema of the settings file',
      '- [taskdefinition.json](schema/taskdefinition.schema.json): JSON schema of a task definition, from the service model of ECS'
    ],
    Commands: commands.map(({ name, summary }) => `- \`slipway ${name}\`: ${summary}`),
    Settings: options.map(({ name, help }) => `- \`${name}\`: ${help}`),
    Outputs: outputs.map(({ name, help }) => `- \`${name}\`: ${help}`)
  };
  const chapters = Object.entries(sections).map(([title, lines]) => `## ${title}\n\n${lines.join('\n')}`);
  return `${[INTRODUCTION, ...chapters, END].join('\n\n')}\n`;
}

const INTRODUCTION = `# Slipway

> Builds, pushes and deploys containers to Amazon ECS, and reports what actually happened. Available as a GitHub Action (\`uses: example/slipway@v1\`), a CLI (\`slipway\`), and a generator for CodePipeline.

- Every setting has one name: as an input of the Action, a flag of the command (\`--name=value\`), and a key of \`slipway.yml\`.
- \`slipway check\` reads only files and does not call AWS. \`slipway plan\` reads AWS and changes nothing. \`slipway ship\` deploys.
- \`slipway rehearse\` and \`slipway cloud\` run a built-in AWS: no account, no credentials, no cost. Try things there first.
- \`check\`, \`plan\`, \`ship\` and others print JSON with \`--json\`. Exit codes are stable (docs/command.md).
- Workflows need no access key: set \`role-to-assume\` and \`permissions: id-token: write\` (docs/oidc.md).`;

const END =
  '<!-- Made by `npm run generate` from docs/ and the tables of settings, outputs and commands. Do not edit. -->';

/**
 * A line of the index: a page's title, and the first sentence of it that is text.
 *
 * @param {string} path
 * @param {string} text
 */
function describePage(path, text) {
  const title = /^# (.+)$/m.exec(text)?.[1] ?? path;
  const paragraphs = text.replace(/^```[^]*?^```$/gm, '').split(/\n{2,}/);
  const first = paragraphs.find(paragraph => /^[A-Z[`]/.test(paragraph.trim())) ?? '';
  const plain = first.trim().replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
  const sentence = /^[^]*?[.:](?=\s|$)/.exec(plain)?.[0] ?? plain;
  const summary = sentence.replaceAll('\n', ' ').replace(/:$/, '.');
  return `- [${title}](${path})${summary === '' ? '' : `: ${summary}`}`;
}
