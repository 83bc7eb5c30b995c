import { rule, type Rule } from '../errors.js';

const YAML = 'https://yaml.org/spec/1.2.2/';
const JSON_GRAMMAR = 'https://www.rfc-editor.org/rfc/rfc8259';

/** What is said of any file before it is known what it is. */
export const DOCUMENT_RULES: readonly Rule[] = [
  rule('missing-file', 'error', 'A file that is named is there.', 'the file system'),
  rule('unreadable-file', 'error', 'A file that is named can be read.', 'the file system'),
  rule(
    'unknown-file',
    'error',
    'A file that is to be checked is one of the kinds that are checked here.',
    'slipway check'
  ),
  rule('empty-file', 'error', 'A file has something in it.', JSON_GRAMMAR),
  rule('invalid-encoding', 'error', 'A file is UTF-8 or UTF-16 all through.', `${JSON_GRAMMAR}#section-8.1`),
  rule('invalid-json', 'error', 'JSON is JSON; comments and a comma too many are taken.', JSON_GRAMMAR),
  rule('invalid-yaml', 'error', 'YAML is YAML, without tabs that indent; aliases have an anchor before them.', YAML),
  rule('several-documents', 'error', 'A YAML file holds one document.', `${YAML}#92-streams`),
  rule(
    'unknown-tag',
    'error',
    "A YAML value has no tag beyond YAML's own: functions of CloudFormation work there only.",
    `${YAML}#24-tags`
  ),
  rule(
    'duplicate-key',
    'error',
    'A key is there once in an object: readers differ in which one counts.',
    `${YAML}#3213-node-comparison`
  ),
  rule(
    'invalid-number',
    'error',
    'A number can be kept exactly; a longer one is put in quotes.',
    `${JSON_GRAMMAR}#section-6`
  ),
  rule('too-deep', 'error', 'Objects and lists are nested at most 100 deep.', 'a limit of Slipway'),
  rule(
    'too-large',
    'error',
    'A file stands for at most 20,000 values, with what its aliases repeat; a task definition has at most 65,536 bytes, imagedefinitions.json 100 KB.',
    "a limit of Slipway; ECS answers: “Max allowed length is '65536' bytes.”; https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html"
  )
];
