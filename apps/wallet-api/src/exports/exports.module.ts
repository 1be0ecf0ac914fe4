import { Module } from '@nestjs/common';

import { WalletModule } from '../wallet/wallet.module';
import { ExportRepository } from './export.repository';
import { ExportsController } from './exports.controller';
import { Exports } from './exports.service';

/** Lists that staff take away. */
@Module({
  imports: [WalletModule],
  controllers: [ExportsController],
  providers: [Exports, ExportRepository],
})
export class ExportsModule {}
