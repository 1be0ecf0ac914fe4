import { Module } from '@nestjs/common';
import { APP_CONFIG } from '@cardroom/platform';
import { RatesModule } from '@cardroom/rates';
import { PayoutGateway, WithdrawalsModule } from '@cardroom/withdrawals';

import type { JobsConfig } from '../config/jobs.config';
import { OutboxModule } from '../outbox/outbox.module';
import { PayoutFollower } from './payout.follower';
import { PayoutProcessor } from './payout.processor';
import { PayoutRepository } from './payout.repository';
import { PayoutSender } from './payout.sender';
import { WithdrawalRounds } from './withdrawal.rounds';

/** Withdrawals on their way out of the house. */
@Module({
  imports: [OutboxModule, WithdrawalsModule, RatesModule],
  providers: [
    {
      provide: PayoutGateway,
      inject: [APP_CONFIG],
      useFactory: ({ paymentGatewayUrl, paymentGatewayApiSecret }: JobsConfig) =>
        new PayoutGateway({ baseUrl: paymentGatewayUrl, secret: paymentGatewayApiSecret }),
    },
    ...[PayoutRepository, PayoutFollower],
    ...[PayoutSender, PayoutProcessor, WithdrawalRounds],
  ],
})
export class PayoutsModule {}
