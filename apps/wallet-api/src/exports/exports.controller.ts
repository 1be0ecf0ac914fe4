import { Controller, Get, Param, ParseUUIDPipe, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AccessClaims } from '@cardroom/platform';

import { ApiProblems } from '../api-problems.decorator';
import { Claims, Roles } from '../auth/access.decorators';
import { CsvFile, csvFileOf } from '../csv/csv-file';
import { daysOf } from '../wallet/days-of';
import { StatementQueryDto } from '../wallet/wallet.dto';
import type { ExportName } from './export-lists';
import { AuditExportDto, DepositExportDto, WithdrawalExportDto } from './exports.dto';
import { Exports } from './exports.service';

const HOW =
  'Newest first, a year at most and 50,000 lines at most. That it was taken is in the audit trail.';

@ApiTags('staff: exports')
@Roles('cashier', 'risk', 'admin')
@Controller('staff/exports')
export class ExportsController {
  constructor(private readonly exports: Exports) {}

  @Get('deposits.csv')
  @ApiOperation({ summary: 'Deposits as CSV.', description: HOW })
  @CsvFile('One line a deposit, after a line of names.')
  @ApiProblems('VALIDATION_FAILED', 'EXPORT_TOO_LARGE')
  deposits(
    @Claims() staff: AccessClaims,
    @Query() query: DepositExportDto,
  ): Promise<StreamableFile> {
    return this.file(staff, 'deposits', query);
  }

  @Get('withdrawals.csv')
  @ApiOperation({ summary: 'Withdrawals as CSV.', description: HOW })
  @CsvFile('One line a withdrawal, after a line of names.')
  @ApiProblems('VALIDATION_FAILED', 'EXPORT_TOO_LARGE')
  withdrawals(
    @Claims() staff: AccessClaims,
    @Query() query: WithdrawalExportDto,
  ): Promise<StreamableFile> {
    return this.file(staff, 'withdrawals', query);
  }

  @Get('audit-events.csv')
  @Roles('risk', 'admin')
  @ApiOperation({ summary: 'What a search of the audit trail finds, as CSV.', description: HOW })
  @CsvFile('One line an event, after a line of names.')
  @ApiProblems('VALIDATION_FAILED', 'EXPORT_TOO_LARGE')
  auditEvents(
    @Claims() staff: AccessClaims,
    @Query() query: AuditExportDto,
  ): Promise<StreamableFile> {
    return this.file(staff, 'audit-events', query);
  }

  @Get('players/:userId/transactions.csv')
  @ApiOperation({ summary: 'The history of a player as CSV.', description: HOW })
  @CsvFile('One line a transaction, after a line of names: as the player’s own statement.')
  @ApiProblems('NOT_FOUND', 'VALIDATION_FAILED', 'EXPORT_TOO_LARGE')
  async transactions(
    @Claims() staff: AccessClaims,
    @Param('userId', ParseUUIDPipe) userId: string,
    @Query() { from, to }: StatementQueryDto,
  ): Promise<StreamableFile> {
    const lines = await this.exports.transactions(staff, userId, daysOf(from, to));
    return csvFileOf(`transactions-${userId}-${from}-${to}`, lines);
  }

  private async file(
    staff: AccessClaims,
    name: ExportName,
    { from, to, ...values }: StatementQueryDto,
  ): Promise<StreamableFile> {
    const lines = await this.exports.list(staff, name, { ...daysOf(from, to), values });
    return csvFileOf(`${name}-${from}-${to}`, lines);
  }
}
