import { assertInvariant } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import type { AccountRef } from './transfer-types';

interface Owner {
  readonly kind: AccountRef['kind'];
  readonly ownerKey: string;
  readonly userId: string | null;
}

/** The key an account is found by, next to its kind. */
export function ownerOf(ref: AccountRef): Owner {
  switch (ref.kind) {
    case 'available':
    case 'withdrawal_hold':
    case 'debt':
      return { kind: ref.kind, ownerKey: ref.userId, userId: ref.userId };
    case 'in_play':
      return { kind: ref.kind, ownerKey: ref.seatSessionId, userId: ref.userId };
    case 'gateway_clearing':
      return { kind: ref.kind, ownerKey: ref.asset, userId: null };
    case 'rake':
    case 'rakeback_liability':
    case 'fx':
    case 'adjustments':
      return { kind: ref.kind, ownerKey: '', userId: null };
  }
}

const nameOf = ({ kind, ownerKey }: Owner): string => `${kind}:${ownerKey}`;

/** Finds accounts in one statement and opens those that are new, whoever else opens them too. */
export async function accountIds(
  manager: EntityManager,
  refs: readonly AccountRef[],
): Promise<Map<AccountRef, string>> {
  const owners = new Map(refs.map((ref) => [nameOf(ownerOf(ref)), ownerOf(ref)]));
  let ids = await findAccounts(manager, [...owners.values()]);
  const missing = [...owners].filter(([name]) => !ids.has(name)).map(([, owner]) => owner);
  if (missing.length > 0) {
    await openAccounts(manager, missing);
    ids = await findAccounts(manager, [...owners.values()]);
  }
  return new Map(
    refs.map((ref) => {
      const id = ids.get(nameOf(ownerOf(ref)));
      assertInvariant(id !== undefined, 'an account that was opened is found');
      return [ref, id];
    }),
  );
}

async function findAccounts(
  manager: EntityManager,
  owners: readonly Owner[],
): Promise<Map<string, string>> {
  const rows = await manager.query<
    { kind: AccountRef['kind']; owner_key: string; account_id: string }[]
  >(
    `SELECT o.kind, o.owner_key, o.account_id FROM ledger_account_owners o
     JOIN unnest($1::text[], $2::text[]) AS w (kind, owner_key)
       ON o.kind = w.kind AND o.owner_key = w.owner_key`,
    [owners.map((owner) => owner.kind), owners.map((owner) => owner.ownerKey)],
  );
  return new Map(
    rows.map((row) => [
      nameOf({ kind: row.kind, ownerKey: row.owner_key, userId: null }),
      row.account_id,
    ]),
  );
}

/** The owner row decides who opened first; only its winner makes the account. */
async function openAccounts(manager: EntityManager, owners: readonly Owner[]): Promise<void> {
  const inOrder = [...owners].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  await manager.query(
    `WITH opened AS (
       INSERT INTO ledger_account_owners (kind, owner_key, account_id, user_id)
       SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[])
       ON CONFLICT DO NOTHING RETURNING kind, account_id, user_id)
     INSERT INTO ledger_accounts (id, kind, user_id, appended)
     SELECT account_id, kind, user_id, user_id IS NULL FROM opened`,
    [
      inOrder.map((owner) => owner.kind),
      inOrder.map((owner) => owner.ownerKey),
      inOrder.map(() => uuidv7()),
      inOrder.map((owner) => owner.userId),
    ],
  );
}
