import type { Delta } from '@cardroom/protocol';

/** Deltas kept in memory for clients that come back after a short break. */
const MAX_KEPT = 32;

export class KeptDeltas {
  private readonly deltas: Delta[] = [];

  add(delta: Delta): void {
    this.deltas.push(delta);
    if (this.deltas.length > MAX_KEPT) this.deltas.shift();
  }

  /** Those between two versions, or null where some of them are no longer kept. */
  between(since: number, now: number): readonly Delta[] | null {
    if (since > now) return null;
    const missed = this.deltas.filter((delta) => delta.stateVersion > since);
    return missed.length === now - since ? missed : null;
  }
}
