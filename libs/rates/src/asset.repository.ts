import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** A coin on a network. */
export interface Asset {
  readonly asset: string;
  readonly network: string;
  /** Base units of one whole coin: 10 to this power. */
  readonly decimals: number;
  /** Of a token; null for the coin of the network itself. */
  readonly tokenContract: string | null;
  readonly minDepositUnits: bigint;
  /** After so many a block is not expected to be replaced any more. */
  readonly finalConfirmations: number;
  readonly depositsEnabled: boolean;
  /** How many confirmations a deposit needs, from which amount; the largest amount first. */
  readonly tiers: readonly { readonly fromUnits: bigint; readonly confirmations: number }[];
}

interface AssetRow {
  readonly asset: string;
  readonly network: string;
  readonly decimals: number;
  readonly token_contract: string | null;
  readonly min_deposit_units: string;
  readonly final_confirmations: number;
  readonly deposits_enabled: boolean;
  readonly tiers: readonly { readonly from: string; readonly confirmations: number }[];
}

const SELECT = `
  SELECT a.asset, a.network, a.decimals, a.token_contract, a.min_deposit_units, a.final_confirmations,
         a.deposits_enabled, t.tiers
  FROM assets a, LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('from', c.from_units::text,
             'confirmations', c.confirmations) ORDER BY c.from_units DESC), '[]') AS tiers
    FROM asset_confirmations c WHERE c.asset = a.asset AND c.network = a.network) t`;

const assetOf = (row: AssetRow): Asset => ({
  asset: row.asset,
  network: row.network,
  decimals: row.decimals,
  tokenContract: row.token_contract,
  minDepositUnits: BigInt(row.min_deposit_units),
  finalConfirmations: row.final_confirmations,
  depositsEnabled: row.deposits_enabled,
  tiers: row.tiers.map(({ from, confirmations }) => ({ fromUnits: BigInt(from), confirmations })),
});

/** Null where there is no such asset on this network. */
export async function findAsset(
  manager: EntityManager,
  asset: string,
  network: string,
): Promise<Asset | null> {
  const [row] = await manager.query<AssetRow[]>(`${SELECT} WHERE a.asset = $1 AND a.network = $2`, [
    asset,
    network,
  ]);
  return row === undefined ? null : assetOf(row);
}

/** The coins that come and go, each on its networks. */
@Injectable()
export class AssetRepository {
  constructor(private readonly source: DataSource) {}

  async list(): Promise<Asset[]> {
    const rows = await this.source.query<AssetRow[]>(`${SELECT} ORDER BY a.asset, a.network`);
    return rows.map(assetOf);
  }
}
