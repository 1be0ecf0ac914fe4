import { Module } from '@nestjs/common';
import { AuditModule } from '@cardroom/audit';
import { KillSwitches } from '@cardroom/database';
import { RatesModule } from '@cardroom/rates';

import { GatewayHoldingsClient } from './gateway-holdings.client';
import { OpenFindingsWatch } from './open-findings.watch';
import { ReconcileJob } from './reconcile.job';
import { ReconciliationRepository } from './reconciliation.repository';
import { SolvencyGuard } from './solvency.guard';

@Module({
  imports: [AuditModule, RatesModule],
  providers: [
    GatewayHoldingsClient,
    KillSwitches,
    OpenFindingsWatch,
    ReconcileJob,
    ReconciliationRepository,
    SolvencyGuard,
  ],
})
export class ReconciliationModule {}
