import { Module } from '@nestjs/common';

import { AuditEventsRepository } from './audit-events.repository';
import { FindingsController } from './findings.controller';
import { FindingsRepository } from './findings.repository';
import { StaffAuditController } from './staff-audit.controller';
import { TransactionProofController } from './transaction-proof.controller';

/** The audit trail and the reconciliation, for staff; proofs for players. */
@Module({
  controllers: [StaffAuditController, FindingsController, TransactionProofController],
  providers: [AuditEventsRepository, FindingsRepository],
})
export class AuditTrailModule {}
