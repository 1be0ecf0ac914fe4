import { keptStatement } from '@cardroom/database';
import { isKrw } from '@cardroom/money';
import { createHash } from 'node:crypto';

import { nameOf, ownerOf, type Owner } from './accounts';
import type { TransferRequest } from './transfer-types';

/** `ledger_post` takes a batch as parallel arrays; accounts and transfers are named by their place. */
const POST_BATCH = keptStatement(`
SELECT item, status, code, transfer_id FROM ledger_post(
  $1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[],
  $9::text[], $10::text[], $11::uuid[], $12::int[], $13::int[], $14::bigint[],
  $15::int[], $16::int[], $17::text[], $18::numeric[])`);

/** One transfer of won between two accounts comes as plain values. */
const POST_PAIR = keptStatement(`
SELECT item, status, code, transfer_id FROM ledger_post_pair(
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`);

/** The statement that posts transfers that are well formed, with its parameters. */
export function postingOf(transfers: readonly TransferRequest[]): [string, unknown[]] {
  const [only] = transfers;
  const isPair = transfers.length === 1 && only?.entries.length === 2 && !only.assets?.length;
  return isPair ? [POST_PAIR, pairParametersOf(only)] : [POST_BATCH, parametersOf(transfers)];
}

function pairParametersOf(transfer: TransferRequest): unknown[] {
  return [
    ...columnsOf(transfer),
    ...transfer.entries.map(({ account }) => ownerOf(account)).flatMap(valuesOf),
    transfer.entries[0]?.amountKrw,
  ];
}

const valuesOf = ({ kind, ownerKey, userId }: Owner) => [kind, ownerKey, userId];

/** A transfer that is well formed, without what it moves, as `ledger_post_hand` takes it. */
export function postingJsonOf(transfer: TransferRequest): string {
  const { id, type, businessKey, actor, requestId = null, memo = {} } = transfer;
  const fingerprint = transferFingerprint(transfer);
  return JSON.stringify({ id, type, businessKey, actor, requestId, memo, fingerprint });
}

/** A transfer without what it moves, in the order of both functions. */
const columnsOf = (transfer: TransferRequest) => [
  transfer.id,
  transfer.type,
  transfer.businessKey,
  transferFingerprint(transfer),
  transfer.actor,
  transfer.requestId ?? null,
  transfer.memo === undefined ? '{}' : JSON.stringify(transfer.memo),
  transfer.reversesTransferId ?? null,
];

const inColumns = (rows: readonly (readonly unknown[])[]): unknown[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));

/** The parameters of POST_BATCH for transfers that are well formed. */
function parametersOf(transfers: readonly TransferRequest[]): unknown[][] {
  const accounts = new AccountPlaces();
  const entries = transfers.flatMap((transfer, index) =>
    transfer.entries.map((entry) => ({
      item: index + 1,
      account: accounts.placeOf(ownerOf(entry.account)),
      amountKrw: entry.amountKrw,
    })),
  );
  const assets = transfers.flatMap((transfer, index) =>
    (transfer.assets ?? []).map((entry) => ({
      item: index + 1,
      account: accounts.placeOf(ownerOf(entry.account)),
      asset: entry.asset,
      units: entry.units.toString(),
    })),
  );
  const { owners } = accounts;
  return [
    ...inColumns(transfers.map(columnsOf)),
    owners.map(({ kind }) => kind),
    owners.map(({ ownerKey }) => ownerKey),
    owners.map(({ userId }) => userId),
    entries.map(({ item }) => item),
    entries.map(({ account }) => account),
    entries.map(({ amountKrw }) => amountKrw),
    assets.map(({ item }) => item),
    assets.map(({ account }) => account),
    assets.map(({ asset }) => asset),
    assets.map(({ units }) => units),
  ];
}

/** Numbers the accounts of a batch from 1, each once. */
class AccountPlaces {
  readonly owners: Owner[] = [];
  private readonly places = new Map<string, number>();

  placeOf(owner: Owner): number {
    const name = nameOf(owner);
    const known = this.places.get(name);
    if (known !== undefined) return known;
    const place = this.owners.push(owner);
    this.places.set(name, place);
    return place;
  }
}

const byName = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]) =>
  a < b ? -1 : Number(a > b);

/** The id and the request are new with each try; what the transfer does is not. */
function transferFingerprint(transfer: TransferRequest): string {
  const { type, businessKey, actor, entries, assets = [] } = transfer;
  const moved = entries.map(
    ({ account, amountKrw }) => [nameOf(ownerOf(account)), amountKrw] as const,
  );
  const units = assets.map(
    (entry) => [`${nameOf(ownerOf(entry.account))} ${entry.asset}`, `${entry.units}`] as const,
  );
  const content = [type, businessKey, actor, moved.sort(byName), units.sort(byName)];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** Two entries or more, none of them 0, each account once, won and every asset summing to 0. */
export function isWellFormed({ entries, assets = [] }: TransferRequest): boolean {
  const accounts = new Set(entries.map(({ account }) => nameOf(ownerOf(account))));
  const areAmounts = entries.every(({ amountKrw }) => isKrw(amountKrw) && amountKrw !== 0);
  if (entries.length < 2 || accounts.size !== entries.length || !areAmounts) return false;
  // Exact whatever the amounts are: a sum of safe integers need not be one.
  if (entries.reduce((sum, { amountKrw }) => sum + BigInt(amountKrw), 0n) !== 0n) return false;
  const units = new Map<string, bigint>();
  for (const { asset, units: moved } of assets) {
    if (moved === 0n) return false;
    units.set(asset, (units.get(asset) ?? 0n) + moved);
  }
  return [...units.values()].every((sum) => sum === 0n);
}
