import { Module } from '@nestjs/common';
import { LedgerModule } from '@cardroom/ledger';

import { CryptoDetailsRepository } from './crypto-details.repository';
import { Statement } from './statement';
import { WalletHistory } from './wallet-history';
import { WalletController } from './wallet.controller';

@Module({
  imports: [LedgerModule],
  controllers: [WalletController],
  providers: [CryptoDetailsRepository, WalletHistory, Statement],
  exports: [Statement],
})
export class WalletModule {}
