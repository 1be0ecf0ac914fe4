import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsISO8601, IsUUID, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { IsCleanString, IsWholeWon } from '@cardroom/platform';

import { REQUEST_STATUSES, type FourEyesRequest } from '../four-eyes/four-eyes.types';
import { RakebackWeekDto } from '../vip/vip.dto';
import { MAX_RATE_BP } from './rake-change.rules';
import type { StakesRake } from './rake-terms.repository';
import type { RakebackPayment, RakebackRun } from './rakeback-runs.repository';

const WITH_OFFSET = /(Z|[+-]\d{2}:\d{2})$/;

class TermsDto implements Record<keyof StakesRake['terms'][number], unknown> {
  @ApiProperty({ description: 'Share of the pots, basis points: 500 are 5 %.' })
  rateBp!: number;

  @ApiProperty({ description: 'The most that one hand pays, whole won.' })
  capKrw!: number;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Hands that start from then on are raked by them; null: from the beginning.',
  })
  effectiveFrom!: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The request that two persons decided about.',
  })
  requestId!: string | null;

  @ApiProperty({ description: 'Whether a hand that starts now is raked by them.' })
  inForce!: boolean;
}

export class StakesRakeDto implements Record<keyof StakesRake, unknown> {
  @ApiProperty({ format: 'uuid' })
  stakesId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'Whole won.' })
  smallBlindKrw!: number;

  @ApiProperty({ description: 'Whole won.' })
  bigBlindKrw!: number;

  @ApiProperty({ type: [TermsDto], description: 'Oldest first, those to come included.' })
  terms!: TermsDto[];
}

export class RakeChangeDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  stakesId!: string;

  @ApiProperty({ minimum: 0, maximum: MAX_RATE_BP, description: 'Basis points: 500 are 5 %.' })
  @IsInt()
  @Min(0)
  @Max(MAX_RATE_BP)
  rateBp!: number;

  @ApiProperty({ minimum: 1, description: 'The most that one hand pays: 10 big blinds at most.' })
  @IsWholeWon()
  capKrw!: number;

  @ApiProperty({
    format: 'date-time',
    description: 'With its offset; ten minutes after the approval at the earliest.',
    example: '2026-12-01T04:00:00+09:00',
  })
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(WITH_OFFSET)
  @MaxLength(40)
  effectiveFrom!: string;

  @ApiProperty({ minLength: 5, maxLength: 500 })
  @IsCleanString()
  @MinLength(5)
  @MaxLength(500)
  reason!: string;
}

export class RakeRequestDto implements Partial<Record<keyof FourEyesRequest, unknown>> {
  @ApiProperty({ format: 'uuid' })
  requestId!: string;

  @ApiProperty({ enum: REQUEST_STATUSES })
  status!: string;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The terms asked for.' })
  payload!: object;

  @ApiProperty({ description: 'An approval names it: of anything else it is refused.' })
  payloadHash!: string;

  @ApiProperty()
  reason!: string;

  @ApiProperty({ format: 'uuid' })
  requestedBy!: string;

  @ApiProperty({ format: 'date-time' })
  requestedAt!: Date;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: Date;
}

export class RakeRequestPageDto {
  @ApiProperty({ type: [RakeRequestDto] })
  items!: RakeRequestDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}

class RakebackRunDto implements Record<keyof RakebackRun, unknown> {
  @ApiProperty({ example: '2026-W47' })
  week!: string;

  @ApiProperty({ format: 'date-time', description: 'Nothing is counted into it since then.' })
  closedAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  owedAt!: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'To everybody.' })
  paidAt!: Date | null;

  @ApiProperty({ description: 'To whom something is owed.' })
  players!: number;

  @ApiProperty({ description: 'Owed to all of them, whole won.' })
  rakebackKrw!: number;

  @ApiProperty({ description: 'Players who wait for their payment.' })
  unpaid!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Tries of the job.' })
  attempts!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'What ended the last try.' })
  lastError!: string | null;
}

export class RakebackRunPageDto {
  @ApiProperty({ type: [RakebackRunDto] })
  items!: RakebackRunDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}

class RakebackPaymentDto extends RakebackWeekDto implements Record<keyof RakebackPayment, unknown> {
  @ApiProperty({ format: 'uuid' })
  userId!: string;

  @ApiProperty()
  nickname!: string;
}

export class RakebackPaymentPageDto {
  @ApiProperty({ type: [RakebackPaymentDto] })
  items!: RakebackPaymentDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}
