import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Page } from '@cardroom/database';
import { krw } from '@cardroom/money';
import type { AccessClaims } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';

import { ApiProblems } from '../api-problems.decorator';
import { Claims } from '../auth/access.decorators';
import { Idempotent, Transaction } from '../idempotency/idempotent.decorator';
import { PageQueryDto } from '../page-query.dto';
import {
  WithdrawalDetailDto,
  WithdrawalDto,
  WithdrawalPageDto,
  WithdrawDto,
  WithdrawQuoteDto,
  WithdrawQuoteQueryDto,
} from './withdrawal.dto';
import { WithdrawalService } from './withdrawal.service';

@ApiTags('withdrawals')
@Controller('wallet')
export class WithdrawalController {
  constructor(private readonly withdrawals: WithdrawalService) {}

  @Post('withdraw')
  @Idempotent({ operation: 'withdraw', apart: ['code'] })
  @ApiOperation({
    summary: 'Asks for a withdrawal.',
    description:
      'Amount and fee leave the wallet at once. It waits, can be cancelled meanwhile, and is sent at the rate of the moment of sending. The same key may be sent again with a newer code.',
  })
  @ApiCreatedResponse({ type: WithdrawalDto })
  @ApiProblems(
    ...(['INVALID_AMOUNT', 'INVALID_ADDRESS', 'WITHDRAWALS_STOPPED', 'ACCOUNT_IN_DEBT'] as const),
    ...(['SECOND_FACTOR_NOT_SET_UP', 'SECOND_FACTOR_INVALID', 'SECOND_FACTOR_LOCKED'] as const),
    ...(['ASSET_UNSUPPORTED', 'RATE_UNAVAILABLE', 'RATE_HALTED', 'INSUFFICIENT_FUNDS'] as const),
  )
  withdraw(
    @Claims() { userId }: AccessClaims,
    @Body() { code, amountKrw, ...asked }: WithdrawDto,
    @Transaction() manager: EntityManager,
  ): Promise<WithdrawalDto> {
    return this.withdrawals.request(manager, { ...asked, userId, amountKrw: krw(amountKrw) }, code);
  }

  @Get('withdraw/quote')
  @ApiOperation({
    summary: 'What a withdrawal would cost and bring.',
    description: 'A withdrawal is converted when it is sent, at the rate of that moment.',
  })
  @ApiOkResponse({ type: WithdrawQuoteDto })
  @ApiProblems(
    ...(['INVALID_AMOUNT', 'VALIDATION_FAILED', 'ASSET_UNSUPPORTED'] as const),
    ...(['RATE_UNAVAILABLE', 'RATE_HALTED'] as const),
  )
  quote(@Query() { amountKrw, ...asked }: WithdrawQuoteQueryDto): Promise<WithdrawQuoteDto> {
    return this.withdrawals.quote({ ...asked, amountKrw: krw(amountKrw) });
  }

  @Get('withdrawals')
  @ApiOperation({ summary: 'Your withdrawals, newest first.' })
  @ApiOkResponse({ type: WithdrawalPageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  list(
    @Claims() { userId }: AccessClaims,
    @Query() page: PageQueryDto,
  ): Promise<Page<WithdrawalDto>> {
    return this.withdrawals.list(userId, page);
  }

  @Get('withdrawals/:withdrawalId')
  @ApiOperation({ summary: 'One of your withdrawals, with everything that happened to it.' })
  @ApiOkResponse({ type: WithdrawalDetailDto })
  @ApiProblems('NOT_FOUND', 'VALIDATION_FAILED')
  detail(
    @Claims() { userId }: AccessClaims,
    @Param('withdrawalId', ParseUUIDPipe) withdrawalId: string,
  ): Promise<WithdrawalDetailDto> {
    return this.withdrawals.detail(userId, withdrawalId);
  }

  @Post('withdrawals/:withdrawalId/cancel')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Takes a withdrawal back before it is sent.',
    description: 'The money is in the wallet at once. Cancelled again it stays cancelled.',
  })
  @ApiOkResponse({ type: WithdrawalDto })
  @ApiProblems('NOT_FOUND', 'WITHDRAWAL_MOVED_ON', 'VALIDATION_FAILED')
  cancel(
    @Claims() { userId }: AccessClaims,
    @Param('withdrawalId', ParseUUIDPipe) withdrawalId: string,
  ): Promise<WithdrawalDto> {
    return this.withdrawals.cancel(userId, withdrawalId);
  }
}
