import { assertInvariant } from '@cardroom/platform';

import type { ClaimRequest, CommitOutcome, CommitRequest, LogEntry } from './table-log.types';

const isWhole = (value: number, least: number): boolean =>
  Number.isSafeInteger(value) && value >= least;

/** One word: the scripts cut what they store at the first blank. */
const isWord = (value: string): boolean => /^[^\s]{1,200}$/u.test(value);

/** Errors: InvariantError where a claim could not be what its caller means. */
export function assertClaim({ token, incarnation, firstVersion }: ClaimRequest): void {
  assertInvariant(isWhole(token, 1), 'a fencing token is a positive whole number');
  assertInvariant(isWord(incarnation), 'an incarnation is one word');
  assertInvariant(isWhole(firstVersion, 0), 'a version is a whole number');
}

/** Errors: InvariantError where a commit could not be what its caller means. */
export function assertCommit(request: CommitRequest): void {
  const { token, incarnation, expectedVersion, entry, command, settlement } = request;
  assertClaim({ tableId: request.tableId, token, incarnation, firstVersion: expectedVersion });
  assertInvariant(Number.isFinite(entry.atMs), 'an entry says when it was made');
  assertInvariant(entry.events.length > 0, 'a version without events does not exist');
  if (command !== undefined) {
    assertInvariant(isWord(command.cmdId), 'a command id is one word');
    assertInvariant(isWord(command.fingerprint), 'a fingerprint is one word');
  }
  assertInvariant(
    settlement === undefined || isWord(settlement.handId),
    'a finished hand has an id of one word',
  );
}

/**
 * The entries that follow a version, up to the last one of the table.
 *
 * Errors: InvariantError where one is missing: a table is not played on from a torn log (I6).
 */
export function entriesAfter(
  since: number | null,
  entries: readonly LogEntry[],
  lastVersion: number,
): LogEntry[] {
  const after = entries.filter((entry) => since === null || entry.version > since);
  const first = since === null ? lastVersion - after.length + 1 : since + 1;
  const isWithoutGap =
    first + after.length - 1 === lastVersion &&
    after.every((entry, index) => entry.version === first + index);
  assertInvariant(isWithoutGap, `the log holds every version up to ${lastVersion}`);
  return after;
}

/** The answer of the commit script as an outcome. */
export function commitOutcome(status: string, value: string): CommitOutcome {
  switch (status) {
    case 'committed':
      return { status, version: Number(value) };
    case 'repeated':
      return { status, answer: JSON.parse(value) as unknown };
    case 'reused':
    case 'lost':
      return { status };
    case 'fenced':
      return { status, token: Number(value) };
    case 'conflict':
      return { status, version: Number(value) };
    default:
      throw new Error(`The commit script answered ${status}`);
  }
}
