import { Global, Module } from '@nestjs/common';

import { Auditor } from './auditor';
import { AuditBlockRepository } from './block.repository';
import { AuditProofs } from './proofs';
import { AuditRecordRepository } from './record.repository';

/** The audit trail for an app: whoever acts on what matters records it, and may ask for proofs. */
@Global()
@Module({
  providers: [Auditor, AuditBlockRepository, AuditProofs, AuditRecordRepository],
  exports: [Auditor, AuditProofs],
})
export class AuditModule {}
