import { sqlStateOf } from '@cardroom/database';

export interface PumpLimits {
  /** So many transfers go in one call at most. */
  readonly maxBatch: number;
  /** So many may wait; one more is refused at once. */
  readonly maxWaiting: number;
  /** So many calls run side by side, each on a connection of the pool. */
  readonly lanes: number;
  /** What has waited longer than this is refused instead of being posted late. */
  readonly maxWaitMs: number;
  /** So many transactions with rows of their own may wait to be let through. */
  readonly maxUnitsWaiting: number;
}

/**
 * Two lanes keep PostgreSQL at work while the other waits for its disk; with more of them batches
 * are smaller and the whole is slower.
 */
export const PUMP_LIMITS: PumpLimits = {
  ...{ maxBatch: 256, maxWaiting: 5_000, lanes: 2, maxWaitMs: 5_000 },
  maxUnitsWaiting: 500,
};

/** How many of those that wait one call takes, with so many calls free, itself included. */
export const shareOf = (waiting: number, freeLanes: number): number =>
  Math.ceil(waiting / Math.max(freeLanes, 1));

/** Classes of SQLSTATE that speak of the rows of a batch, not of the server or the way to it. */
const OF_THE_ROWS = /^(21|22|23|40|P0)/;

/** Whether one bad transfer may be to blame, so that the others are worth trying without it. */
export const mayBeOneItem = (error: unknown): boolean => OF_THE_ROWS.test(sqlStateOf(error) ?? '');

/**
 * How many transactions with rows of their own run at once: half of the pool, so that everything
 * else finds a connection however many of them wait for a lock.
 */
export const unitLanesOf = (poolSize: number): number => Math.max(1, Math.floor(poolSize / 2));
