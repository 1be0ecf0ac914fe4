import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below those that systems give to outgoing connections: Linux from 32,768 on, others later. */
const FIRST_PORT = 20_000;
const LAST_PORT = 32_767;
const MAX_TRIES = 1_000;

const given = new Set<number>();

/**
 * A TCP port of the loopback address that nobody listens on at this moment, nor on so many after it; told
 * once by this process. No outgoing connection gets it either: who is killed finds it free again.
 */
export async function freePort(after = 0): Promise<number> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const first = randomInt(FIRST_PORT, LAST_PORT - after + 1);
    const ports = Array.from({ length: after + 1 }, (_, at) => first + at);
    if (ports.some((port) => given.has(port))) continue;
    ports.forEach((port) => given.add(port));
    if ((await Promise.all(ports.map(isPortFree))).every(Boolean)) return first;
  }
  throw new Error(`no port from ${FIRST_PORT} to ${LAST_PORT} is free`);
}

/** Whether a server could listen on this port of the loopback address now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}
