import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
} from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { CursorSigner, pageOf } from '@cardroom/database';
import { BusinessError, type AccessClaims } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import { ApiProblems } from '../api-problems.decorator';
import { Claims, Roles } from '../auth/access.decorators';
import { ReasonDto } from '../staff/reason.dto';
import { DepositReview } from './deposit-review.service';
import { DepositRepository } from './deposit.repository';
import {
  DepositQueueQueryDto,
  DepositStepDto,
  staffDepositDto,
  StaffDepositDto,
  StaffDepositPageDto,
  stepDtos,
} from './deposits.dto';

class ReleaseDto extends ReasonDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Whose it is, where its address is nobody’s.',
  })
  @IsOptional()
  @IsUUID()
  userId?: string;
}

class ReleaseOutcomeDto {
  @ApiProperty({ enum: ['released', 'proposed'] })
  outcome!: 'released' | 'proposed';

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'With `proposed`: what a second person decides.',
  })
  requestId?: string;

  @ApiPropertyOptional({ type: StaffDepositDto })
  deposit?: StaffDepositDto;
}

class StaffDepositDetailDto extends StaffDepositDto {
  @ApiProperty({ type: [DepositStepDto], description: 'How it came there, oldest first.' })
  steps!: readonly DepositStepDto[];
}

class FreezeDto {
  @ApiProperty({ format: 'uuid' })
  freezeId!: string;

  @ApiProperty({ format: 'uuid' })
  userId!: string;

  @ApiProperty()
  reason!: string;

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  depositId!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;
}

class FreezesDto {
  @ApiProperty({ type: [FreezeDto] })
  items!: readonly FreezeDto[];
}

/** Deposits that the house does not credit by itself. */
@ApiTags('staff: deposits')
@Roles('cashier', 'risk', 'admin')
@Controller('staff')
export class StaffDepositsController {
  constructor(
    private readonly source: DataSource,
    private readonly deposits: DepositRepository,
    private readonly review: DepositReview,
    @Inject(CursorSigner) private readonly cursors: CursorSigner,
  ) {}

  @Get('deposits')
  @ApiOperation({
    summary: 'Deposits that wait for a person, or those of one status; newest first.',
  })
  @ApiOkResponse({ type: StaffDepositPageDto })
  @ApiProblems('INVALID_CURSOR', 'VALIDATION_FAILED', 'NOT_FOUND')
  async list(
    @Query() { cursor, limit, status }: DepositQueueQueryDto,
  ): Promise<StaffDepositPageDto> {
    const list = `staff-deposits:${status ?? 'queue'}`;
    const before = this.cursors.read(list, cursor);
    const rows = await this.deposits.list(status ?? null, before, limit);
    const page = pageOf(rows, limit, (last) => this.cursors.issue(list, last.depositId));
    return { ...page, items: page.items.map(staffDepositDto) };
  }

  @Get('deposits/:depositId')
  @ApiOperation({ summary: 'A deposit with its steps.' })
  @ApiOkResponse({ type: StaffDepositDetailDto })
  @ApiProblems('NOT_FOUND', 'VALIDATION_FAILED')
  async find(@Param('depositId', ParseUUIDPipe) depositId: string): Promise<StaffDepositDetailDto> {
    const deposit = await this.deposits.find(this.source.manager, depositId);
    if (deposit === null) throw new BusinessError('NOT_FOUND');
    const steps = await this.deposits.steps(this.source.manager, depositId);
    return { ...staffDepositDto(deposit), steps: stepDtos(steps) };
  }

  @Post('deposits/:depositId/release')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Credit a deposit that waits. More than ₩1,000,000 is proposed to a second person.',
  })
  @ApiOkResponse({ type: ReleaseOutcomeDto })
  @ApiProblems(
    ...(['NOT_FOUND', 'DEPOSIT_NOT_WAITING', 'DEPOSIT_NOT_CREDITABLE', 'FORBIDDEN'] as const),
    ...(['PAYMENT_GATEWAY_UNAVAILABLE', 'REQUEST_PENDING'] as const),
  )
  async release(
    @Claims() claims: AccessClaims,
    @Param('depositId', ParseUUIDPipe) depositId: string,
    @Body() { reason, userId }: ReleaseDto,
  ): Promise<ReleaseOutcomeDto> {
    const done = await this.review.release(claims, {
      ...{ depositId, reason },
      userId: userId ?? null,
    });
    return done.outcome === 'proposed'
      ? done
      : { outcome: 'released', deposit: staffDepositDto(done.deposit) };
  }

  @Post('deposits/:depositId/reject')
  @HttpCode(200)
  @ApiOperation({ summary: 'End the wait of a deposit without crediting it.' })
  @ApiOkResponse({ type: StaffDepositDto })
  @ApiProblems('NOT_FOUND', 'DEPOSIT_NOT_WAITING')
  async reject(
    @Claims() claims: AccessClaims,
    @Param('depositId', ParseUUIDPipe) depositId: string,
    @Body() { reason }: ReasonDto,
  ): Promise<StaffDepositDto> {
    return staffDepositDto(await this.review.reject(claims, depositId, reason));
  }

  @Get('withdrawal-freezes')
  @ApiOperation({ summary: 'Players who may not take money out, since a credit was taken back.' })
  @ApiOkResponse({ type: FreezesDto })
  @ApiProblems('NOT_FOUND')
  async freezes(): Promise<FreezesDto> {
    const freezes = await this.review.freezesActive();
    return {
      items: freezes.map((each) => ({ ...each, createdAt: each.createdAt.toISOString() })),
    };
  }

  @Post('withdrawal-freezes/:freezeId/lift')
  @HttpCode(204)
  @Roles('risk', 'admin')
  @ApiOperation({ summary: 'Let a player take money out again.' })
  @ApiNoContentResponse()
  @ApiProblems('NOT_FOUND')
  async lift(
    @Claims() claims: AccessClaims,
    @Param('freezeId', ParseUUIDPipe) freezeId: string,
    @Body() { reason }: ReasonDto,
  ): Promise<void> {
    await this.review.liftFreeze(claims, freezeId, reason);
  }
}
