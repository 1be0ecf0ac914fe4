import type { Type } from '@nestjs/common';

import { StatisticsModule } from '../analytics/analytics.module';
import { ArchivingModule } from '../archive/archive.module';
import { AuditVerificationModule } from '../audit/audit.module';
import { IntegrityModule } from '../integrity/integrity.module';
import { RakebackModule } from '../rakeback/rakeback.module';
import { ReconciliationModule } from '../reconciliation/reconciliation.module';
import { TidyingModule } from '../tidying/tidying.module';

/** The features that register scheduled jobs: for the app, and for a job that is run by hand. */
export const SCHEDULED_FEATURES: readonly Type[] = [
  StatisticsModule,
  RakebackModule,
  ArchivingModule,
  AuditVerificationModule,
  ReconciliationModule,
  IntegrityModule,
  TidyingModule,
];
