import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { pick, type Random } from '@cardroom/testing';

import type { ChaosRoom, GatewayPlace } from './chaos-room';

export const FAULT_NAMES = ['kill', 'stop', 'drain', 'redis', 'postgres'] as const;
export type FaultName = (typeof FAULT_NAMES)[number];

export interface Fault {
  readonly about: string;
  /** Breaks something; the moment that it resolves is the moment from which play must go on. */
  readonly break: (room: ChaosRoom, random: Random) => Promise<void>;
  /** Mends what was broken, after play went on without it. */
  readonly mend?: (room: ChaosRoom) => Promise<void>;
}

const STOPPED_MS = 30_000;
/** A gateway that was killed is there again. */
const STARTED_MS = 10_000;
const POSTGRES_STOPPED_MS = 5_000;

function anyGateway(room: ChaosRoom, random: Random): GatewayPlace {
  const place = pick(random, room.gateways);
  if (place === null) throw new Error('there is no gateway');
  return place;
}

/** The processes of a server that forks one for each connection. */
function familyOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return [pid, ...children.trim().split(' ').filter(Boolean).map(Number)];
}

export const FAULTS: Readonly<Record<FaultName, Fault>> = {
  kill: {
    about: 'F1 kill -9 of a gateway in mid-hand, started again at once',
    break: async (room, random) => {
      const { group, port } = anyGateway(room, random);
      await group.kill('game-gateway');
      room.front.markDown(port);
      void group.start('game-gateway').then(() => room.front.markUp(port));
    },
    mend: () => sleep(STARTED_MS),
  },
  stop: {
    about: `F6 a gateway is stopped for ${STOPPED_MS / 1_000} s; others play its tables`,
    break: async (room, random) => {
      const { group, port } = anyGateway(room, random);
      const stopped = group.process('game-gateway');
      stopped?.signal('SIGSTOP');
      room.front.markDown(port);
      void sleep(STOPPED_MS).then(() => {
        stopped?.signal('SIGCONT');
        room.front.markUp(port);
      });
      await sleep(0);
    },
    mend: () => sleep(STOPPED_MS + 2_000),
  },
  drain: {
    about: 'F17 every gateway is restarted in order, one after the other',
    break: async (room) => {
      for (const { group, port } of room.gateways) {
        const ended = group.stop('game-gateway');
        room.front.markDown(port);
        await ended;
        await group.start('game-gateway');
        room.front.markUp(port);
      }
    },
  },
  redis: {
    about: 'F7 kill -9 of Redis, started again on its file',
    break: (room) => room.restartRedis(),
  },
  postgres: {
    about: `F5 PostgreSQL is stopped for ${POSTGRES_STOPPED_MS / 1_000} s`,
    break: async (room) => {
      const family = familyOf(room.postgresPid);
      family.forEach((pid) => process.kill(pid, 'SIGSTOP'));
      await sleep(POSTGRES_STOPPED_MS);
      family.forEach((pid) => process.kill(pid, 'SIGCONT'));
    },
  },
};
