import { counter } from './metrics';

const SERVERS = ['postgresql', 'redis'] as const;
type StorageServer = (typeof SERVERS)[number];

/** PostgreSQL's "disk full" and "out of memory". */
const FULL_CODES: ReadonlySet<unknown> = new Set(['53100', '53200']);
/** What Redis answers where it cannot write its file, or may use no more memory. */
const FULL_MESSAGES = /^(MISCONF|OOM command)/;

const refusals = counter(
  'storage_refusals_total',
  'Answers of a server that it cannot write: its disk or its memory is full. Must stay 0.',
  ['server'],
);
// An increase is seen only by who was told of the 0 before it.
for (const server of SERVERS) refusals.inc({ server }, 0);

/** Which server says by an error that it has no room left; null for all other errors. */
export function fullServerOf(cause: unknown): StorageServer | null {
  if (!(cause instanceof Error)) return null;
  if ('code' in cause && FULL_CODES.has(cause.code)) return 'postgresql';
  return FULL_MESSAGES.test(cause.message) ? 'redis' : null;
}

/** Counts an error where it says that a server has no room left. */
export function noteStorageRefusal(cause: unknown): void {
  const server = fullServerOf(cause);
  if (server !== null) refusals.inc({ server });
}
