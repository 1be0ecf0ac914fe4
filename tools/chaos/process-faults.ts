import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { Keys, NodeLine } from '@cardroom/cache';
import { pick } from '@cardroom/testing';

import type { ChaosGateway } from './chaos-gateway';
import type { ChaosRoom } from './chaos-room';
import {
  anOwnerInHand,
  nothing,
  owners,
  readyGateways,
  until,
  type Fault,
  type FaultContext,
} from './fault';
import { STEPS } from './instructions';

const DEATH_TIMEOUT_MS = 8_000;
const BLOCKED_MS = 2_000;
const HOUR_MS = 3_600_000;
const BEHIND_MS = 5_000;
const SPARE_DESCRIPTORS = 20;
const STRANGERS = 60;
const ASKING_MS = 500;

/** Started again as whatever looks after processes does it: again where it does not come up. */
export async function startAgain(room: ChaosRoom, gateway: ChaosGateway): Promise<void> {
  for (let isUp = false; !isUp;) {
    isUp = await gateway.start().then(
      () => true,
      () => false,
    );
  }
  room.front.markUp(gateway.port);
}

/** It is dead already, or dies now; the front notices and it is started again. */
async function bury(room: ChaosRoom, gateway: ChaosGateway): Promise<void> {
  await gateway.kill();
  room.front.markDown(gateway.port);
  void startAgain(room, gateway);
}

const twoRun = ({ room }: FaultContext): Promise<readonly string[]> =>
  until('two gateways', async () => (await readyGateways(room)) > 1).then(nothing);

const allRun = ({ room }: FaultContext): Promise<readonly string[]> =>
  until('all gateways', async () => (await readyGateways(room)) === room.gateways.length).then(
    nothing,
  );

async function drainEach({ room }: FaultContext): Promise<readonly string[]> {
  for (const gateway of room.gateways) {
    const drained = gateway.drain();
    room.front.avoid(gateway.port);
    await drained;
    await gateway.start();
    room.front.markUp(gateway.port);
  }
  return room.tableIds;
}

/** Other connections take what descriptors are left; those of players are there already. */
async function useUpDescriptors(context: FaultContext): Promise<readonly string[]> {
  const { gateway, tableIds } = await anOwnerInHand(context);
  const pid = gateway.process?.pid ?? 0;
  const limits = readFileSync(`/proc/${pid}/limits`, 'utf8');
  const before = /^Max open files +(\d+)/m.exec(limits)?.[1] ?? '';
  const limit = readdirSync(`/proc/${pid}/fd`).length + SPARE_DESCRIPTORS;
  execFileSync('prlimit', [`--pid=${pid}`, `--nofile=${limit}:`]);
  const strangers = Array.from({ length: STRANGERS }, () => {
    const socket = connect(gateway.port, '127.0.0.1');
    return socket.on('error', () => undefined);
  });
  void sleep(context.durations.heldMs).then(() => {
    strangers.forEach((socket) => socket.destroy());
    if (gateway.isUp) execFileSync('prlimit', [`--pid=${pid}`, `--nofile=${before}:`]);
  });
  return tableIds;
}

/** Another node takes a table whose owner believes to have it, for as long as it takes to notice. */
async function forceTwoOwners({ room }: FaultContext): Promise<readonly string[]> {
  const { collector, redisKeyPrefix, tableIds } = room;
  const line = new NodeLine(collector.connection, new Keys(redisKeyPrefix), 'chaos');
  const running = await owners(room);
  for (const tableId of tableIds) {
    const other = running.find((each) => !each.tableIds.includes(tableId));
    if (other === undefined) continue;
    await collector.dropLease(tableId);
    await line.ask(other.nodeId, { type: 'host', tableId }, ASKING_MS);
  }
  return tableIds;
}

async function shiftClocks(context: FaultContext): Promise<readonly string[]> {
  const { room, random } = context;
  for (const shiftMs of [HOUR_MS, -HOUR_MS, -BEHIND_MS, 0]) {
    pick(random, room.gateways)?.tell({ type: 'clock', shiftMs });
    await sleep(1_000);
  }
  return room.tableIds;
}

