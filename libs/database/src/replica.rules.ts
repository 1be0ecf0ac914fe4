/** Nothing is read from a replica that is further behind. */
export const MAX_BEHIND_MS = 10_000;

/** Where the primary's log ended, and when that was asked. */
export interface LogSample {
  readonly position: bigint;
  readonly atMs: number;
}

/**
 * How new a replica's data is: by the youngest sample of the primary's log that it has replayed. It
 * has everything that was committed before the primary was asked for that sample.
 */
export class ReplicaAge {
  private samples: LogSample[] = [];
  private asOfMs: number | null = null;

  primaryIsAt(sample: LogSample): void {
    this.samples.push(sample);
  }

  replicaIsAt(position: bigint): void {
    const reached = this.samples.filter((sample) => sample.position <= position);
    const youngest = reached.at(-1);
    if (youngest === undefined) return;
    this.asOfMs = youngest.atMs;
    this.samples = this.samples.filter((sample) => sample.position > position);
  }

  /** Nobody knows any more. */
  forget(): void {
    this.samples = [];
    this.asOfMs = null;
  }

  /** Milliseconds that it may be behind; null where nobody knows. */
  behindMs(nowMs: number): number | null {
    return this.asOfMs === null ? null : nowMs - this.asOfMs;
  }

  isFresh(nowMs: number): boolean {
    const behindMs = this.behindMs(nowMs);
    return behindMs !== null && behindMs <= MAX_BEHIND_MS;
  }
}
