import type { EntityManager } from 'typeorm';

/** A broken invariant and the row that shows it. */
export interface LedgerFinding {
  readonly invariant: 'I1' | 'I2';
  readonly what: string;
}

interface Check {
  readonly invariant: LedgerFinding['invariant'];
  readonly rule: string;
  /** Rows `(what)` that break the rule. */
  readonly sql: string;
}

const CHECKS: readonly Check[] = [
  {
    invariant: 'I1',
    rule: 'the entries of a transfer sum to 0',
    sql: `SELECT 'transfer ' || t.id AS what FROM ledger_transfers t
          LEFT JOIN ledger_entries e ON e.transfer_id = t.id
          GROUP BY t.id HAVING coalesce(sum(e.amount_krw), 0) <> 0 OR count(e.amount_krw) < 2`,
  },
  {
    invariant: 'I1',
    rule: 'the crypto of a transfer sums to 0 an asset',
    sql: `SELECT 'transfer ' || transfer_id || ' in ' || asset AS what FROM ledger_asset_entries
          GROUP BY transfer_id, asset HAVING sum(units) <> 0`,
  },
  {
    invariant: 'I1',
    rule: 'a balance is the sum of its entries, and its version their number',
    sql: `SELECT 'account ' || a.id AS what FROM ledger_accounts a
          LEFT JOIN ledger_entries e ON e.account_id = a.id WHERE NOT a.appended
          GROUP BY a.id, a.balance_krw, a.version
          HAVING a.balance_krw <> coalesce(sum(e.amount_krw), 0) OR a.version <> count(e.version)`,
  },
  {
    invariant: 'I1',
    rule: 'each entry continues the balance and the version before it',
    sql: `SELECT 'account ' || account_id || ' version ' || version AS what FROM (
            SELECT e.account_id, e.version, e.balance_after_krw, e.amount_krw,
              lag(e.version, 1, 0::bigint) OVER w AS version_before,
              lag(e.balance_after_krw, 1, 0::bigint) OVER w AS balance_before
            FROM ledger_entries e WHERE e.version IS NOT NULL
            WINDOW w AS (PARTITION BY e.account_id ORDER BY e.version)) s
          WHERE version <> version_before + 1 OR balance_after_krw <> balance_before + amount_krw`,
  },
  {
    invariant: 'I2',
    rule: 'no player balance is negative',
    sql: `SELECT 'account ' || id || ' (' || kind || ')' AS what FROM ledger_accounts
          WHERE NOT appended AND kind <> 'debt' AND balance_krw < 0`,
  },
];

const MAX_ROWS = 20;

/** Checks I1 and I2 over all the books; an empty list means that they hold. */
export async function checkLedger(manager: EntityManager): Promise<LedgerFinding[]> {
  const findings: LedgerFinding[] = [];
  for (const { invariant, rule, sql } of CHECKS) {
    const rows = await manager.query<{ what: string }[]>(`${sql} LIMIT ${MAX_ROWS}`);
    findings.push(...rows.map(({ what }) => ({ invariant, what: `${rule}: broken at ${what}` })));
  }
  return findings;
}