/** Of the last death at a step: a finding where nobody died. */
let notReached: readonly string[] = [];

/** Faults of processes. */
export const PROCESS_FAULTS = {
  kill: {
    about: 'F1 kill -9 of a gateway in mid-hand, started again at once',
    againWithinMs: 5_000,
    break: async (context) => {
      const { gateway, tableIds } = await anOwnerInHand(context);
      await bury(context.room, gateway);
      return tableIds;
    },
    mend: twoRun,
  },
  step: {
    about: 'F1 a gateway dies at a chosen step of an action',
    againWithinMs: 10_000,
    break: async (context) => {
      const { gateway, tableIds } = await anOwnerInHand(context);
      const step = pick(context.random, STEPS);
      if (step !== null) gateway.tell({ type: 'die', step });
      await Promise.race([gateway.process?.exited, sleep(DEATH_TIMEOUT_MS)]);
      notReached = gateway.isUp ? [`the step ${step ?? ''} was not reached`] : [];
      await bury(context.room, gateway);
      return tableIds;
    },
    mend: (context) => twoRun(context).then(() => notReached),
  },
  stop: {
    about: 'F6 a gateway is stopped and wakes up; others play its tables',
    againWithinMs: 10_000,
    break: async (context) => {
      const { gateway, tableIds } = await anOwnerInHand(context);
      gateway.process?.signal('SIGSTOP');
      context.room.front.markDown(gateway.port);
      return tableIds;
    },
    mend: async ({ room, durations }) => {
      await sleep(durations.stoppedMs);
      for (const gateway of room.gateways) {
        gateway.process?.signal('SIGCONT');
        room.front.markUp(gateway.port);
      }
      return nothing();
    },
  },
  drain: {
    about: 'F17 every gateway is restarted in order, one after the other',
    ...{ againWithinMs: 5_000, backWithinMs: 15_000 },
    break: drainEach,
  },
  block: {
    about: 'F19 the event loop of a gateway is blocked for 2 s',
    againWithinMs: 10_000,
    break: async (context) => {
      const { gateway, tableIds } = await anOwnerInHand(context);
      gateway.tell({ type: 'block', ms: BLOCKED_MS });
      return tableIds;
    },
  },
  clock: {
    about: 'F16 the clocks of gateways jump by an hour, back, and fall behind by 5 s',
    againWithinMs: 10_000,
    break: shiftClocks,
    mend: ({ room }) => {
      room.gateways.forEach((gateway) => gateway.tell({ type: 'clock', shiftMs: 0 }));
      return nothing();
    },
  },
  owners: {
    about: 'F25 a second node takes each table while its owner still believes to have it',
    againWithinMs: 10_000,
    break: forceTwoOwners,
  },
  descriptors: {
    about: 'F27 a gateway has no descriptors left for newcomers',
    againWithinMs: 10_000,
    break: useUpDescriptors,
    mend: ({ durations }) => sleep(durations.heldMs + 1_000).then(nothing),
  },
  jobs: {
    about: 'F3 kill -9 of the workers, started again at once',
    againWithinMs: 5_000,
    break: async ({ room }) => {
      await room.apps.kill('jobs');
      await room.apps.start('jobs');
      return room.tableIds;
    },
  },
  reboot: {
    about: 'F28 everything is killed; gateways come up first, then Redis, then PostgreSQL',
    againWithinMs: 30_000,
    break: async ({ room }) => {
      await Promise.all(room.gateways.map((gateway) => gateway.kill()));
      await Promise.all([room.killRedis(), room.killPostgres()]);
      room.gateways.forEach((gateway) => void startAgain(room, gateway));
      await sleep(2_000);
      await room.startRedis({ isEmpty: false });
      await sleep(2_000);
      if ((await readyGateways(room)) > 0) throw new Error('a gateway is ready without PostgreSQL');
      await room.startPostgres();
      return room.tableIds;
    },
    mend: allRun,
  },
} as const satisfies Record<string, Fault>;
