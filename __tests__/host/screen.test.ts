import { EventEmitter } from 'node:events';

import { expect, it } from '@jest/globals';

import { openScreen } from '../../src/host/screen.js';
import { FakeTerminal } from './terminal.js';

class FakeHost extends EventEmitter {
  readonly pid = 7;
  readonly sent: (readonly [number, string | number | undefined])[] = [];

  kill(pid: number, signal?: string | number): true {
    this.sent.push([pid, signal]);
    return true;
  }
}

function open(
  columns = 20,
  rows = 4
): { terminal: FakeTerminal; host: FakeHost; screen: ReturnType<typeof openScreen> } {
  const terminal = new FakeTerminal(columns, rows);
  terminal.write('$ slipway\n');
  const host = new FakeHost();
  const screen = openScreen(
    terminal as unknown as Parameters<typeof openScreen>[0],
    host as unknown as Parameters<typeof openScreen>[1]
  );
  return { terminal, host, screen };
}

it('draws in place, on a screen of its own, without a cursor and without scrolling', () => {
  const { terminal, screen } = open();
  expect({ own: terminal.isOnOwnScreen, cursor: terminal.isCursorShown }).toEqual({ own: true, cursor: false });
  screen.show(['one', 'two two two', 'three', 'four']);
  screen.show(['1', '2', '3']);
  expect(terminal.lines).toEqual(['1', '2', '3']);
  screen.show(['a', 'b', 'c', 'd']);
  expect(terminal.lines).toEqual(['a', 'b', 'c', 'd']);
  expect(terminal.scrolled).toBe(0);
});

it('writes nothing where nothing has changed, nor to a terminal that is held up', () => {
  const { terminal, screen } = open();
  screen.show(['a']);
  const before = terminal.written;
  screen.show(['a']);
  terminal.writableNeedDrain = true;
  screen.show(['b']);
  expect(terminal.written).toBe(before);
  terminal.writableNeedDrain = false;
  screen.show(['b']);
  expect(terminal.lines).toEqual(['b']);
});

it('gives the terminal back as it was, with the last lines on it', () => {
  const { terminal, host, screen } = open();
  screen.show(['a', 'b']);
  screen.close(['Succeeded']);
  screen.close(['Succeeded']);
  screen.show(['later']);
  expect({ own: terminal.isOnOwnScreen, cursor: terminal.isCursorShown }).toEqual({ own: false, cursor: true });
  expect(terminal.lines).toEqual(['$ slipway', 'Succeeded', '']);
  expect(terminal.listeners + host.eventNames().length).toBe(0);
});

it('draws anew, and all of it, where the size changes', () => {
  const { terminal, screen } = open();
  const sizes: (readonly [number, number])[] = [];
  screen.onChange(() => {
    sizes.push([screen.columns, screen.rows]);
    screen.show(['same']);
  });
  screen.show(['same']);
  const before = terminal.written.length;
  terminal.resize(40, 10);
  expect(sizes).toEqual([[40, 10]]);
  expect(terminal.written.length).toBeGreaterThan(before);
  Object.assign(terminal, { columns: 0, rows: 0 });
  expect([screen.columns, screen.rows]).toEqual([80, 24]);
});

// Windows knows no job control.
const hasJobControl = process.platform !== 'win32';
it('is stopped by Ctrl-Z with the terminal given back, and draws again when it is continued', () => {
  const { host, screen } = open();
  let drawn = 0;
  screen.onChange(() => (drawn += 1));
  host.emit('SIGTSTP');
  expect(host.sent).toEqual(hasJobControl ? [[7, 'SIGSTOP']] : []);
  host.emit('SIGCONT');
  expect(drawn).toBe(hasJobControl ? 1 : 0);
});
