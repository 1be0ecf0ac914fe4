import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';

import { freePort, isPortFree } from './free-port';

/** Linux: the first and the last port that it gives to outgoing connections. */
const RANGE_FILE = '/proc/sys/net/ipv4/ip_local_port_range';

it('ports are told once, and all can be listened on', async () => {
  const ports = await Promise.all(Array.from({ length: 500 }, () => freePort()));
  expect(new Set(ports).size).toBe(500);
  await expect(Promise.all(ports.slice(0, 20).map(isPortFree))).resolves.not.toContain(false);
});

it('no outgoing connection can be given a port that somebody was told', async () => {
  const range = existsSync(RANGE_FILE) ? readFileSync(RANGE_FILE, 'utf8') : '32768 60999';
  const [first = 0, last = 0] = range.trim().split(/\s+/).map(Number);
  const ports = await Promise.all(Array.from({ length: 100 }, () => freePort()));
  expect(ports.filter((port) => port >= first && port <= last)).toEqual([]);
});

it('a port is not free while somebody listens on it, on whatever address', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '::', resolve));
  const { port } = server.address() as AddressInfo;
  await expect(isPortFree(port)).resolves.toBe(false);
  await new Promise((resolve) => server.close(resolve));
  await expect(isPortFree(port)).resolves.toBe(true);
});
