import type { Presence, RateLimiter } from '@cardroom/cache';

import type { GatewayConfig } from '../config/gateway.config';
import type { NodePulse } from '../nodes/node-pulse';
import type { Attendance } from './attendance';
import { ConnectionLimit } from './connection-limit';
import type { GameSocket } from './socket-types';
import type { SocketBroadcaster } from './socket.broadcaster';

const PARTS = 80;

const socketOf = (id: string): GameSocket =>
  ({
    ...{ id, connected: true, handshake: { issued: 1 } },
    data: { claims: { userId: `user of ${id}` } },
  }) as unknown as GameSocket;

/** A node with so many sockets; `refreshed` has those that were refreshed, turn by turn. */
function nodeWith(count: number) {
  const sockets = Array.from({ length: count }, (_, at) => socketOf(`socket ${at}`));
  const refreshed: string[][] = [];
  const redis = { isAway: false };
  const presence = {
    refresh: (sockets: readonly { readonly socketId: string }[]) => {
      if (redis.isAway) return Promise.reject(new Error('Redis is away'));
      refreshed.at(-1)?.push(...sockets.map(({ socketId }) => socketId));
      return Promise.resolve();
    },
  } as unknown as Presence;
  const limit = new ConnectionLimit(
    {} as GatewayConfig,
    'node',
    presence,
    {} as RateLimiter,
    {} as NodePulse,
    {} as Attendance,
    { all: () => [...sockets] } as unknown as SocketBroadcaster,
  );
  const turns = async (times: number): Promise<void> => {
    for (let turn = 0; turn < times; turn += 1) {
      refreshed.push([]);
      await limit.refreshSome();
    }
  };
  return { sockets, refreshed, redis, turns };
}

it('in one round every socket is refreshed once, a few at a time', async () => {
  const { sockets, refreshed, turns } = nodeWith(1_000);
  await turns(PARTS);
  expect(refreshed.flat().sort()).toEqual(sockets.map(({ id }) => id).sort());
  expect(Math.max(...refreshed.map((some) => some.length))).toBe(Math.ceil(1_000 / PARTS));
  await turns(PARTS);
  expect(refreshed.flat()).toHaveLength(2_000);
});

it('a socket that closed during the round is not counted again', async () => {
  const { sockets, refreshed, turns } = nodeWith(160);
  await turns(1);
  const last = sockets.at(-1);
  Object.assign(last ?? {}, { connected: false });
  await turns(PARTS - 1);
  expect(refreshed.flat()).toHaveLength(159);
  expect(refreshed.flat()).not.toContain(last?.id);
});

it('with Redis away the rest of the round is left out, and the next one is whole', async () => {
  const { refreshed, redis, turns } = nodeWith(160);
  await turns(1);
  redis.isAway = true;
  await turns(1);
  redis.isAway = false;
  await turns(PARTS - 2);
  expect(refreshed.flat()).toHaveLength(2);
  await turns(PARTS);
  expect(refreshed.flat()).toHaveLength(162);
});
