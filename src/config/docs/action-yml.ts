import { OUTPUTS } from '../outputs.js';
import { commonAliases, describeAlias, describeOption, groupOptions } from './descriptions.js';

const HEAD = `# Generated from src/config by scripts/generate.mjs. Change the tables there.
name: Slipway
description: Build, push and deploy containers to Amazon ECS, wait for the deployment's real outcome, and report why it failed
author: The Slipway authors
branding:
  icon: anchor
  color: blue
`;

const RUNS = `runs:
  using: node24
  main: dist/index.js
  post: dist/post.js
  post-if: always()
`;

/**
 * The text of `action.yml`. No input has a `default:`: GitHub would then give it to every run, and it would be stronger
 * than `slipway.yml`.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax
 */
export function renderActionYml(): string {
  const inputs = groupOptions().flatMap(({ title, options }) => [
    `  # ${title}`,
    ...options.flatMap(option => [
      ...renderInput(option.name, describeOption(option)),
      ...commonAliases(option).flatMap(alias => renderInput(alias.name, describeAlias(option, alias)))
    ])
  ]);
  const outputs = OUTPUTS.flatMap(({ name, help }) => [`  ${name}:`, `    description: ${JSON.stringify(help)}`]);
  return `${HEAD}inputs:\n${inputs.join('\n')}\noutputs:\n${outputs.join('\n')}\n${RUNS}`;
}

function renderInput(name: string, description: string): readonly string[] {
  return [`  ${name}:`, `    description: ${JSON.stringify(description)}`, '    required: false'];
}
