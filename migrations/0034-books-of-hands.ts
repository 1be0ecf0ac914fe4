import type { MigrationInterface, QueryRunner } from 'typeorm';

import { LEDGER_POST } from './0007-ledger-post';
import { ledgerPostPair } from './0024-ledger-pair';
import { LIGHTER_LOCKING } from './0025-ledger-lighter';

/** A condition of an index is met by those queries that say it. */
const HAS_A_NAME = (transfer: string): string =>
  `(${transfer}.type <> 'hand' OR ${transfer}.business_key <> ${transfer}.id::text)`;

/**
 * The transfer of a hand has the id of its hand, which the primary key guards: it needs no entry in the
 * index of the names. Hands of before have ids of their own, and stay there.
 */
const NAMES = `
ALTER TABLE ledger_transfers DROP CONSTRAINT "UQ_ledger_transfers_business_key",
  ADD CONSTRAINT "CK_ledger_transfers_hand" CHECK (type <> 'hand' OR business_key = id::text) NOT VALID;
CREATE UNIQUE INDEX "UQ_ledger_transfers_business_key" ON ledger_transfers (type, business_key)
  WHERE ${HAS_A_NAME('ledger_transfers')};
CREATE FUNCTION ledger_transfer_of(type text, business_key text) RETURNS TABLE (id uuid, fingerprint text)
LANGUAGE sql STABLE AS $$
  SELECT t.id, t.fingerprint FROM ledger_transfers t
  WHERE t.type = $1 AND t.business_key = $2 AND ${HAS_A_NAME('t')}
  UNION ALL
  SELECT t.id, t.fingerprint FROM ledger_transfers t
  WHERE t.id = CASE WHEN $1 = 'hand' THEN $2::uuid END AND t.type = 'hand' AND t.business_key = $2
$$;
`;

const NAMES_DOWN = `
DROP FUNCTION ledger_transfer_of;
DROP INDEX "UQ_ledger_transfers_business_key";
ALTER TABLE ledger_transfers DROP CONSTRAINT "CK_ledger_transfers_hand",
  ADD CONSTRAINT "UQ_ledger_transfers_business_key" UNIQUE (type, business_key);
`;

/** A text with some of its words changed, each of which stands in it once. */
function reworded(text: string, words: readonly (readonly [from: string, to: string])[]): string {
  return words.reduce((said, [from, to]) => {
    const [before, after, ...others] = said.split(from);
    if (before === undefined || after === undefined || others.length > 0) {
      throw new Error(`does not stand there once: ${from}`);
    }
    return `${before}${to}${after}`;
  }, text);
}

const replaced = (functions: string): string =>
  functions.replaceAll('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION');

const FIRST_POST = replaced(LEDGER_POST);
const FIRST_PAIR = replaced(ledgerPostPair(LIGHTER_LOCKING));

/** Whose entry it is for the history by player: chips at a table are found by the seat session. */
const userOf = (kind: string, user: string): string =>
  `CASE WHEN ${kind} <> 'in_play' THEN ${user} END`;

const POST = reworded(FIRST_POST, [
  [
    'LEFT JOIN ledger_transfers t ON t.type = w.type AND t.business_key = w.key',
    'LEFT JOIN LATERAL ledger_transfer_of(w.type, w.key) t ON true',
  ],
  // By name, or a hand by its id.
  [
    'ON CONFLICT ON CONSTRAINT "UQ_ledger_transfers_business_key" DO NOTHING',
    'ON CONFLICT DO NOTHING',
  ],
  [
    'SELECT a.id, t.id, a.user_id, e.amount',
    `SELECT a.id, t.id, ${userOf('a.kind', 'a.user_id')}, e.amount`,
  ],
  [
    'JOIN unnest(account_ids, user_ids) WITH ORDINALITY a (id, user_id, place) ON',
    'JOIN unnest(account_ids, kinds, user_ids) WITH ORDINALITY a (id, kind, user_id, place) ON',
  ],
  [
    'SELECT 1 FROM ledger_transfers WHERE type = wanted_type AND business_key = wanted_key',
    'SELECT 1 FROM ledger_transfer_of(wanted_type, wanted_key)',
  ],
]);

