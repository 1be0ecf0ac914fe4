import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { LedgerModule } from '@cardroom/ledger';
import { LimitsModule } from '@cardroom/limits';
import { WithdrawalFreezes } from '@cardroom/withdrawals';

import type { WalletApiConfig } from '../config/wallet-api.config';
import { RateFeedModule } from '../rates/rate-feed.module';
import { DepositAddressRepository } from './deposit-address.repository';
import { DepositAddresses } from './deposit-addresses.service';
import { DepositBooks } from './deposit-books';
import { DepositEventSweeper } from './deposit-event.sweeper';
import { DepositIntake } from './deposit-intake';
import { DepositReview } from './deposit-review.service';
import { DepositRepository } from './deposit.repository';
import { DepositService } from './deposit.service';
import { DepositSweeper } from './deposit.sweeper';
import { DepositsController } from './deposits.controller';
import { FaucetController } from './faucet.controller';
import { FaucetService } from './faucet.service';
import { PaymentGatewayClient } from './payment-gateway.client';
import { StaffDepositsController } from './staff-deposits.controller';
import { WebhookEventRepository } from './webhook-event.repository';
import { WebhookController } from './webhook.controller';

@Module({})
export class DepositsModule {
  /** Production has no faucet: the route does not exist there. */
  static with({ nodeEnv }: WalletApiConfig): DynamicModule {
    const isProduction = nodeEnv === 'production';
    return {
      module: DepositsModule,
      imports: [LedgerModule, LimitsModule, RateFeedModule, ScheduleModule.forRoot()],
      controllers: [
        ...[WebhookController, DepositsController, StaffDepositsController],
        ...(isProduction ? [] : [FaucetController]),
      ],
      providers: [
        ...[PaymentGatewayClient, WebhookEventRepository, DepositRepository, DepositBooks],
        ...[DepositAddressRepository, DepositAddresses, DepositIntake, DepositService],
        ...[DepositEventSweeper, DepositSweeper, DepositReview, WithdrawalFreezes],
        ...(isProduction ? [] : [FaucetService]),
      ],
    };
  }
}
