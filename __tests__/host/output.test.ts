import { describe, expect, it } from '@jest/globals';

import { consoleReporter } from '../../src/host/console.js';
import { openOutput, type Destination } from '../../src/host/output.js';

const RUNNER: Omit<Destination, 'write'> = { isRunner: true, isTerminal: false, isFile: false, colour: false };
const TERMINAL: Omit<Destination, 'write'> = { isRunner: false, isTerminal: true, isFile: false, colour: false };

function collect(destination: Omit<Destination, 'write'>) {
  let written = '';
  return { ...openOutput({ ...destination, write: text => void (written += text) }), written: () => written };
}

/** The commands that GitHub's runner finds in a text (ActionCommand.cs, TryParseV2 and TryParse; .NET's blanks and ends of lines). */
function findObeyed(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .filter(line => /^[\s\u0085]*::.*?::/.test(line.replaceAll('\ufeff', '')) || /##\[[^\]]*\]/.test(line));
}

const FOREIGN = [
  '::error::not ours',
  '::set-output name=image::evil',
  '::add-mask::a',
  '::stop-commands::token',
  '  ::warning file=a.js,line=1::b',
  '\t\u00a0\u3000::error::c',
  '\u0085::error::d',
  '\u2028::error::e',
  '\ufeff::error::f',
  'harmless\n::error::g',
  'harmless\r::error::h',
  'harmless\r\n ::error::i',
  '\u001b[31m::error::j',
  ':\u001b[0m:error::k',
  '\u0007::error::l',
  'GET / ##[add-mask]200',
  '##[set-output name=a]b',
  '#\u001b[0m#[add-mask]m'
];

describe('what others wrote, on the output of a run: step', () => {
  it.each(FOREIGN.map(text => [JSON.stringify(text), text]))('%s is shown and not obeyed', (_name, text) => {
    const { write, writeLine, writeDocument, written } = collect(RUNNER);
    const reporter = consoleReporter({ write: writeLine, writeError: writeLine, colour: false, verbose: true });
    write(`${text}\n`);
    writeDocument(`${text}\n`);
    reporter.info(text);
    reporter.warn(text, { file: text });
    reporter.error(text);
    reporter.debug(text);
    void reporter.group(text, () => Promise.resolve());
    expect(written()).toMatch(/error|set-output|add-mask|warning|stop-commands/);
    expect(findObeyed(written())).toEqual([]);
  });

  it.each([...FOREIGN, 'a\u009b2Kb', '\u2029'].map(text => [JSON.stringify(text), text]))(
    '%s is the same value in JSON',
    (_name, text) => {
      const value = { [text]: [text, 1] };
      for (const say of ['writeJson', 'writeDocument'] as const) {
        const output = collect(RUNNER);
        output[say](`${JSON.stringify(value, undefined, 2)}\n`);
        expect(findObeyed(output.written())).toEqual([]);
        expect(
          Array.from(output.written()).filter(character => character >= '\u007f' && character <= '\u009f')
        ).toEqual([]);
        expect(JSON.parse(output.written())).toEqual(value);
      }
    }
  );

  it("leaves a file's text as it is where it is redirected into one", () => {
    const { writeDocument, written } = collect({ ...RUNNER, isFile: true });
    writeDocument('a: "##[group]"\n');
    expect(written()).toBe('a: "##[group]"\n');
  });

  it('lets our own commands through', () => {
    const { writeCommand, written } = collect(RUNNER);
    writeCommand('::error file=a::b\n');
    expect(written()).toBe('::error file=a::b\n');
  });
});

describe('what others wrote, on a terminal', () => {
  it.each([
    ['a title', '\u001b]0;mine\u0007text'],
    ['a movement', 'te\u001b[2J\u001b[Hxt'],
    ['a control of eight bits', '\u009b2Jtext'],
    ['a return', 'hidden\rtext'],
    ['a bell', 'text\u0007']
  ])('%s is not obeyed', (_name, text) => {
    const { write, writeDocument, written } = collect(TERMINAL);
    write(`${text}\n`);
    writeDocument(`${text}\n`);
    expect(written().replace('hidden', '').replace('hidden', '')).toBe('text\ntext\n');
  });

  it('leaves workflow commands as they are where no runner reads them', () => {
    const { write, written } = collect(TERMINAL);
    write('::error::a ##[b]\n');
    expect(written()).toBe('::error::a ##[b]\n');
  });
});
