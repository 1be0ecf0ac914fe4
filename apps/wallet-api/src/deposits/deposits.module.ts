import { Module, type DynamicModule } from '@nestjs/common';
import { LedgerModule } from '@cardroom/ledger';

import type { WalletApiConfig } from '../config/wallet-api.config';
import { DepositRepository } from './deposit.repository';
import { DepositService } from './deposit.service';
import { FaucetController } from './faucet.controller';
import { PaymentGatewayClient } from './payment-gateway.client';
import { WebhookController } from './webhook.controller';

@Module({})
export class DepositsModule {
  /** Production has no faucet: the route does not exist there. */
  static with({ nodeEnv }: WalletApiConfig): DynamicModule {
    return {
      module: DepositsModule,
      imports: [LedgerModule],
      controllers: [WebhookController, ...(nodeEnv === 'production' ? [] : [FaucetController])],
      providers: [DepositService, DepositRepository, PaymentGatewayClient],
    };
  }
}
