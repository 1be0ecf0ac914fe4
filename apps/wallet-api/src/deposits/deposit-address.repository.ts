import { Injectable } from '@nestjs/common';
import { addressKeyOf, PAYOUT_NETWORKS } from '@cardroom/withdrawals';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

export interface DepositAddress {
  readonly asset: string;
  readonly network: string;
  readonly address: string;
}

interface Place {
  readonly userId: string;
  readonly asset: string;
  readonly network: string;
}

/** One key for all ways to write an address; null on a network that we do not know. */
function keyOf(network: string, address: string): string | null {
  const known = PAYOUT_NETWORKS.find((each) => each === network);
  return known === undefined ? null : addressKeyOf(known, address);
}

/** The addresses that players pay to: one for each player, coin and network. */
@Injectable()
export class DepositAddressRepository {
  async find(manager: EntityManager, place: Place): Promise<DepositAddress | null> {
    const [row] = await manager.query<DepositAddress[]>(
      `SELECT asset, network, address FROM deposit_addresses
       WHERE user_id = $1 AND asset = $2 AND network = $3`,
      [place.userId, place.asset, place.network],
    );
    return row ?? null;
  }

  /** Keeps an address; of several who bring one for the same place, the first one's stays. */
  async keep(manager: EntityManager, place: Place, address: string): Promise<void> {
    await manager.query(
      `INSERT INTO deposit_addresses (id, user_id, asset, network, address, address_key)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (user_id, asset, network) DO NOTHING`,
      [
        ...[uuidv7(), place.userId, place.asset, place.network, address],
        keyOf(place.network, address),
      ],
    );
  }

  /** Whose address it is, however it is written; null for nobody's. */
  async ownerOf(manager: EntityManager, network: string, address: string): Promise<string | null> {
    const [row] = await manager.query<{ user_id: string }[]>(
      'SELECT user_id FROM deposit_addresses WHERE network = $1 AND address_key = $2',
      [network, keyOf(network, address)],
    );
    return row?.user_id ?? null;
  }
}
