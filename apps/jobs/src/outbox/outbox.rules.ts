/** A row is given up after so many tries and waits for a person. */
export const MAX_ATTEMPTS = 5;

/** How long a row that was sent may stay undone before it counts as lost, in seconds. */
const FIRST_WAIT_SECONDS = 15;

/**
 * How long to wait for a row that was tried so often, in seconds: 15, then twice as long each time.
 * Five tries take about eight minutes, so that a short outage gives nothing up.
 */
export const lostAfterSeconds = (attempts: number): number => FIRST_WAIT_SECONDS * 2 ** attempts;

/** At most so many jobs of a queue wait in Redis; the rest of a backlog waits in PostgreSQL. */
const MAX_WAITING_JOBS = 1_000;
export const BATCH_ROWS = 200;

/** How many rows may be sent to a queue in which so many jobs wait. */
export const roomFor = (waitingJobs: number): number =>
  Math.max(0, Math.min(BATCH_ROWS, MAX_WAITING_JOBS - waitingJobs));

/** The pause before the outbox is looked at again, in milliseconds: shorter the more there was. */
export function pauseAfterMs(sentRows: number): number {
  if (sentRows >= BATCH_ROWS) return 0;
  return sentRows > 0 ? 250 : 500;
}
