import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { LedgerModule } from '@cardroom/ledger';

import type { WalletApiConfig } from '../config/wallet-api.config';
import { DepositEventSweeper } from './deposit-event.sweeper';
import { DepositRepository } from './deposit.repository';
import { DepositService } from './deposit.service';
import { FaucetController } from './faucet.controller';
import { FaucetService } from './faucet.service';
import { PaymentGatewayClient } from './payment-gateway.client';
import { WebhookEventRepository } from './webhook-event.repository';
import { WebhookController } from './webhook.controller';

@Module({})
export class DepositsModule {
  /** Production has no faucet: the route does not exist there. */
  static with({ nodeEnv }: WalletApiConfig): DynamicModule {
    const isProduction = nodeEnv === 'production';
    return {
      module: DepositsModule,
      imports: [LedgerModule, ScheduleModule.forRoot()],
      controllers: [WebhookController, ...(isProduction ? [] : [FaucetController])],
      providers: [
        ...[PaymentGatewayClient, WebhookEventRepository, DepositRepository],
        ...[DepositService, DepositEventSweeper],
        ...(isProduction ? [] : [FaucetService]),
      ],
    };
  }
}
