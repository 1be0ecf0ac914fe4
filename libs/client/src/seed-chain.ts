import { createHash } from 'node:crypto';

import type { PlayerClient } from './player-client';

const sha256 = (seed: Buffer): Buffer => createHash('sha256').update(seed).digest();

/** A player's seeds: each is the promise of the one after it. Rule: docs/rules/fairness.md §3.4. */
export class SeedChain {
  private readonly seeds: Buffer[];

  /** `last`: 32 random bytes; all others follow from them. */
  constructor(last: Buffer, length: number) {
    this.seeds = [last];
    for (let made = 1; made <= length; made += 1) {
      this.seeds.push(sha256(this.seeds.at(-1) ?? last));
    }
  }

  /** What is promised now. */
  get commitment(): string {
    return this.seeds.at(-1)?.toString('hex') ?? '';
  }

  /** The seed behind a promise, which is the promise after it; null where it is not of this chain. */
  open(commitment: string): string | null {
    const at = this.seeds.findIndex((seed) => seed.toString('hex') === commitment);
    return this.seeds[at - 1]?.toString('hex') ?? null;
  }
}

/** Opens a player's seed for each root that asks for it. Returns a function that ends that. */
export function keepSeeding(client: PlayerClient, tableId: string, chain: SeedChain): () => void {
  const opened = new Set<string>();
  const open = (): void => {
    const follower = client.tables.get(tableId);
    const root = follower?.view?.nextDeal ?? null;
    const seat = follower?.seatOf(client.userId)?.seat;
    if (root === null || opened.has(root.handId)) return;
    const promised = root.commitments.find((commitment) => commitment.seat === seat);
    const seed = promised === undefined ? null : chain.open(promised.commitment);
    if (seed === null) return;
    opened.add(root.handId);
    // Too late, or the connection is gone: the hand goes on without it.
    client.cmd('table.open_seed', { tableId, handId: root.handId, seed }).catch(() => undefined);
  };
  client.on('table', open);
  return () => {
    client.off('table', open);
  };
}
