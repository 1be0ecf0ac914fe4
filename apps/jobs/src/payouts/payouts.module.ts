import { Module } from '@nestjs/common';
import { RatesModule } from '@cardroom/rates';
import { WithdrawalsModule } from '@cardroom/withdrawals';

import { OutboxModule } from '../outbox/outbox.module';
import { PayoutFollower } from './payout.follower';
import { PayoutGatewayClient } from './payout-gateway.client';
import { PayoutProcessor } from './payout.processor';
import { PayoutRepository } from './payout.repository';
import { PayoutSender } from './payout.sender';
import { WithdrawalRounds } from './withdrawal.rounds';

/** Withdrawals on their way out of the house. */
@Module({
  imports: [OutboxModule, WithdrawalsModule, RatesModule],
  providers: [
    ...[PayoutGatewayClient, PayoutRepository, PayoutFollower],
    ...[PayoutSender, PayoutProcessor, WithdrawalRounds],
  ],
})
export class PayoutsModule {}
