/** One process of the generator: a part of the players, and all players of each of its tables. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { FramePlayer, type FrameSeat } from '@cardroom/client';
import { seededRandom } from '@cardroom/testing';
import { WebSocket } from 'ws';

import type { CrowdMember, CrowdOrder, CrowdWord } from './crowd-words';
import { TableLoad } from './table-load';
import { Tally } from './tally';

const SOCKETS_AT_A_TIME = 40;
const TABLES_AT_A_TIME = 40;
const TICK_MS = 5;

const tally = new Tally();
const tell = (word: CrowdWord): void => {
  process.send?.(word);
};

/** Connects a player; resolves when the handshake is accepted. */
function connect(member: CrowdMember, random: () => number): Promise<Joined> {
  const url = `${member.gatewayUrl.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
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
  readonly member: CrowdMember;
  readonly player: FramePlayer;
  listener: ((version: number) => void) | null;
}

/** Does the work for every item, so many at a time, and tells how far it is. */
async function forAll<T, R>(
  items: readonly T[],
  atATime: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const done: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of queue) done[at] = await work(item);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return done;
}

const takeSeat = ({ player }: Joined, seat: FrameSeat): Promise<void> =>
  new Promise((resolve) => {
    player.sit(seat, (answer) => {
      if (!answer.ok) tally.refuse(`sit ${answer.code ?? ''}`);
      resolve();
    });
  });

/** The tables that play, each with beats of its own: evenly, and missed ones are not made good slowly. */
class Floor {
  private readonly tables: { readonly load: TableLoad; dueMs: number }[] = [];
  private isOpen = true;

  constructor(private readonly intervalMs: number) {}

  open(load: TableLoad, firstBeatMs: number): void {
    this.tables.push({ load, dueMs: firstBeatMs });
  }

  async beat(): Promise<void> {
    while (this.isOpen) {
      const nowMs = performance.now();
      for (const table of this.tables) {
        for (; table.dueMs <= nowMs; table.dueMs += this.intervalMs) table.load.beat(table.dueMs);
      }
      await sleep(TICK_MS);
    }
  }

  close(): void {
    this.isOpen = false;
  }
}

/** Fills table by table, as rooms do: each plays from when its players sit, not all from one moment. */
async function seat(joined: readonly Joined[], floor: Floor, order: CrowdOrder): Promise<void> {
  const random = seededRandom(order.seed);
  const byTable = new Map<string, Joined[]>();
  for (const player of joined) {
    const { tableId } = player.member.seat ?? {};
    if (tableId !== undefined) byTable.set(tableId, [...(byTable.get(tableId) ?? []), player]);
  }
  await forAll([...byTable.values()], TABLES_AT_A_TIME, async (players) => {
    for (const player of players) {
      if (player.member.seat !== null) await takeSeat(player, player.member.seat);
    }
    floor.open(loadOf(players), performance.now() + random() * order.intervalMs);
  });
}

async function measure({ seconds, warmUpSeconds }: CrowdOrder): Promise<void> {
  await sleep(warmUpSeconds * 1_000);
  tally.restart();
  tell({ type: 'measuring' });
  await sleep(seconds * 1_000);
  tell({ type: 'measured', counted: tally });
}

async function run(order: CrowdOrder): Promise<void> {
  const random = seededRandom(order.seed);
  const progress = setInterval(() => {
    const { sent, received, errors } = tally;
    tell({ type: 'progress', sent, received, errors });
  }, 1_000);
  const joined = await forAll(order.members, SOCKETS_AT_A_TIME, (member) =>
    connect(member, random),
  );
  tell({ type: 'connected' });
  const floor = new Floor(order.intervalMs);
  void floor.beat();
  await seat(joined, floor, order);
  tell({ type: 'seated' });
  await once(process, 'message');
  await measure(order);
  floor.close();
  clearInterval(progress);
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
