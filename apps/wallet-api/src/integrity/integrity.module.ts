import { Module } from '@nestjs/common';

import { IntegrityCasesController } from './integrity-cases.controller';
import { IntegrityCasesRepository } from './integrity-cases.repository';

/** Suspicious play, for staff who judge it. */
@Module({
  controllers: [IntegrityCasesController],
  providers: [IntegrityCasesRepository],
})
export class IntegrityModule {}
