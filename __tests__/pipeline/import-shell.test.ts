import { describe, expect, it } from '@jest/globals';

import { interpretBuildspec, type BuildRun } from '../../src/pipeline/buildspec-reader/interpret.js';
import { readShell } from '../../src/pipeline/buildspec-reader/shell.js';
import { listCommands, plainText } from '../../src/pipeline/buildspec-reader/visit.js';
import { read } from './check-cases.js';

function runItems(items: readonly string[], version = '0.2', env = ''): BuildRun {
  const commands = items.map(item => `      - ${JSON.stringify(item)}\n`).join('');
  return interpretBuildspec(read(`version: ${version}\n${env}phases:\n  build:\n    commands:\n${commands}`));
}

/** What reaches `show`, with unknown parts as a person reads them. */
function shown(items: readonly string[], version?: string, env?: string): readonly (readonly string[])[] {
  const { steps, unknowns } = runItems(items, version, env);
  return steps
    .filter(({ words }) => words[0] === 'show')
    .map(({ words }) => words.slice(1).map(word => unknowns.show(word)));
}

describe('the words of a command', () => {
  it.each([
    ['show a  b', ['a', 'b']],
    [`show 'a b' "c d" e\\ f`, ['a b', 'c d', 'e f']],
    [`show a'b'"c"d`, ['abcd']],
    [`show "a \\"b\\" \\$c \\d"`, ['a "b" $c \\d']],
    [`show ''`, ['']],
    ['show a \\\n  b', ['a', 'b']],
    ['show a # b', ['a']],
    ['show a#b', ['a#b']],
    ['show a > file 2>&1 b', ['a', 'b']],
    ['show a; echo b', ['a']],
    ['A=1 show $B', ['${B}']],
    [`show $'a'`, ['a']],
    ['show {{index}}', ['{{index}}']],
    ['show a=b --c=d', ['a=b', '--c=d']],
    [`show '{"a":"'"$X"'"}'`, ['{"a":"${X}"}']]
  ])('%s', (text, words) => {
    expect(shown([text])).toEqual([words]);
  });

  it('are those of every kind of command', () => {
    const text = `
      if a; then b; elif c; then d; else e; fi
      for x in 1 2; do f "$x"; done
      while g; do h; done
      case "$y" in one) i ;; two|three) j;; *) k; esac
      l() { m; }
      ( n && o || ! p ) | q &
      { r; s; } > t
      [[ $u == v && ( $w = x ) ]]
      (( 1 + 2 ))
      z=$(aa \`bb\` "$(cc)")
      cat <<EOF | dd
      $(ee) ff
EOF
      cat <<'END'
      $(gg)
END
      hh <<< word`;
    const names = listCommands(readShell(text)).map(({ words }) => plainText(words[0]) ?? words[0]?.source);
    expect(names.filter(name => name !== undefined)).toEqual(
      'a b c d e f g h i j k m n o p q r s [[ ((-1-)) bb cc aa ee cat dd cat hh'
        .replace('((-1-))', '((')
        .split(' ')
        .map(name => (name === '((' ? '(( 1 + 2 ))' : name))
    );
  });

  it.each([
    `echo "a`,
    `echo 'a`,
    'if a; then b',
    'a )',
    'echo $(a',
    'echo `a',
    'fi',
    'a |',
    '{ a;',
    'for',
    'case a in b) c'
  ])('are none in %s', text => {
    expect(() => readShell(text)).toThrow();
  });
});

