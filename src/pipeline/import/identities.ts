import { quote } from '../../text/format.js';
import { placeInCommand, type BuildCommand, type Buildspec } from '../buildspec-reader/reader.js';
import type { SimpleCommand } from '../buildspec-reader/tree.js';
import { listCommands, plainText } from '../buildspec-reader/visit.js';
import type { ImportNote } from './values.js';

/**
 * Commands that change who the build is, or where: what comes after them is done in another account, with other permissions. They may stand
 * in `$(…)`, which leaves no step.
 */
export function listIdentities({ phases }: Buildspec): readonly ImportNote[] {
  return phases.flatMap(({ commands, finallyCommands }) =>
    [...commands, ...finallyCommands].flatMap(command => {
      const [first] = listCommands(command.shell ?? []).flatMap(node => {
        const how = explain(node);
        return how === undefined ? [] : [{ node, how }];
      });
      return first === undefined ? [] : [makeNote(command, first.node, first.how)];
    })
  );
}

function makeNote(command: BuildCommand, node: SimpleCommand, how: string): ImportNote {
  const role = /arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+/.exec(command.text)?.[0];
  const source = command.text.slice(node.offset, node.end).replace(/\s+/g, ' ');
  const what = `${quote(source)} ${how}: what is pushed and deployed after it goes there. The settings have the identity of the run.`;
  const next = `Set role-to-assume${role === undefined ? '' : `: ${role}`}, or run Slipway with that identity; a repository of another account is said by its whole address.`;
  return { kind: 'left-out', place: placeInCommand(command, node.offset), what, next };
}

const CREDENTIALS = /^(?:AWS_ACCESS_KEY_ID|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|AWS_PROFILE|AWS_ROLE_ARN)$/;
const PLACES = /^(?:AWS_REGION|AWS_DEFAULT_REGION)$/;

function explain({ words, assignments }: SimpleCommand): string | undefined {
  const texts = words.map(word => plainText(word) ?? word.source);
  const [program = ''] = texts;
  const line = texts.join(' ');
  if (program === 'aws' && /\bsts assume-role\b|\bsts assume-role-with-/.test(line)) return 'assumes a role';
  if (
    program === 'aws' &&
    /\bconfigure set (?:\S*\.)?(?:role_arn|aws_access_key_id|aws_secret_access_key|source_profile|credential_source)\b/.test(
      line
    )
  )
    return 'changes the credentials';
  if (program === 'aws' && /\bconfigure set (?:\S*\.)?region\b/.test(line)) return 'changes the region';
  if (program === 'aws' && texts.some(text => /^--profile(?:=|$)/.test(text))) return 'uses another profile';
  const exported = /^(?:export|declare)$/.test(program) ? texts.slice(1).map(text => text.split('=')[0] ?? '') : [];
  const names = [
    ...exported.filter((_, index) => texts[index + 1]?.includes('=')),
    ...assignments.map(({ name }) => name)
  ];
  if (names.some(name => CREDENTIALS.test(name))) return 'changes the credentials';
  return names.some(name => PLACES.test(name)) ? 'changes the region' : undefined;
}
