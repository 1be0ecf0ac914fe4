import { Module } from '@nestjs/common';

import { AUDIT_PROVIDERS } from './audit-trail.provider';
import { SealingWorker } from './sealing.worker';
import { VerifyAuditJob } from './verify-audit.job';

/** Compares the copies of the audit trail: in the app, and by hand. */
@Module({ providers: [...AUDIT_PROVIDERS, VerifyAuditJob], exports: AUDIT_PROVIDERS })
export class AuditVerificationModule {}

/** Seals the audit trail while the app runs. */
@Module({ imports: [AuditVerificationModule], providers: [SealingWorker] })
export class SealingModule {}
