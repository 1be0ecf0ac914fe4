import { krw, type Krw } from '@cardroom/money';
import type { EntityManager } from 'typeorm';

/**
 * What a player has and owes, with both accounts locked until the transaction ends, so that what is
 * decided on them still holds when it is posted. They are locked in the order of all accounts.
 */
export async function lockDebtAccounts(
  manager: EntityManager,
  userId: string,
): Promise<{ readonly availableKrw: Krw; readonly debtKrw: Krw }> {
  const [opened] = await manager.query<{ ids: string[] }[]>(
    `SELECT ledger_account_ids(ARRAY['available', 'debt'], ARRAY[$1::text, $1::text],
       ARRAY[$1::uuid, $1::uuid]) AS ids`,
    [userId],
  );
  const ids = opened?.ids ?? [];
  await manager.query(
    'SELECT 1 FROM ledger_accounts WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
    [ids],
  );
  // Read in a statement of its own: the one that waited for the lock has an old snapshot.
  const rows = await manager.query<{ kind: string; balance_krw: number }[]>(
    'SELECT kind, balance_krw FROM ledger_accounts WHERE id = ANY($1::uuid[])',
    [ids],
  );
  const of = (kind: string): number => rows.find((row) => row.kind === kind)?.balance_krw ?? 0;
  return { availableKrw: krw(of('available')), debtKrw: krw(-of('debt') || 0) };
}
