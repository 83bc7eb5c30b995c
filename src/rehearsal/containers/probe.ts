import { connect } from 'node:net';

const PATIENCE = 2_000;

/**
 * Whether something answers at a port as a load balancer's target has to: it takes the connection and, asked over HTTP, says anything or
 * keeps the connection. Docker's own proxy takes a connection for a container that does not listen, and drops it at once.
 */
export function answersAt(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port });
    const end = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(PATIENCE, () => end(!socket.connecting));
    socket.once('connect', () => socket.write('GET / HTTP/1.1\r\nHost: rehearsal\r\nConnection: close\r\n\r\n'));
    socket.once('data', () => end(true));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
  });
}
