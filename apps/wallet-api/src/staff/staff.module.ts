import { Module } from '@nestjs/common';
import { LedgerModule } from '@cardroom/ledger';

import { HandsModule } from '../hands/hands.module';
import { StaffAccountsController } from './accounts/accounts.controller';
import { AccountsRepository } from './accounts/accounts.repository';
import { FactorResets } from './accounts/factor-resets.service';
import { StaffRoles } from './accounts/staff-roles.service';
import { AdjustmentsController } from './adjustments/adjustments.controller';
import { AdjustmentsRepository } from './adjustments/adjustments.repository';
import { Adjustments } from './adjustments/adjustments.service';
import { StaffPlayersController } from './players/players.controller';
import { PlayersRepository } from './players/players.repository';
import { StaffPlayers } from './players/players.service';
import { StaffRequestsController } from './requests/staff-requests.controller';
import { StaffRequests } from './requests/staff-requests.service';
import { StaffHandsController } from './staff-hands.controller';
import { StaffSwitchesController } from './switches/switches.controller';
import { StaffSwitches } from './switches/switches.service';
import { StaffTablesController } from './tables/staff-tables.controller';
import { StaffTableSettingsController } from './tables/tables.controller';
import { TablesRepository } from './tables/tables.repository';
import { StaffTables } from './tables/tables.service';

/** The back office: what staff see and do. Queues of deposits and withdrawals live with those. */
@Module({
  imports: [HandsModule, LedgerModule],
  controllers: [
    StaffPlayersController,
    StaffAccountsController,
    AdjustmentsController,
    StaffRequestsController,
    StaffSwitchesController,
    StaffTablesController,
    StaffTableSettingsController,
    StaffHandsController,
  ],
  providers: [
    StaffPlayers,
    PlayersRepository,
    AccountsRepository,
    StaffRoles,
    FactorResets,
    StaffRequests,
    StaffSwitches,
    Adjustments,
    AdjustmentsRepository,
    StaffTables,
    TablesRepository,
  ],
})
export class StaffModule {}
