import type { Rule } from '../errors.js';

const YAML = 'https://yaml.org/spec/1.2.2/';
const JSON_GRAMMAR = 'https://www.rfc-editor.org/rfc/rfc8259';

/** What is said of any file before it is known what it is. */
export const DOCUMENT_RULES: readonly Rule[] = [
  row('missing-file', 'A file that is named is there.', 'the file system'),
  row('unreadable-file', 'A file that is named can be read.', 'the file system'),
  row('unknown-file', 'A file that is to be checked is one of the kinds that are checked here.', 'slipway check'),
  row('empty-file', 'A file has something in it.', JSON_GRAMMAR),
  row('invalid-encoding', 'A file is UTF-8 or UTF-16 all through.', `${JSON_GRAMMAR}#section-8.1`),
  row('invalid-json', 'JSON is JSON; comments and a comma too many are taken.', JSON_GRAMMAR),
  row('invalid-yaml', 'YAML is YAML, without tabs that indent; aliases have an anchor before them.', YAML),
  row('several-documents', 'A YAML file holds one document.', `${YAML}#92-streams`),
  row(
    'unknown-tag',
    "A YAML value has no tag beyond YAML's own: functions of CloudFormation work there only.",
    `${YAML}#24-tags`
  ),
  row(
    'duplicate-key',
    'A key is there once in an object: readers differ in which one counts.',
    `${YAML}#3213-node-comparison`
  ),
  row('invalid-number', 'A number can be kept exactly; a longer one is put in quotes.', `${JSON_GRAMMAR}#section-6`),
  row('too-deep', 'Objects and lists are nested at most 100 deep.', 'a limit of Slipway'),
  row(
    'too-large',
    'A file stands for at most 20,000 values, with what its aliases repeat; a task definition has at most 65,536 bytes, imagedefinitions.json 100 KB.',
    "a limit of Slipway; ECS answers: “Max allowed length is '65536' bytes.”; https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html"
  )
];

function row(name: string, says: string, source: string): Rule {
  return { name, severity: 'error', says, source };
}
