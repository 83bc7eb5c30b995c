import { APPSPEC_FIT_RULES } from '../appspec/check-appspec.js';
import { APPSPEC_MEMBER_RULES } from '../appspec/members.js';
import { APPSPEC_PARSE_RULES } from '../appspec/parse.js';
import { APPSPEC_STRUCTURE_RULES } from '../appspec/structure-rules.js';
import { SETTING_RULES } from '../config/setting-rules.js';
import type { Rule, RuleList } from '../errors.js';
import { BUILD_INPUT_RULES } from '../image/check/build-inputs.js';
import { DOCKERFILE_RULES } from '../image/check/dockerfile-rules.js';
import { ARTIFACT_RULES } from '../pipeline/buildspec-check/artifacts.js';
import { COMMAND_RULES } from '../pipeline/buildspec-check/commands.js';
import { BASE_IMAGE_RULES } from '../pipeline/buildspec-check/base-images.js';
import { PUSH_RULES } from '../pipeline/buildspec-check/push.js';
import { BUILDSPEC_RULES } from '../pipeline/buildspec-check/structure.js';
import { READER_RULES } from '../pipeline/buildspec-reader/reader.js';
import { CAPACITY_RULES } from '../preflight/capacity.js';
import { PREFLIGHT_IMAGE_RULES } from '../preflight/images.js';
import { SIGNING_RULES } from '../preflight/signing.js';
import { LOG_GROUP_RULES } from '../preflight/log-groups.js';
import { NETWORK_RULES } from '../preflight/network.js';
import { PASS_ROLE_RULES } from '../preflight/pass-role.js';
import { PROBE_RULES } from '../preflight/probe.js';
import { ROLE_RULES } from '../preflight/roles.js';
import { SECRET_RULES } from '../preflight/secrets.js';
import { SERVICE_RULES } from '../preflight/service.js';
import { TARGET_GROUP_RULES } from '../preflight/target-groups.js';
import { TRAFFIC_RULES } from '../preflight/traffic.js';
import { OUTPUT_FILE_RULES } from '../steps/prepare-service.js';
import { OVERRIDE_RULES } from '../task-definition/apply-overrides.js';
import { DEFINITION_RULES } from '../task-definition/check-rules.js';
import { IMAGE_ASSIGNMENT_RULES } from '../task-definition/image-assignment.js';
import { DEFINITION_PARSE_RULES } from '../task-definition/parse.js';
import { TAG_RULES } from '../task-definition/tags.js';
import { DEFINITION_SHAPE_RULES } from '../task-definition/validate-structure.js';
import { DOCUMENT_RULES } from '../text/document.js';
import { JSON_RULES } from '../text/json.js';
import { FIELD_RULES, TYPE_RULES } from '../text/shape-rules.js';
import { SOURCE_RULES } from '../text/source-tree.js';
import { YAML_RULES } from '../text/yaml.js';
import { KIND_RULES } from './check-named.js';

interface Chapter {
  readonly title: string;
  readonly rules: readonly Rule[];
}

function listRules(...lists: readonly RuleList[]): readonly Rule[] {
  return lists.flatMap(({ rules }) => rules);
}

/** Every rule that `slipway check` and the preflight have, in the chapters of docs/rules.md. */
export const CHAPTERS: readonly Chapter[] = [
  { title: 'Any file', rules: listRules(DOCUMENT_RULES, KIND_RULES, JSON_RULES, YAML_RULES, SOURCE_RULES) },
  { title: 'Settings', rules: listRules(SETTING_RULES, TYPE_RULES, OUTPUT_FILE_RULES) },
  { title: 'Image and Dockerfile', rules: listRules(BUILD_INPUT_RULES, DOCKERFILE_RULES) },
  {
    title: 'Task definition: structure',
    rules: listRules(
      DEFINITION_PARSE_RULES,
      FIELD_RULES,
      DEFINITION_SHAPE_RULES,
      TAG_RULES,
      IMAGE_ASSIGNMENT_RULES,
      OVERRIDE_RULES
    )
  },
  { title: 'Task definition: content', rules: DEFINITION_RULES },
  {
    title: 'AppSpec',
    rules: listRules(APPSPEC_PARSE_RULES, APPSPEC_MEMBER_RULES, APPSPEC_STRUCTURE_RULES, APPSPEC_FIT_RULES)
  },
  {
    title: 'buildspec',
    rules: listRules(READER_RULES, BUILDSPEC_RULES, PUSH_RULES, COMMAND_RULES, ARTIFACT_RULES, BASE_IMAGE_RULES)
  },
  {
    title: 'At AWS: the preflight of slipway plan',
    rules: listRules(
      CAPACITY_RULES,
      SERVICE_RULES,
      ROLE_RULES,
      PASS_ROLE_RULES,
      SECRET_RULES,
      LOG_GROUP_RULES,
      PREFLIGHT_IMAGE_RULES,
      SIGNING_RULES,
      NETWORK_RULES,
      TARGET_GROUP_RULES,
      TRAFFIC_RULES,
      PROBE_RULES
    )
  }
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
      ...rules.map(({ name, severity, description, source }) =>
        [`| \`${name}\``, SEVERITIES[severity], escapeCell(description), `${escapeCell(source)} |`].join(' | ')
      )
    ].join('\n')
  );
  return `${[INTRODUCTION, ...chapters].join('\n\n')}\n`;
}

const INTRODUCTION = `<!-- Made by \`npm run generate\` from the rules in src. Do not edit. -->

# Rules

This page lists what \`slipway check\` finds, and what a run finds before it builds or changes anything. An error is something that AWS or Docker rejects, or that cannot work. A warning is something that AWS's documentation leaves open, or that is allowed but rarely intended; warnings stop nothing. Every finding names its rule and the place in the file. The last chapter lists what \`slipway plan\` checks at AWS, where an error is NG and a warning is WARN.`;

function escapeCell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replaceAll('<', '\\<')
    .replaceAll(/\s*\n\s*/g, ' ');
}
