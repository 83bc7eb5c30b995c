import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

/** How a page is looked at: its width in CSS pixels, how many pixels of the picture each is, and the reader's choice of colours. */
interface Look {
  readonly width: number;
  readonly scale: number;
  readonly dark: boolean;
}

/** A page that is open in the browser. */
export interface Page {
  /** The value of an expression, promises waited for. @throws Error what the page threw */
  evaluate(expression: string): Promise<unknown>;
  /** The part of the page from its top to the end of what the selector finds, as a PNG. */
  screenshot(selector: string): Promise<Buffer>;
}

export interface Browser {
  /** Opens the HTML as a file of its own. */
  open(html: string, look: Look): Promise<Page>;
}

/** A headless Chromium, `CHROMIUM` or the one on the PATH, spoken to over the pipe of its DevTools protocol; it is gone afterwards. */
export async function withChromium(body: (browser: Browser) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-chromium-'));
  const program = process.env['CHROMIUM'] ?? 'chromium';
  const child = spawn(
    program,
    [
      '--headless',
      '--remote-debugging-pipe',
      '--disable-gpu',
      '--hide-scrollbars',
      '--no-first-run',
      '--disable-dev-shm-usage',
      `--user-data-dir=${join(folder, 'profile')}`,
      // Its sandbox cannot start as root, as which containers run.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] }
  );
  const ended = once(child, 'exit');
  try {
    const send = speakTo(child, program);
    await body({
      open: async (html, look) => {
        const file = join(await mkdtemp(join(folder, 'page-')), 'page.html');
        await writeFile(file, html);
        return openPage(send, pathToFileURL(file).href, look);
      }
    });
  } finally {
    child.kill('SIGKILL');
    await ended.catch(() => undefined);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Fields = Readonly<Record<string, unknown>>;
type Send = (method: string, params: Fields, sessionId?: string) => Promise<Fields>;

interface Answer {
  readonly id?: number;
  readonly result?: Fields;
  readonly error?: { readonly message: string };
}

/** Messages are JSON with a zero byte behind each, to its third file descriptor and from its fourth. */
function speakTo(child: ChildProcess, program: string): Send {
  const [, , , input, output] = child.stdio as unknown as readonly [null, null, null, Writable, Readable];
  const waiting = new Map<number, { resolve: (result: Fields) => void; reject: (error: Error) => void }>();
  let end: Error | undefined;
  const give = (error: Error): void => {
    end ??= error;
    for (const { reject } of waiting.values()) reject(end);
    waiting.clear();
  };
  child.on('error', error => give(new Error(`${program} did not start: ${error.message}. Set CHROMIUM to its path.`)));
  child.on('exit', code => give(new Error(`${program} ended with ${String(code)}.`)));
  input.on('error', give);

  let rest = '';
  output.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const { id, result, error } = JSON.parse(part) as Answer;
      const asked = id === undefined ? undefined : waiting.get(id);
      if (id === undefined || asked === undefined) continue;
      waiting.delete(id);
      if (error === undefined) asked.resolve(result ?? {});
      else asked.reject(new Error(error.message));
    }
  });

  let last = 0;
  return (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      if (end !== undefined) {
        reject(end);
        return;
      }
      last += 1;
      waiting.set(last, { resolve, reject });
      input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
}

async function openPage(send: Send, url: string, { width, scale, dark }: Look): Promise<Page> {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const attached = await send('Target.attachToTarget', { targetId, flatten: true });
  const ask = (method: string, params: Fields): Promise<Fields> =>
    send(method, params, attached['sessionId'] as string);

  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = (await ask('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true
    })) as { result: { value?: unknown }; exceptionDetails?: { exception?: { description?: string }; text: string } };
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };

  await ask('Emulation.setDeviceMetricsOverride', { width, height: 800, deviceScaleFactor: scale, mobile: false });
  await ask('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]
  });
  await ask('Page.navigate', { url });
  while ((await evaluate('location.href + document.readyState')) !== `${url}complete`)
    await new Promise(resolve => setTimeout(resolve, 20));

  return {
    evaluate,
    screenshot: async selector => {
      const height = Math.ceil(
        Number(await evaluate(`document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect().bottom`))
      );
      const clip = { x: 0, y: 0, width, height, scale: 1 };
      const { data } = await ask('Page.captureScreenshot', { format: 'png', clip, captureBeyondViewport: true });
      return Buffer.from(data as string, 'base64');
    }
  };
}
