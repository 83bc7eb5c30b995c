import { rule, type Rule } from '../errors.js';

const YAML = 'https://yaml.org/spec/1.2.2/';
const JSON_GRAMMAR = 'https://www.rfc-editor.org/rfc/rfc8259';

/** What is said of any file before it is known what it is. */
export const DOCUMENT_RULES: readonly Rule[] = [
  rule('missing-file', 'error', 'A file that is named does not exist.', 'the file system'),
  rule('unreadable-file', 'error', 'A file that is named cannot be read.', 'the file system'),
  rule('unknown-file', 'error', 'A file to check is not of a kind that Slipway checks.', 'slipway check'),
  rule('empty-file', 'error', 'A file is empty.', JSON_GRAMMAR),
  rule('invalid-encoding', 'error', 'A file is not valid UTF-8 or UTF-16 throughout.', `${JSON_GRAMMAR}#section-8.1`),
  rule('invalid-json', 'error', 'Invalid JSON. Comments and trailing commas are accepted.', JSON_GRAMMAR),
  rule(
    'invalid-yaml',
    'error',
    'Invalid YAML, such as tabs for indentation or an alias without an earlier anchor.',
    YAML
  ),
  rule('several-documents', 'error', 'A YAML file holds more than one document.', `${YAML}#92-streams`),
  rule(
    'unknown-tag',
    'error',
    "A YAML value has a tag that is not YAML's own; CloudFormation functions work only in CloudFormation.",
    `${YAML}#24-tags`
  ),
  rule(
    'duplicate-key',
    'error',
    'An object has the same key twice; readers differ in which one counts.',
    `${YAML}#3213-node-comparison`
  ),
  rule(
    'invalid-number',
    'error',
    'A number cannot be represented exactly. Put it in quotes.',
    `${JSON_GRAMMAR}#section-6`
  ),
  rule('too-deep', 'error', 'Objects and lists are nested more than 100 deep.', 'a limit of Slipway'),
  rule(
    'too-large',
    'error',
    'A file holds more than 20,000 values (aliases expanded), a task definition more than 65,536 bytes, or imagedefinitions.json more than 100 KB.',
    "a limit of Slipway; ECS answers: “Max allowed length is '65536' bytes.”; https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html"
  )
];
