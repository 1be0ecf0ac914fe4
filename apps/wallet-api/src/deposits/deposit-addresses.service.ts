import { Injectable } from '@nestjs/common';
import { BusinessError } from '@cardroom/platform';
import { AssetRepository, type Asset } from '@cardroom/rates';
import { DataSource } from 'typeorm';

import { DepositAddressRepository, type DepositAddress } from './deposit-address.repository';
import { PaymentGatewayClient } from './payment-gateway.client';

/** Where a player pays to. */
@Injectable()
export class DepositAddresses {
  constructor(
    private readonly source: DataSource,
    private readonly assets: AssetRepository,
    private readonly addresses: DepositAddressRepository,
    private readonly gateway: PaymentGatewayClient,
  ) {}

  /**
   * The player's address for a coin, always the same one. The gateway is asked for it once, under a
   * key of ours, so that an answer that was lost is given again.
   *
   * Errors: ASSET_UNSUPPORTED, PAYMENT_GATEWAY_UNAVAILABLE.
   */
  async of(
    userId: string,
    asset: string,
    network?: string,
  ): Promise<{ readonly address: DepositAddress; readonly asset: Asset }> {
    const kind = (await this.assets.list()).find(
      (each) => each.asset === asset && (network === undefined || each.network === network),
    );
    if (kind?.depositsEnabled !== true) throw new BusinessError('ASSET_UNSUPPORTED');
    const place = { userId, asset, network: kind.network };
    const known = await this.addresses.find(this.source.manager, place);
    if (known !== null) return { address: known, asset: kind };
    const made = await this.gateway.address(`${userId}:${asset}:${kind.network}`, place);
    await this.addresses.keep(this.source.manager, place, made);
    const kept = await this.addresses.find(this.source.manager, place);
    return { address: kept ?? { ...place, address: made }, asset: kind };
  }
}
