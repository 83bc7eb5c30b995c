import { writeSync } from 'node:fs';
import type { WriteStream } from 'node:tty';

import type { Screen } from '../ports.js';

/**
 * Control sequences of ECMA-48 and of xterm's private modes (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html), which other terminals take
 * too: 1049 is a screen of its own, which leaves the lines before as they were, and 25 the cursor.
 */
const ENTER = '\u001b[?1049h\u001b[?25l\u001b[H\u001b[2J';
const LEAVE = '\u001b[0m\u001b[?25h\u001b[?1049l';
const HOME = '\u001b[H';
const CLEAR_LINE = '\u001b[K';
const CLEAR_BELOW = '\u001b[J';

/** What a terminal has whose size is not known. */
const USUAL = { columns: 80, rows: 24 };

type Terminal = Pick<WriteStream, 'write' | 'on' | 'off' | 'columns' | 'rows' | 'writableNeedDrain'> & {
  readonly fd: number;
};

/** Where the process tells of its end, and of being stopped and continued by the shell. */
type Host = Pick<NodeJS.Process, 'on' | 'off' | 'kill' | 'pid'>;

/**
 * Takes a terminal over until `close`. However the process ends but by SIGKILL, the cursor and the lines before are there again; Ctrl-Z too
 * gives the terminal back, until `fg`.
 */
export function openScreen(terminal: Terminal, host: Host = process): Screen {
  let isOpen = false;
  let shown = '';
  let listener: () => void = () => undefined;
  const enter = (): void => {
    isOpen = true;
    shown = '';
    terminal.write(ENTER);
  };
  /** At the process's end nothing is written any more that is not written at once. */
  const leaveNow = (): void => {
    if (!isOpen) return;
    isOpen = false;
    try {
      writeSync(terminal.fd, LEAVE);
    } catch {
      // The terminal is gone.
    }
  };
  const onResize = (): void => {
    shown = '';
    listener();
  };
  const onStop = (): void => {
    leaveNow();
    host.kill(host.pid, 'SIGSTOP');
  };
  const onContinue = (): void => {
    if (!isOpen) enter();
    listener();
  };
  terminal.on('resize', onResize);
  host.on('exit', leaveNow);
  // Windows knows no job control.
  const signals =
    process.platform === 'win32'
      ? []
      : ([
          ['SIGTSTP', onStop],
          ['SIGCONT', onContinue]
        ] as const);
  for (const [signal, handler] of signals) host.on(signal, handler);
  enter();
  return {
    get columns() {
      return terminal.columns || USUAL.columns;
    },
    get rows() {
      return terminal.rows || USUAL.rows;
    },
    show: lines => {
      const text = `${HOME}${lines.map(line => `${line}${CLEAR_LINE}`).join('\r\n')}${CLEAR_BELOW}`;
      // A terminal that was held up (Ctrl-S) gets the newest state later, and not all that were between.
      if (!isOpen || text === shown || terminal.writableNeedDrain) return;
      shown = text;
      terminal.write(text);
    },
    onChange: changed => {
      listener = changed;
    },
    close: lines => {
      terminal.off('resize', onResize);
      host.off('exit', leaveNow);
      for (const [signal, handler] of signals) host.off(signal, handler);
      if (!isOpen) return;
      isOpen = false;
      terminal.write(`${LEAVE}${lines.map(line => `${line}\n`).join('')}`);
    }
  };
}
