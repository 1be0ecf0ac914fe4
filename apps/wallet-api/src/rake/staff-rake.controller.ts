import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CursorSigner, pageOf, type Page } from '@cardroom/database';
import { BusinessError, CLOCK, type AccessClaims, type Clock } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import { ApiProblems } from '../api-problems.decorator';
import { Claims, Roles } from '../auth/access.decorators';
import { FourEyes } from '../four-eyes/four-eyes';
import type { FourEyesRequest } from '../four-eyes/four-eyes.types';
import { PageQueryDto } from '../page-query.dto';
import {
  RakebackPaymentPageDto,
  RakebackRunPageDto,
  RakeChangeDto,
  RakeRequestDto,
  RakeRequestPageDto,
  StakesRakeDto,
} from './rake.dto';
import { RAKE_CHANGE, RakeChanges } from './rake-changes';
import { RakeTermsRepository, type StakesRake } from './rake-terms.repository';
import {
  RakebackRunsRepository,
  type RakebackPayment,
  type RakebackRun,
} from './rakeback-runs.repository';

const WEEK = /^\d{4}-W\d{2}$/;

/** Rake and rakeback for staff. A change is decided where all requests for two persons are. */
@ApiTags('staff')
@Roles('cashier', 'risk', 'admin')
@Controller('staff')
export class StaffRakeController {
  constructor(
    private readonly source: DataSource,
    private readonly terms: RakeTermsRepository,
    private readonly changes: RakeChanges,
    private readonly eyes: FourEyes,
    private readonly runs: RakebackRunsRepository,
    @Inject(CursorSigner) private readonly cursors: CursorSigner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('rake/terms')
  @ApiOperation({ summary: 'The rake of all stakes: in force, before, and to come.' })
  @ApiOkResponse({ type: [StakesRakeDto] })
  list(): Promise<StakesRake[]> {
    return this.terms.list(new Date(this.clock()));
  }

  @Post('rake/changes')
  @Roles('risk', 'admin')
  @ApiOperation({ summary: 'Asks for another rake of stakes; an admin who is not you approves.' })
  @ApiCreatedResponse({ type: RakeRequestDto })
  @ApiProblems('NOT_FOUND', 'INVALID_AMOUNT', 'TERMS_TOO_SOON', 'REQUEST_PENDING')
  propose(
    @Claims() claims: AccessClaims,
    @Body() { reason, effectiveFrom, ...change }: RakeChangeDto,
  ): Promise<FourEyesRequest> {
    const from = new Date(effectiveFrom);
    return this.changes.propose({ ...change, effectiveFrom: from }, claims, reason);
  }

  @Get('rake/changes')
  @ApiOperation({ summary: 'Changes of rake that wait for a second person, newest first.' })
  @ApiOkResponse({ type: RakeRequestPageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  async pending(@Query() { cursor, limit }: PageQueryDto): Promise<Page<FourEyesRequest>> {
    const list = 'staff:rake-changes';
    const before = this.cursors.read(list, cursor);
    const filter = { status: 'pending', kind: RAKE_CHANGE, before, limit } as const;
    const rows = await this.eyes.list(this.source.manager, filter);
    return pageOf(rows, limit, (last) => this.cursors.issue(list, last.requestId));
  }

  @Get('rakeback/weeks')
  @ApiOperation({ summary: 'Weeks of rakeback with what they owe and paid, newest first.' })
  @ApiOkResponse({ type: RakebackRunPageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  async weeks(@Query() { cursor, limit }: PageQueryDto): Promise<Page<RakebackRun>> {
    const list = 'staff:rakeback';
    const rows = await this.runs.runs(this.cursors.read(list, cursor), limit);
    return pageOf(rows, limit, (last) => this.cursors.issue(list, last.week));
  }

  @Get('rakeback/weeks/:week/payments')
  @ApiOperation({ summary: 'The payments of a week, by the players’ ids.' })
  @ApiOkResponse({ type: RakebackPaymentPageDto })
  @ApiProblems('NOT_FOUND', 'INVALID_CURSOR', 'VALIDATION_FAILED')
  async payments(
    @Param('week') week: string,
    @Query() { cursor, limit }: PageQueryDto,
  ): Promise<Page<RakebackPayment>> {
    if (!WEEK.test(week)) throw new BusinessError('NOT_FOUND');
    const list = `staff:rakeback:${week}`;
    const rows = await this.runs.payments(week, this.cursors.read(list, cursor), limit);
    return pageOf(rows, limit, (last) => this.cursors.issue(list, last.userId));
  }
}
