import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Page } from '@cardroom/database';
import type { AccessClaims } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';

import { ApiProblems } from '../../api-problems.decorator';
import { Claims, Roles } from '../../auth/access.decorators';
import { Idempotent, Transaction } from '../../idempotency/idempotent.decorator';
import {
  AdjustmentDto,
  AdjustmentItemDto,
  AdjustmentOutcomeDto,
  AdjustmentPageDto,
  AdjustmentPreviewDto,
  AdjustmentQueryDto,
} from './adjustments.dto';
import { Adjustments } from './adjustments.service';

const PROBLEMS = [
  ...(['NOT_FOUND', 'FORBIDDEN', 'LIMIT_EXCEEDED', 'INVALID_AMOUNT'] as const),
  'INSUFFICIENT_FUNDS',
] as const;

@ApiTags('staff: adjustments')
@Roles('cashier', 'risk', 'admin')
@Controller('staff/adjustments')
export class AdjustmentsController {
  constructor(private readonly adjustments: Adjustments) {}

  @Get()
  @ApiOperation({ summary: 'Adjustments of players’ money, newest first.' })
  @ApiOkResponse({ type: AdjustmentPageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED')
  list(
    @Claims() claims: AccessClaims,
    @Query() query: AdjustmentQueryDto,
  ): Promise<Page<AdjustmentItemDto>> {
    return this.adjustments.list(claims, query);
  }

  @Post('preview')
  @ApiOperation({ summary: 'What an adjustment would do, and whether it needs a second person.' })
  @HttpCode(200)
  @ApiOkResponse({ type: AdjustmentPreviewDto })
  @ApiProblems(...PROBLEMS)
  preview(
    @Claims() claims: AccessClaims,
    @Body() body: AdjustmentDto,
  ): Promise<AdjustmentPreviewDto> {
    return this.adjustments.preview(claims, body);
  }

  @Post()
  @ApiOperation({
    summary: 'Adjusts a player’s money, or asks for it where it needs a second person.',
    description:
      'A cashier does up to ₩100,000 alone (₩300,000 a day), risk and admin up to ₩300,000 (₩1,000,000 a day), and all of them together ₩500,000 a day for one player. Above that another one approves.',
  })
  @HttpCode(200)
  @Idempotent({ operation: 'adjustment' })
  @ApiOkResponse({ type: AdjustmentOutcomeDto })
  @ApiProblems(...PROBLEMS, 'REQUEST_PENDING')
  adjust(
    @Claims() claims: AccessClaims,
    @Body() body: AdjustmentDto,
    @Transaction() manager: EntityManager,
  ): Promise<AdjustmentOutcomeDto> {
    return this.adjustments.adjust(manager, claims, body);
  }
}
