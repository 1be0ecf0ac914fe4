import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { anOwnerInHand, type Fault, type FaultContext } from './fault';
import type { Link, LinkState } from './link';

const FLAPS = 6;
const FLAP_MS = 700;
const SLOW_MS = 200;

/** The processes of a server that forks one for each connection. */
function familyOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return [pid, ...children.trim().split(' ').filter(Boolean).map(Number)];
}

async function pause(pid: number, forMs: number): Promise<void> {
  const family = familyOf(pid);
  family.forEach((each) => process.kill(each, 'SIGSTOP'));
  await sleep(forMs);
  family.forEach((each) => process.kill(each, 'SIGCONT'));
}

/** What can be wrong with a line. */
const WRONGS = {
  'half-open': { forth: false, back: false },
  'one-way': { back: false },
  flapping: { isUp: false },
  slow: { delayMs: SLOW_MS },
} as const satisfies Record<string, Partial<LinkState>>;
type Wrong = keyof typeof WRONGS;

async function spoil(link: Link, wrong: Wrong, heldMs: number): Promise<void> {
  const turns = wrong === 'flapping' ? FLAPS : 1;
  for (let turn = 0; turn < turns; turn += 1) {
    link.set(WRONGS[wrong]);
    await sleep(wrong === 'flapping' ? FLAP_MS : heldMs);
    link.set({});
    if (turn < turns - 1) await sleep(FLAP_MS);
  }
}

const NUMBERS = { 'half-open': 'F10', 'one-way': 'F10', flapping: 'F10', slow: 'F11' } as const;

/** The line between one gateway and a server; play goes on while it is spoilt, or after that. */
const gatewayLine = (service: 'redis' | 'postgres', wrong: Wrong): Fault => ({
  about: `${NUMBERS[wrong]} the line of a gateway to ${service} is ${wrong}`,
  againWithinMs: 20_000,
  break: async (context: FaultContext) => {
    const { gateway, tableIds } = await anOwnerInHand(context);
    await spoil(gateway.links[service], wrong, context.durations.heldMs);
    return tableIds;
  },
});

const clientLine = (wrong: Wrong): Fault => ({
  about: `${NUMBERS[wrong]} the lines of all players are ${wrong}`,
  againWithinMs: 20_000,
  break: async ({ room, durations }) => {
    await spoil(room.clientLink, wrong, durations.heldMs);
    return room.tableIds;
  },
});

/** Faults of servers and of lines to them. */
export const SERVICE_FAULTS = {
  redis: {
    about: 'F7 kill -9 of Redis, started again on its file',
    againWithinMs: 10_000,
    break: async ({ room }) => {
      await room.killRedis();
      await room.startRedis({ isEmpty: false });
      return room.tableIds;
    },
  },
  'redis-empty': {
    about: 'F7 kill -9 of Redis, started again without its data',
    ...{ againWithinMs: 30_000, losesLog: true },
    break: async ({ room }) => {
      await room.killRedis();
      await room.startRedis({ isEmpty: true });
      return room.tableIds;
    },
  },
  'redis-stop': {
    about: 'F8 Redis is stopped for a while',
    againWithinMs: 10_000,
    break: async ({ room, durations }) => {
      await pause(room.pidOf('redis'), durations.heldMs);
      return room.tableIds;
    },
  },
  postgres: {
    about: 'F4 kill -9 of PostgreSQL, started again at once',
    againWithinMs: 15_000,
    break: async ({ room }) => {
      await room.killPostgres();
      await room.startPostgres();
      return room.tableIds;
    },
  },
  'postgres-stop': {
    about: 'F5 PostgreSQL is stopped for 5 s',
    againWithinMs: 10_000,
    break: async ({ room }) => {
      await pause(room.pidOf('postgres'), 5_000);
      return room.tableIds;
    },
  },
  'postgres-stop-long': {
    about: 'F5 PostgreSQL is stopped for 30 s',
    againWithinMs: 15_000,
    break: async ({ room, durations }) => {
      await pause(room.pidOf('postgres'), durations.stoppedMs);
      return room.tableIds;
    },
  },
  'redis-half-open': gatewayLine('redis', 'half-open'),
  'redis-one-way': gatewayLine('redis', 'one-way'),
  'redis-flapping': gatewayLine('redis', 'flapping'),
  'redis-slow': gatewayLine('redis', 'slow'),
  'postgres-half-open': gatewayLine('postgres', 'half-open'),
  'postgres-one-way': gatewayLine('postgres', 'one-way'),
  'postgres-flapping': gatewayLine('postgres', 'flapping'),
  'postgres-slow': gatewayLine('postgres', 'slow'),
  'clients-half-open': clientLine('half-open'),
  'clients-one-way': clientLine('one-way'),
  'clients-flapping': clientLine('flapping'),
  'clients-slow': clientLine('slow'),
  messages: {
    about: 'F24 actions of players come twice, late, out of order or not at all',
    againWithinMs: 15_000,
    break: async ({ room, random, durations }) => {
      room.clients.forEach((client) => (client.mischief = random));
      await sleep(durations.heldMs);
      room.clients.forEach((client) => (client.mischief = null));
      return room.tableIds;
    },
  },
} as const satisfies Record<string, Fault>;