describe('values', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['a literal', ['A=b', 'show $A ${A}c "$A"'], ['b', 'bc', 'b']],
    ['export', ['export A=b B="c d"', 'show $A "$B" $B'], ['b', 'c d', 'c', 'd']],
    ['nothing', ['A=', 'show $A "$A"'], ['']],
    [
      'lists',
      ['A=(a "b c")', 'f() { show "$@" "${A[@]}" x"$@"; }', 'f d "e f"'],
      ['d', 'e f', 'a', 'b c', 'xd', 'e f']
    ],
    ['empty lists', ['A=()', 'f() { show "$@" "${A[@]}" "" x"$@"; }', 'f'], ['', 'x']],
    ['the commit', ['show $CODEBUILD_RESOLVED_SOURCE_VERSION'], ['<commit>']],
    ['cut', ['A=$(echo $CODEBUILD_RESOLVED_SOURCE_VERSION | cut -c 1-7)', 'show ${A:=latest}'], ['<commit:7>']],
    ['cut, joined', ['show `echo $CODEBUILD_RESOLVED_SOURCE_VERSION | cut -c1-8`'], ['<commit:8>']],
    ['head', ['show $(echo -n $CODEBUILD_RESOLVED_SOURCE_VERSION | head -c 6)'], ['<commit:6>']],
    ['a part of a variable', ['show ${CODEBUILD_RESOLVED_SOURCE_VERSION:0:7}'], ['<commit:7>']],
    [
      'Git',
      ['show $(git rev-parse HEAD) $(git rev-parse --short HEAD) $(git log -1 --format=%h)'],
      ['<commit>', '<commit:7>', '<commit:7>']
    ],
    ['the account from STS', ['show $(aws sts get-caller-identity --query Account --output text)'], ['<account>']],
    [
      'the account from the build',
      ['show $(echo $CODEBUILD_BUILD_ARN | cut -d: -f5) `echo $CODEBUILD_BUILD_ARN | awk -F":" \'{print $5}\'`'],
      ['<account>', '<account>']
    ],
    [
      'a default',
      ['show ${A:-latest} ${AWS_ACCOUNT_ID:-$(aws sts get-caller-identity --query Account --output text)}'],
      ['${A}', '<account>']
    ],
    [
      'the URI from ECR',
      [
        "show $(aws ecr describe-repositories --repository-names shop/api --query 'repositories[0].repositoryUri' --output text)"
      ],
      ['<account>.dkr.ecr.<region>.amazonaws.com/shop/api']
    ],
    [
      'a field',
      ['A=a.b/c/d', 'show $(echo $A | cut -d/ -f1) ${A%%/*} ${A##*/} $(dirname $A) $(basename $A)'],
      ['a.b', 'a.b', 'd', 'a.b/c', 'd']
    ],
    ['a field of what is not known', ['show $(echo $URI | cut -d/ -f1)'], ['$(echo $URI | cut -d/ -f1)']],
    ['the date', ['show $(date +%Y)'], ['$(date +%Y)']],
    ['two branches that agree', ['if a; then B=c; else B=c; fi', 'show $B'], ['c']],
    ['two branches that do not', ['if a; then B=c; else B=d; fi', 'show $B'], ['$B']],
    ['a default by a branch', ['if [ -z "$B" ]; then B=c; fi', 'show $B'], ['${B}']],
    ['a subshell', ['A=b', '(A=c)', 'show $A'], ['b']],
    ['a function', ['f() { show "$1-$2"; }', 'f a b'], ['a-b']]
  ])('%s', (_, items, words) => {
    expect(shown(items)).toEqual([words]);
  });

  it('come from env, and are stronger from the project', () => {
    const buildspec = read(`version: 0.2
env:
  variables: { A: one, B: 1.10 }
  parameter-store: { C: /path }
phases: { build: { commands: [ show $A $B $C ] } }`);
    const of = (run: BuildRun): readonly string[] => run.steps[0]?.words.map(word => run.unknowns.show(word)) ?? [];
    expect(of(interpretBuildspec(buildspec))).toEqual(['show', 'one', '1.10', '${C}']);
    expect(of(interpretBuildspec(buildspec, { A: 'two', C: 'three' }))).toEqual(['show', 'two', '1.10', 'three']);
  });

  it('and the folder last from command to command, but not in version 0.1', () => {
    const items = ['A=b', 'cd app', 'show $A', 'cd .. && show c'];
    const folders = (version: string): readonly (readonly [string, string])[] => {
      const { steps, unknowns } = runItems(items, version);
      return steps
        .filter(({ words }) => words[0] === 'show')
        .map(step => [unknowns.show(step.words[1] ?? ''), step.directory] as const);
    };
    expect(folders('0.2')).toEqual([
      ['b', 'app'],
      ['c', '']
    ]);
    expect(folders('0.1')).toEqual([
      ['${A}', ''],
      ['c', '..']
    ]);
  });

  it('of files: what is written, and where', () => {
    const { steps } = runItems([
      'cd app',
      `printf '[{"name":"%s"}]' web > a.json`,
      'echo "x y" | tee $CODEBUILD_SRC_DIR/b.json',
      `cat > ../c.json <<EOF
x $A
EOF`
    ]);
    expect(steps.flatMap(({ writes, output }) => (writes.length === 0 ? [] : [[writes[0], output]]))).toEqual([
      ['app/a.json', '[{"name":"web"}]'],
      ['b.json', 'x y\n'],
      ['c.json', expect.stringMatching(/^x .\n$/)]
    ]);
  });

  it('end where a function calls itself', () => {
    expect(shown(['f() { show a; f; }', 'f']).length).toBeGreaterThan(0);
  });
});
