import type { Processes, RunResult } from '../../ports.js';

/**
 * Processes from whose output the secrets are cleared, in lines and in results: what Docker says goes into errors, from there into outputs
 * and the job summary, where no log's mask reaches it.
 *
 * @param secrets also found as they are written in a URL
 */
export function clearOutput(processes: Processes, secrets: readonly string[]): Processes {
  const hidden = [...new Set(secrets.flatMap(secret => [secret, encodeURIComponent(secret)]))].filter(
    secret => secret !== ''
  );
  const clear = (text: string): string => hidden.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  return {
    ...processes,
    run: async (command, args, options = {}): Promise<RunResult> => {
      const { onLine } = options;
      const listener: typeof onLine = onLine && ((line, stream) => onLine(clear(line), stream));
      const result = await processes.run(command, args, { ...options, onLine: listener });
      return { ...result, stdout: clear(result.stdout), stderr: clear(result.stderr) };
    }
  };
}
