import type { MigrationInterface, QueryRunner } from 'typeorm';

import { SETTLE_HAND } from './0027-settle-hand';
import { settleHand } from './0028-packed-records';
import { HAND_WITH_SEATS } from './0029-players-in-hands';

/** The two copies are compared a last time before one of them goes. */
const ARE_EQUAL = `
DO $$
DECLARE
  different text;
BEGIN
  SELECT string_agg(s.id::text, ', ') INTO different FROM seat_sessions s
  LEFT JOIN ledger_account_owners o ON o.kind = 'in_play' AND o.owner_key = s.id::text
  LEFT JOIN ledger_accounts a ON a.id = o.account_id
  WHERE s.stack_krw <> coalesce(a.balance_krw, 0);
  IF different IS NOT NULL THEN
    RAISE EXCEPTION 'the stacks of these seat sessions are not the balances of their accounts: %', different;
  END IF;
END $$;
`;

/**
 * The stack of a seat is the balance of its account. The joins follow indexes from the seats that are
 * asked for: by session, by table, by player.
 */
const ONE_STACK = `
ALTER TABLE seat_sessions DROP COLUMN stack_krw;
CREATE VIEW seat_stacks AS
SELECT s.id AS seat_session_id, s.table_id, s.seat, s.user_id, s.status, s.owes_small, s.opened_at,
  coalesce(a.balance_krw, 0) AS stack_krw
FROM seat_sessions s
LEFT JOIN ledger_account_owners o ON o.kind = 'in_play' AND o.owner_key = s.id::text
LEFT JOIN ledger_accounts a ON a.id = o.account_id;
`;

/** What came to each seat and went from it beside its hands, by the books: seats note the same. */
const MOVEMENTS = `
CREATE VIEW seat_movements AS
SELECT o.owner_key, sum(e.amount_krw) FILTER (WHERE t.type <> 'cash_out') AS brought_krw,
  -sum(e.amount_krw) FILTER (WHERE t.type = 'cash_out') AS taken_krw
FROM ledger_transfers t JOIN ledger_entries e ON e.transfer_id = t.id
JOIN ledger_account_owners o ON o.account_id = e.account_id
WHERE t.type IN ('buy_in', 'top_up', 'cash_out') AND o.kind = 'in_play'
GROUP BY o.owner_key;
`;

const ONE_STACK_DOWN = `
ALTER TABLE seat_sessions ADD COLUMN stack_krw bigint;
UPDATE seat_sessions s SET stack_krw = k.stack_krw FROM seat_stacks k WHERE k.seat_session_id = s.id;
ALTER TABLE seat_sessions ALTER COLUMN stack_krw SET NOT NULL,
  ADD CONSTRAINT "CK_seat_sessions_stack" CHECK (stack_krw >= 0);
DROP VIEW seat_stacks, seat_movements;
`;

/** What was posted has moved the chips: each balance is now what the hand says that it ended with. */
export const ACCOUNTS_ARE_STACKS = `\
    SELECT count(*) FILTER (WHERE k.status = 'open' AND k.stack_krw = w.end_krw) - count(*) INTO counted
    FROM jsonb_to_recordset(players) w (session_id uuid, start_krw bigint, end_krw bigint)
    LEFT JOIN seat_stacks k ON k.seat_session_id = w.session_id
    WHERE w.start_krw <> w.end_krw;
    IF counted <> 0 THEN
      RAISE EXCEPTION 'a hand begins with the stacks that PostgreSQL has' USING ERRCODE = broken;
    END IF;
`;

/** One truth of a stack: the balance of the seat's account. Gateways of before cannot play on it. */
export class OneStack1700000000033 implements MigrationInterface {
  readonly name = 'OneStack1700000000033';

  async up(runner: QueryRunner): Promise<void> {
    const parts = [
      ...[ARE_EQUAL, ONE_STACK, MOVEMENTS, settleHand(HAND_WITH_SEATS, ACCOUNTS_ARE_STACKS)],
      'DROP FUNCTION settle_hand(jsonb, jsonb, jsonb, jsonb)',
    ];
    for (const part of parts) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const part of [ONE_STACK_DOWN, settleHand(HAND_WITH_SEATS), SETTLE_HAND]) {
      await runner.query(part);
    }
  }
}
