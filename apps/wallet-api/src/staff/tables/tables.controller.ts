import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { AccessClaims } from '@cardroom/platform';

import { ApiProblems } from '../../api-problems.decorator';
import { Claims, Roles } from '../../auth/access.decorators';
import { ReasonDto } from '../reason.dto';
import {
  NewStakesDto,
  NewTableDto,
  StakesDto,
  StakesListDto,
  TableChangeDto,
  TableDto,
  TableListDto,
} from './tables.dto';
import { StaffTables } from './tables.service';

const SETTING_PROBLEMS = ['NAME_TAKEN', 'SETTINGS_CONTRADICT'] as const;

@ApiTags('staff: tables')
@Roles('support', 'risk', 'admin')
@Controller('staff')
export class StaffTableSettingsController {
  constructor(private readonly tables: StaffTables) {}

  @Get('tables')
  @ApiOperation({ summary: 'All tables, closed ones included.' })
  @ApiOkResponse({ type: TableListDto })
  async list(): Promise<TableListDto> {
    return { items: await this.tables.list() };
  }

  @Post('tables')
  @Roles('risk', 'admin')
  @ApiOperation({ summary: 'Makes a table. It is closed until it is opened.' })
  @ApiCreatedResponse({ type: TableDto })
  @ApiProblems('NOT_FOUND', ...SETTING_PROBLEMS)
  add(@Claims() claims: AccessClaims, @Body() body: NewTableDto): Promise<TableDto> {
    return this.tables.addTable(claims, body);
  }

  @Patch('tables/:tableId')
  @Roles('risk', 'admin')
  @ApiOperation({
    summary: 'Changes what a table plays by, from its next hand.',
    description: 'Stakes, pool, seats and structure change only while it is closed and empty.',
  })
  @ApiOkResponse({ type: TableDto })
  @ApiProblems('NOT_FOUND', 'STATE_CONFLICT', ...SETTING_PROBLEMS)
  change(
    @Claims() claims: AccessClaims,
    @Param('tableId', ParseUUIDPipe) tableId: string,
    @Body() body: TableChangeDto,
  ): Promise<TableDto> {
    return this.tables.change(claims, tableId, body);
  }

  @Post('tables/:tableId/open')
  @Roles('risk', 'admin')
  @ApiOperation({ summary: 'Opens a table for play.' })
  @HttpCode(200)
  @ApiOkResponse({ type: TableDto })
  @ApiProblems('NOT_FOUND', 'STATE_CONFLICT')
  open(
    @Claims() claims: AccessClaims,
    @Param('tableId', ParseUUIDPipe) tableId: string,
    @Body() { reason }: ReasonDto,
  ): Promise<TableDto> {
    return this.tables.setStatus(claims, tableId, { status: 'open', reason });
  }

  @Post('tables/:tableId/close')
  @Roles('risk', 'admin')
  @ApiOperation({
    summary: 'Closes a table.',
    description: 'Its hand is played to the end, then everybody is paid.',
  })
  @HttpCode(200)
  @ApiOkResponse({ type: TableDto })
  @ApiProblems('NOT_FOUND', 'STATE_CONFLICT')
  close(
    @Claims() claims: AccessClaims,
    @Param('tableId', ParseUUIDPipe) tableId: string,
    @Body() { reason }: ReasonDto,
  ): Promise<TableDto> {
    return this.tables.setStatus(claims, tableId, { status: 'closed', reason });
  }

  @Get('stakes')
  @ApiOperation({ summary: 'All stakes, the smallest first.' })
  @ApiOkResponse({ type: StakesListDto })
  async stakes(): Promise<StakesListDto> {
    return { items: await this.tables.stakes() };
  }

  @Post('stakes')
  @Roles('risk', 'admin')
  @ApiOperation({
    summary: 'Makes stakes. They do not change after that: other stakes are others.',
    description: 'Their rake begins as the house’s figures for such blinds say.',
  })
  @ApiCreatedResponse({ type: StakesDto })
  @ApiProblems('INVALID_AMOUNT', ...SETTING_PROBLEMS)
  addStakes(@Claims() claims: AccessClaims, @Body() body: NewStakesDto): Promise<StakesDto> {
    return this.tables.addStakes(claims, body);
  }
}