/** A hand is not plain: whether it is known is a question of two kinds. */
const PAIR = reworded(FIRST_PAIR, [
  ['AND b.owner_key = second_key\n', `AND b.owner_key = second_key AND new_type <> 'hand'\n`],
  [
    'ON CONFLICT ON CONSTRAINT "UQ_ledger_transfers_business_key" DO NOTHING',
    `ON CONFLICT (type, business_key) WHERE type <> 'hand' OR business_key <> id::text DO NOTHING`,
  ],
  [
    'VALUES (first_id, new_id, first_user,',
    `VALUES (first_id, new_id, ${userOf('first_kind', 'first_user')},`,
  ],
  [
    '(second_id, new_id, second_user,',
    `(second_id, new_id, ${userOf('second_kind', 'second_user')},`,
  ],
]);

/**
 * What hands have moved on a player's accounts at tables, of ids before one and posted at some time, won, lost or
 * both; in no order: as many of the newest as wanted where there are as many, and perhaps more. Those with ids
 * up to `after`, where there is one, may be missing: whoever has other lines in their place does not want them. Entries
 * that carry their user are left out: they are in the index of his history.
 *
 * Session by session, the last closed first, until what is left is older than all that is wanted: transfers
 * of hands have the ids of hands, which rise with time. Nothing is posted to a seat before its session opens or
 * after it closes; an id may be made up to a day before its hand begins, by clocks that differ a little. The
 * entries of a session are read by the index of its account, and not by that of the ids, which would be gone through
 * for those of all accounts.
 */
const HANDS_WON_AND_LOST = `
CREATE FUNCTION hands_won_and_lost(player uuid, before uuid, after uuid, since timestamptz,
  until timestamptz, won boolean, lost boolean, wanted int)
RETURNS TABLE (transfer_id uuid, amount_krw bigint, balance_after_krw bigint)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
  leeway CONSTANT interval := '1 hour';
  longest_wait CONSTANT interval := '1 day';
  seen uuid[] := '{}';
  session record;
  account uuid;
BEGIN
  IF NOT won AND NOT lost THEN RETURN; END IF;
  FOR session IN
    SELECT s.id, s.closed_at FROM seat_sessions s
    WHERE s.user_id = player
      AND s.opened_at < least(until, time_of_uuid(before) + longest_wait) + leeway
    ORDER BY s.closed_at DESC NULLS FIRST
  LOOP
    EXIT WHEN session.closed_at + leeway < greatest(since, time_of_uuid(after), (
      SELECT time_of_uuid(w.id) FROM unnest(seen) w (id) ORDER BY w.id DESC OFFSET wanted - 1 LIMIT 1));
    SELECT o.account_id INTO account FROM ledger_account_owners o
    WHERE o.kind = 'in_play' AND o.owner_key = session.id::text;
    FOR transfer_id, amount_krw, balance_after_krw IN
      WITH moved AS MATERIALIZED (
        SELECT e.transfer_id, e.amount_krw, e.balance_after_krw FROM ledger_entries e
        WHERE e.account_id = account AND e.version IS NOT NULL AND e.user_id IS NULL
          AND e.transfer_id < before AND CASE WHEN e.amount_krw > 0 THEN won ELSE lost END)
      SELECT m.transfer_id, m.amount_krw, m.balance_after_krw
      FROM moved m JOIN ledger_transfers t ON t.id = m.transfer_id
      WHERE t.type = 'hand' AND t.created_at >= since AND t.created_at < until
      ORDER BY m.transfer_id DESC LIMIT wanted
    LOOP
      seen := seen || transfer_id;
      RETURN NEXT;
    END LOOP;
  END LOOP;
END $$;
`;

/** The books are written once and for all; a migration may say the same in other words. */
const USERS_DOWN = `
ALTER TABLE ledger_entries DISABLE TRIGGER "TR_ledger_entries_append_only";
UPDATE ledger_entries e SET user_id = a.user_id FROM ledger_accounts a
WHERE a.id = e.account_id AND e.user_id IS NULL AND a.user_id IS NOT NULL;
ALTER TABLE ledger_entries ENABLE TRIGGER "TR_ledger_entries_append_only";
`;

/** The books of a hand in fewer bytes: no entry in the history's index, none in that of the names. */
export class BooksOfHands1700000000034 implements MigrationInterface {
  readonly name = 'BooksOfHands1700000000034';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [NAMES, POST, PAIR, HANDS_WON_AND_LOST]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    const parts = ['DROP FUNCTION hands_won_and_lost', FIRST_PAIR, FIRST_POST];
    for (const part of [...parts, NAMES_DOWN, USERS_DOWN]) await runner.query(part);
  }
}
