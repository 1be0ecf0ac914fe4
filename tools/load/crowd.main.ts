/** One process of the generator: a part of the players, and all players of each of its tables. */
import { setTimeout as sleep } from 'node:timers/promises';

import { FramePlayer, type FrameSeat } from '@cardroom/client';
import { seededRandom } from '@cardroom/testing';
import { WebSocket } from 'ws';

import type { CrowdOrder, CrowdWord } from './crowd-words';
import { TableLoad } from './table-load';
import { Tally } from './tally';

/** So many handshakes are under way at a time. */
const AT_A_TIME = 40;
const TICK_MS = 5;

const tally = new Tally();
const tell = (word: CrowdWord): void => {
  process.send?.(word);
};

interface Member {
  readonly token: string;
  readonly name: string;
  readonly seat: FrameSeat | null;
}

/** Connects a player; resolves when the handshake is accepted. */
function connect(url: string, member: Member, random: () => number): Promise<Joined> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    const joined: Joined = {
      member,
      listener: null,
      player: new FramePlayer({
        ...{ token: member.token, name: member.name, random },
        send: (frame) => {
          tally.bytesOut += frame.length;
          socket.send(frame);
        },
        onReady: (refusedWith) => {
          if (refusedWith === null) resolve(joined);
          else reject(new Error(refusedWith));
        },
        onVersion: (version) => joined.listener?.(version),
      }),
    };
    socket.on('message', (data: Buffer) => {
      const frame = data.toString();
      tally.receive(frame);
      joined.player.receive(frame);
    });
    socket.on('close', () => {
      tally.refuse('CONNECTION_CLOSED');
    });
    socket.on('error', reject);
  });
}

interface Joined {
  readonly member: Member;
  readonly player: FramePlayer;
  listener: ((version: number) => void) | null;
}

/** Does the work for every item, so many at a time, and tells how far it is. */
async function forAll<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of queue) done[at] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return done;
}

const takeSeat = ({ player, member }: Joined): Promise<void> =>
  new Promise((resolve) => {
    if (member.seat === null) {
      resolve();
      return;
    }
    player.sit(member.seat, (answer) => {
      if (!answer.ok) tally.refuse(`sit ${answer.code ?? ''}`);
      resolve();
    });
  });

/** Beats of a table come evenly, each table with a start of its own; missed ones are not made good slowly. */
async function play(order: CrowdOrder, tables: readonly TableLoad[]): Promise<void> {
  const { intervalMs, seconds, warmUpSeconds } = order;
  const startMs = performance.now();
  const measureFromMs = startMs + warmUpSeconds * 1_000;
  const endMs = measureFromMs + seconds * 1_000;
  const dueMs = tables.map((_, at) => startMs + (intervalMs * at) / tables.length);
  let isMeasuring = false;
  for (let nowMs = startMs; nowMs < endMs; nowMs = performance.now()) {
    if (!isMeasuring && nowMs >= measureFromMs) {
      isMeasuring = true;
      tally.restart();
      tell({ type: 'measuring' });
    }
    for (const [at, table] of tables.entries()) {
      for (let due = dueMs[at] ?? endMs; due <= nowMs; due += intervalMs) {
        table.beat(due);
        dueMs[at] = due + intervalMs;
      }
    }
    await sleep(TICK_MS);
  }
  tell({ type: 'measured', counted: tally });
}

async function run(order: CrowdOrder): Promise<void> {
  const random = seededRandom(order.seed);
  const url = `${order.gatewayUrl.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const progress = setInterval(() => {
    const { sent, received, errors } = tally;
    tell({ type: 'progress', sent, received, errors });
  }, 1_000);
  const joined = await forAll(order.members, (member) => connect(url, member, random));
  tell({ type: 'connected' });
  await forAll(joined, takeSeat);
  tell({ type: 'seated' });
  const byTable = new Map<string, Joined[]>();
  for (const player of joined) {
    const { tableId } = player.member.seat ?? {};
    if (tableId !== undefined) byTable.set(tableId, [...(byTable.get(tableId) ?? []), player]);
  }
  const tables = [...byTable.values()].map(loadOf);
  process.once('message', () => {
    void play(order, tables).finally(() => {
      clearInterval(progress);
    });
  });
}

function loadOf(members: readonly Joined[]): TableLoad {
  const table = new TableLoad(
    members.map(({ player }) => player),
    tally,
    () => performance.now(),
  );
  for (const member of members) {
    member.listener = (version) => {
      table.heard(member.player, version);
    };
  }
  return table;
}

process.once('message', (order: unknown) => {
  run(order as CrowdOrder).catch((cause: unknown) => {
    tell({ type: 'failed', message: cause instanceof Error ? cause.message : String(cause) });
  });
});
