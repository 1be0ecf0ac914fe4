import { setTimeout as sleep } from 'node:timers/promises';

import { pick, until as waitUntil, type Random } from '@cardroom/testing';

import type { ChaosGateway } from './chaos-gateway';
import type { ChaosRoom } from './chaos-room';

/** How long things stay broken. */
export interface Durations {
  readonly stoppedMs: number;
  readonly heldMs: number;
}

export interface FaultContext {
  readonly room: ChaosRoom;
  readonly random: Random;
  readonly durations: Durations;
}

export interface Fault {
  /** What is done, with its number in the list of failure tests. */
  readonly about: string;
  /** By then a table plays again, at the 99th percentile of all tables that this fault met. */
  readonly againWithinMs: number;
  /** The log of hands in progress goes with it: they are void by design. */
  readonly losesLog?: boolean;
  /** Done to disks of its own, which only root may mount; left out where there are none. */
  readonly needsMounts?: boolean;
  /** Every player has a connection again within this time. */
  readonly backWithinMs?: number;
  /**
   * Breaks something and answers the tables that it met; the moment that it resolves is the moment
   * from which they must go on.
   */
  readonly break: (context: FaultContext) => Promise<readonly string[]>;
  /** Mends what was broken, after play went on without it. Findings of its own, if any. */
  readonly mend?: (context: FaultContext) => Promise<readonly string[]>;
}

export const nothing = (): Promise<readonly string[]> => Promise.resolve([]);

/** Waits for something that has to happen, for as long as anything may take that was broken. */
export const until = (
  what: string | (() => string),
  holds: () => boolean | Promise<boolean>,
  timeoutMs = 60_000,
): Promise<void> => waitUntil(what, holds, { timeoutMs, everyMs: 25 });

export interface Owner {
  readonly gateway: ChaosGateway;
  readonly nodeId: string;
  readonly tableIds: readonly string[];
}

/** The gateways that run, each with the tables that it hosts. */
export async function owners(room: ChaosRoom): Promise<Owner[]> {
  const nodeIds = await room.collector.owners(room.tableIds);
  const running = await Promise.all(
    room.gateways
      .filter(({ isUp }) => isUp)
      .map(async (gateway) => ({ gateway, nodeId: (await gateway.nodeId()) ?? '' })),
  );
  return running.map(({ gateway, nodeId }) => ({
    ...{ gateway, nodeId },
    tableIds: room.tableIds.filter((_, at) => nodeIds[at] === nodeId),
  }));
}

const isInHand = (room: ChaosRoom, tableId: string): boolean =>
  room.clients.some(({ tables }) => (tables.get(tableId)?.view?.turn ?? null) !== null);

/** How many gateways take players. */
export async function readyGateways({ gateways }: ChaosRoom): Promise<number> {
  const ready = await Promise.all(gateways.map((gateway) => gateway.isReady()));
  return ready.filter(Boolean).length;
}

/** A gateway that hosts tables, in the midst of a hand, and is not the last one that takes players. */
export async function anOwnerInHand({ room, random }: FaultContext): Promise<Owner> {
  for (;;) {
    const isOneOfMany = (await readyGateways(room)) > 1;
    const owner = isOneOfMany ? pick(random, (await owners(room)).filter(hasTables)) : null;
    if (owner !== null) {
      await until(
        () => `a hand at one of\n${room.sightOf(owner.tableIds)}`,
        () => owner.tableIds.some((tableId) => isInHand(room, tableId)),
      );
      return owner;
    }
    await sleep(100);
  }
}

const hasTables = ({ tableIds }: Owner): boolean => tableIds.length > 0;
