import { checkLedger } from '@cardroom/ledger';

import { sqlCheck, type Check } from './check';

const ledger: Check = {
  invariant: 'I1 I2',
  rule: 'postings sum to 0, balances follow from them, none is negative',
  run: async ({ manager }) => {
    const [row] = await manager.query<{ n: number }[]>(
      'SELECT count(*) AS n FROM ledger_transfers',
    );
    const findings = await checkLedger(manager);
    return {
      looked: `${row?.n ?? 0} transfers`,
      findings: findings.map(({ invariant, what }) => `${invariant}: ${what}`),
    };
  },
};

const owners = sqlCheck({
  invariant: 'I1',
  rule: 'an entry names the player of its account, or none where it moves chips at a table',
  noun: 'entries that name players',
  count: 'SELECT count(user_id) FROM ledger_entries',
  broken: `
    SELECT 'transfer ' || e.transfer_id || ' on account ' || e.account_id
    FROM ledger_entries e JOIN ledger_accounts a ON a.id = e.account_id
    WHERE e.user_id IS DISTINCT FROM a.user_id AND (a.kind <> 'in_play' OR e.user_id IS NOT NULL)`,
});

const conservation = sqlCheck({
  invariant: 'I3',
  rule: 'wallets + seats + holds + rake = deposits − paid withdrawals',
  noun: 'deposits',
  count: `SELECT count(*) FROM deposits WHERE status = 'credited'`,
  broken: `
    SELECT 'players and house hold ₩' || held.krw || ', deposits brought ₩' || brought.krw
      || ', withdrawals took ₩' || taken.krw
    FROM (SELECT coalesce(sum(e.amount_krw), 0) AS krw FROM ledger_entries e
          JOIN ledger_accounts a ON a.id = e.account_id WHERE a.kind <> 'gateway_clearing') held,
         (SELECT coalesce(sum(amount_krw), 0) AS krw FROM deposits WHERE status = 'credited') brought,
         (SELECT coalesce(sum(amount_krw + fee_krw), 0) AS krw FROM withdrawals
          WHERE status = 'completed') taken
    WHERE held.krw <> brought.krw - taken.krw`,
});

const seats = sqlCheck({
  invariant: 'I3',
  rule: 'chips in play are those of open seats, and came and went as their seats say',
  noun: 'seat sessions',
  count: 'SELECT count(*) FROM seat_sessions',
  broken: `
    SELECT 'seat session ' || o.owner_key || ': ₩' || a.balance_krw || ' in play, not of an open seat'
    FROM ledger_account_owners o JOIN ledger_accounts a ON a.id = o.account_id
    LEFT JOIN seat_sessions s ON s.id::text = o.owner_key
    WHERE o.kind = 'in_play' AND a.balance_krw <> 0 AND s.status IS DISTINCT FROM 'open'
    UNION ALL
    SELECT 'seat session ' || s.id || ': brought ₩' || s.bought_in_krw || ' and left with ₩'
      || coalesce(s.left_with_krw, 0) || ', by the books ₩' || coalesce(m.brought_krw, 0) || ' and ₩'
      || coalesce(m.taken_krw, 0)
    FROM seat_sessions s LEFT JOIN seat_movements m ON m.owner_key = s.id::text
    WHERE s.bought_in_krw <> coalesce(m.brought_krw, 0) OR s.left_with_krw <> coalesce(m.taken_krw, 0)`,
});

