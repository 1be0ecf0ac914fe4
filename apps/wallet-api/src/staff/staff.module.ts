import { Module } from '@nestjs/common';

import { HandsModule } from '../hands/hands.module';
import { StaffHandsController } from './staff-hands.controller';
import { StaffTablesController } from './staff-tables.controller';

@Module({ imports: [HandsModule], controllers: [StaffTablesController, StaffHandsController] })
export class StaffModule {}
