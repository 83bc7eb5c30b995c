/** Of a stream that nobody reads any more: a pipe into `head`, a terminal that was closed. */
const GONE = new Set(['EPIPE', 'EIO', 'EBADF', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);

/**
 * Lets a run go on where what it says cannot be written: a rollout is followed to its end, whoever listens. Without this the process would
 * end at once, in the middle of a deployment.
 *
 * @param onLost told once, with the system's words, where somebody does read and what was said is lost all the same (a full disk)
 */
export function guardStream(stream: NodeJS.WritableStream, onLost: (why: string) => void): void {
  let isTold = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (isTold || GONE.has(error.code ?? '')) return;
    isTold = true;
    onLost(error.message);
  });
}
