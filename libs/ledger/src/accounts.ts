import { krw } from '@cardroom/money';
import type { EntityManager } from 'typeorm';

import type { AccountRef, TransferEntry, TransferRequest } from './transfer-types';

export interface Owner {
  readonly kind: AccountRef['kind'];
  readonly ownerKey: string;
  /** Null for accounts of the house. */
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

/** One text an account. */
export const nameOf = ({ kind, ownerKey }: Pick<Owner, 'kind' | 'ownerKey'>): string =>
  `${kind}:${ownerKey}`;

function refOf({ kind, ownerKey, userId }: Owner): AccountRef {
  switch (kind) {
    case 'available':
    case 'withdrawal_hold':
    case 'debt':
      return { kind, userId: ownerKey };
    case 'in_play':
      return { kind, userId: userId ?? '', seatSessionId: ownerKey };
    case 'gateway_clearing':
      return { kind, asset: ownerKey };
    case 'rake':
    case 'rakeback_liability':
    case 'fx':
    case 'adjustments':
      return { kind };
  }
}

interface OwnedRow {
  readonly kind: AccountRef['kind'];
  readonly owner_key: string;
  readonly user_id: string | null;
}

const refOfRow = (row: OwnedRow): AccountRef =>
  refOf({ kind: row.kind, ownerKey: row.owner_key, userId: row.user_id });

/** The entries of a transfer, with whose accounts they are. */
export async function entriesOf(
  manager: EntityManager,
  transferId: string,
): Promise<TransferEntry[]> {
  const rows = await manager.query<(OwnedRow & { readonly amount_krw: number })[]>(
    `SELECT o.kind, o.owner_key, o.user_id, e.amount_krw FROM ledger_entries e
     JOIN ledger_account_owners o ON o.account_id = e.account_id WHERE e.transfer_id = $1`,
    [transferId],
  );
  return rows.map((row) => ({ account: refOfRow(row), amountKrw: krw(row.amount_krw) }));
}

/** The crypto that moved with a transfer. */
export async function assetsOf(manager: EntityManager, transferId: string) {
  const rows = await manager.query<(OwnedRow & { asset: string; units: string })[]>(
    `SELECT o.kind, o.owner_key, o.user_id, e.asset, e.units::text FROM ledger_asset_entries e
     JOIN ledger_account_owners o ON o.account_id = e.account_id WHERE e.transfer_id = $1`,
    [transferId],
  );
  return rows.map((row) => ({
    account: refOfRow(row),
    asset: row.asset,
    units: BigInt(row.units),
  }));
}

/** The players whose accounts these transfers move, each once. */
export function usersOf(transfers: readonly TransferRequest[]): string[] {
  const owners = transfers.flatMap(({ entries }) => entries.map(({ account }) => ownerOf(account)));
  return [...new Set(owners.flatMap(({ userId }) => userId ?? []))];
}