const credits = sqlCheck({
  invariant: 'I3',
  rule: 'each credited deposit has its transfer, and the other way round',
  noun: 'transfers of deposits',
  count: `SELECT count(*) FROM ledger_transfers WHERE type = 'crypto_deposit'`,
  broken: `
    SELECT 'deposit ' || d.id FROM deposits d
    WHERE d.status IN ('credited', 'reversed') AND d.amount_krw IS DISTINCT FROM (
      SELECT sum(e.amount_krw) FROM ledger_entries e JOIN ledger_accounts a ON a.id = e.account_id
      WHERE e.transfer_id = d.transfer_id AND a.kind IN ('available', 'debt')
        AND e.user_id = d.user_id)
    UNION ALL
    SELECT 'deposit ' || d.id || ' (taken back)' FROM deposits d
    WHERE d.status = 'reversed' AND 0 - d.amount_krw IS DISTINCT FROM (
      SELECT sum(e.amount_krw) FROM ledger_entries e
      WHERE e.transfer_id = d.reversal_transfer_id AND e.user_id = d.user_id)
    UNION ALL
    SELECT 'transfer ' || t.id FROM ledger_transfers t
    WHERE t.type = 'crypto_deposit' AND NOT EXISTS (SELECT 1 FROM deposits d WHERE d.transfer_id = t.id)`,
});

const quotes = sqlCheck({
  invariant: 'I3',
  rule: 'a credit is what its quote says, to the part of a won that was left over',
  noun: 'quoted credits',
  count: 'SELECT count(*) FROM deposits WHERE remainder IS NOT NULL',
  broken: `
    SELECT 'deposit ' || d.id FROM deposits d LEFT JOIN rate_quotes q ON q.id = d.rate_quote_id
    WHERE d.remainder IS NOT NULL AND (
      q.id IS NULL OR d.remainder >= q.denominator_units
      OR d.amount_units * q.numerator_krw <> d.amount_krw * q.denominator_units + d.remainder)`,
});

/** Statuses in which the money of a withdrawal went back to its player. */
const RETURNED = `('cancelled_by_user', 'rejected', 'expired', 'failed_returned')`;

const holds = sqlCheck({
  invariant: 'I3',
  rule: 'what is held for withdrawals is what is on its way, hold by hold and player by player',
  noun: 'withdrawals',
  count: 'SELECT count(*) FROM withdrawals',
  broken: `
    SELECT 'withdrawal ' || w.id || ' is ' || w.status || ', its hold ' || h.status
    FROM withdrawals w JOIN ledger_holds h ON h.id = w.id
    WHERE h.amount_krw <> w.amount_krw + w.fee_krw OR h.user_id <> w.user_id
      OR h.status <> CASE WHEN w.status = 'completed' THEN 'posted'
                          WHEN w.status IN ${RETURNED} THEN 'voided' ELSE 'held' END
    UNION ALL
    SELECT 'player ' || o.user_id || ' has ₩' || a.balance_krw || ' held, ₩' || coalesce(p.krw, 0)
      || ' on its way'
    FROM ledger_account_owners o JOIN ledger_accounts a ON a.id = o.account_id
    LEFT JOIN (SELECT user_id, sum(amount_krw) AS krw FROM ledger_holds WHERE status = 'held'
               GROUP BY user_id) p ON p.user_id = o.user_id
    WHERE o.kind = 'withdrawal_hold' AND a.balance_krw <> coalesce(p.krw, 0)`,
});

const payments = sqlCheck({
  invariant: 'I3',
  rule: 'each completed withdrawal has its transfer, and the other way round',
  noun: 'transfers of withdrawals',
  count: `SELECT count(*) FROM ledger_transfers WHERE type = 'crypto_withdrawal'`,
  broken: `
    SELECT 'withdrawal ' || w.id FROM withdrawals w
    WHERE w.status = 'completed' AND NOT EXISTS (
      SELECT 1 FROM ledger_transfers t JOIN ledger_entries e ON e.transfer_id = t.id
      WHERE t.type = 'crypto_withdrawal' AND t.business_key = w.id::text
        AND e.user_id = w.user_id AND e.amount_krw = -(w.amount_krw + w.fee_krw))
    UNION ALL
    SELECT 'transfer ' || t.id FROM ledger_transfers t
    WHERE t.type = 'crypto_withdrawal' AND NOT EXISTS (
      SELECT 1 FROM withdrawals w WHERE w.id::text = t.business_key AND w.status = 'completed')`,
});

export const MONEY_CHECKS: readonly Check[] = [
  ...[ledger, owners, conservation, seats, credits, quotes],
  ...[holds, payments],
];
