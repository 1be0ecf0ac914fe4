import { Module } from '@nestjs/common';

import { StaffTablesController } from './staff-tables.controller';

@Module({ controllers: [StaffTablesController] })
export class StaffModule {}
