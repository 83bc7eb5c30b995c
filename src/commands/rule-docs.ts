import { RULES } from '../task-definition/rules/table.js';
import { APPSPEC_RULES, STRUCTURE_RULES } from '../artifacts/rule-table.js';
import { SETTING_RULES } from '../config/decode/rule-table.js';
import type { Rule } from '../errors.js';
import { IMAGE_RULES } from '../image/check/rule-table.js';
import { BUILDSPEC_RULES } from '../pipeline/buildspec-check/rule-table.js';
import { PREFLIGHT_RULES } from '../preflight/rule-table.js';
import { DOCUMENT_RULES } from '../text/rule-table.js';

interface Chapter {
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** Every rule that `slipway check` and the preflight have, in the chapters of docs/rules.md. */
export const CHAPTERS: readonly Chapter[] = [
  { title: 'Any file', rules: DOCUMENT_RULES },
  { title: 'Settings', rules: SETTING_RULES },
  { title: 'Image and Dockerfile', rules: IMAGE_RULES },
  { title: 'Task definition: structure', rules: STRUCTURE_RULES },
  { title: 'Task definition: content', rules: Object.entries(RULES).map(([name, row]) => ({ name, ...row })) },
  { title: 'AppSpec', rules: APPSPEC_RULES },
  { title: 'buildspec', rules: BUILDSPEC_RULES },
  { title: 'At AWS: the preflight of slipway plan', rules: PREFLIGHT_RULES }
];

const SEVERITIES: Readonly<Record<Rule['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  either: 'error or warning'
};

/** docs/rules.md. */
export function renderRuleDocs(): string {
  const chapters = CHAPTERS.map(({ title, rules }) =>
    [
      `## ${title}`,
      '',
      '| Rule | | What is wrong | Source |',
      '| --- | --- | --- | --- |',
      ...rules.map(({ name, severity, says, source }) =>
        [`| \`${name}\``, SEVERITIES[severity], escapeCell(says), `${escapeCell(source)} |`].join(' | ')
      )
    ].join('\n')
  );
  return `${[INTRODUCTION, ...chapters].join('\n\n')}\n`;
}

const INTRODUCTION = `<!-- Made by \`npm run generate\` from the tables of rules in src. Do not edit. -->

# Rules

This page lists what \`slipway check\` finds, and what a run finds before it builds or changes anything. An error is something that AWS or Docker rejects, or that cannot work. A warning is something that AWS's documentation leaves open, or that is allowed but rarely intended; warnings stop nothing. Every finding names its rule and the place in the file. The last chapter lists what \`slipway plan\` checks at AWS, where an error is NG and a warning is WARN.`;

function escapeCell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replaceAll('<', '\\<')
    .replaceAll(/\s*\n\s*/g, ' ');
}
