/** How long a run is kept without being renewed, in seconds. */
export const LEASE_SECONDS = 60;

/** How often a run is renewed while it is under way, in milliseconds. */
export const RENEW_EVERY_MS = 15_000;

/** After so many failed tries of a period a person must look. */
export const MAX_ATTEMPTS = 5;

const FIRST_WAIT_SECONDS = 60;

/** The wait after a failed try, in seconds: a minute, then twice as long; null after the last one. */
export const retryAfterSeconds = (attempt: number): number | null =>
  attempt >= MAX_ATTEMPTS ? null : FIRST_WAIT_SECONDS * 2 ** (attempt - 1);
