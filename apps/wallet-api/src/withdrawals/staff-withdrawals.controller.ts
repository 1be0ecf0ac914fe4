import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Page } from '@cardroom/database';
import type { AccessClaims } from '@cardroom/platform';

import { ApiProblems } from '../api-problems.decorator';
import { Claims, Roles } from '../auth/access.decorators';
import { ResolvedWithdrawals } from './resolved-withdrawals.service';
import {
  ApproveWithdrawalDto,
  DecideWithdrawalDto,
  ResolveOutcomeDto,
  ResolveWithdrawalDto,
  StaffWithdrawalDetailDto,
  StaffWithdrawalDto,
  StaffWithdrawalPageDto,
  StaffWithdrawalQueryDto,
} from './staff-withdrawals.dto';
import { StaffWithdrawals } from './staff-withdrawals.service';

/** Withdrawals that staff look at before they are sent. */
@ApiTags('staff: withdrawals')
@Roles('cashier', 'risk', 'admin')
@Controller('staff/withdrawals')
export class StaffWithdrawalsController {
  constructor(
    private readonly withdrawals: StaffWithdrawals,
    private readonly resolved: ResolvedWithdrawals,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Withdrawals, or those of one status; newest first.' })
  @ApiOkResponse({ type: StaffWithdrawalPageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED', 'NOT_FOUND')
  list(@Query() query: StaffWithdrawalQueryDto): Promise<Page<StaffWithdrawalDto>> {
    return this.withdrawals.list(query);
  }

  @Get(':withdrawalId')
  @ApiOperation({ summary: 'A withdrawal with all that helps to decide about it.' })
  @ApiOkResponse({ type: StaffWithdrawalDetailDto })
  @ApiProblems('NOT_FOUND', 'VALIDATION_FAILED')
  detail(
    @Param('withdrawalId', ParseUUIDPipe) withdrawalId: string,
  ): Promise<StaffWithdrawalDetailDto> {
    return this.withdrawals.detail(withdrawalId);
  }

  @Post(':withdrawalId/approve')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Approves a withdrawal as you looked at it.',
    description: 'It is sent when enough persons have approved it and its wait is over.',
  })
  @ApiOkResponse({ type: StaffWithdrawalDto })
  @ApiProblems(
    ...(['NOT_FOUND', 'WITHDRAWAL_MOVED_ON', 'FORBIDDEN', 'REQUEST_CHANGED'] as const),
    ...(['SECOND_FACTOR_NOT_SET_UP', 'SECOND_FACTOR_INVALID', 'SECOND_FACTOR_LOCKED'] as const),
  )
  approve(
    @Claims() staff: AccessClaims,
    @Param('withdrawalId', ParseUUIDPipe) withdrawalId: string,
    @Body() approval: ApproveWithdrawalDto,
  ): Promise<StaffWithdrawalDto> {
    return this.withdrawals.approve(staff, withdrawalId, approval);
  }

  @Post(':withdrawalId/reject')
  @HttpCode(200)
  @ApiOperation({ summary: 'Gives a withdrawal back that was not sent.' })
  @ApiOkResponse({ type: StaffWithdrawalDto })
  @ApiProblems(
    ...(['NOT_FOUND', 'WITHDRAWAL_MOVED_ON', 'FORBIDDEN'] as const),
    ...(['SECOND_FACTOR_NOT_SET_UP', 'SECOND_FACTOR_INVALID', 'SECOND_FACTOR_LOCKED'] as const),
  )
  reject(
    @Claims() staff: AccessClaims,
    @Param('withdrawalId', ParseUUIDPipe) withdrawalId: string,
    @Body() decision: DecideWithdrawalDto,
  ): Promise<StaffWithdrawalDto> {
    return this.withdrawals.reject(staff, withdrawalId, decision);
  }

  @Post(':withdrawalId/resolve')
  @HttpCode(200)
  @Roles('risk', 'admin')
  @ApiOperation({
    summary: 'Asks for the end of a withdrawal of which nobody knows whether it was sent.',
    description:
      'Another person approves it (see the requests). The gateway is asked now and then again: what it knows counts. It is never sent again.',
  })
  @ApiOkResponse({ type: ResolveOutcomeDto })
  @ApiProblems(
    ...(['NOT_FOUND', 'WITHDRAWAL_MOVED_ON', 'FORBIDDEN', 'STATE_CONFLICT'] as const),
    ...(['PAYMENT_GATEWAY_UNAVAILABLE', 'REQUEST_PENDING'] as const),
    ...(['SECOND_FACTOR_NOT_SET_UP', 'SECOND_FACTOR_INVALID', 'SECOND_FACTOR_LOCKED'] as const),
  )
  resolve(
    @Claims() staff: AccessClaims,
    @Param('withdrawalId', ParseUUIDPipe) withdrawalId: string,
    @Body() resolution: ResolveWithdrawalDto,
  ): Promise<ResolveOutcomeDto> {
    return this.resolved.propose(staff, withdrawalId, resolution);
  }
}
