import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Length } from 'class-validator';
import { IsCleanString, IsWholeWon } from '@cardroom/platform';

import { PageQueryDto } from '../../page-query.dto';
import { ReasonDto } from '../reason.dto';

const DIRECTIONS = ['credit', 'debit'] as const;
type Direction = (typeof DIRECTIONS)[number];

export class AdjustmentDto extends ReasonDto {
  @ApiProperty({ format: 'uuid', description: 'Whose wallet.' })
  @IsUUID()
  userId!: string;

  @ApiProperty({
    enum: DIRECTIONS,
    example: 'credit',
    description: 'Into the wallet, or out of it.',
  })
  @IsIn(DIRECTIONS)
  direction!: Direction;

  @ApiProperty({ example: 50000, minimum: 1, description: 'Whole won.' })
  @IsWholeWon()
  amountKrw!: number;

  @ApiProperty({ enum: ['KRW'], description: 'Written out, so that nobody means another one.' })
  @IsIn(['KRW'])
  currency!: 'KRW';

  @ApiPropertyOptional({
    example: 'Compensation for a hand that was voided.',
    minLength: 1,
    maxLength: 200,
    description: 'What the player reads in the history.',
  })
  @IsOptional()
  @IsCleanString()
  @Length(1, 200)
  message?: string;
}

export class AdjustmentPreviewDto {
  @ApiProperty({ enum: ['alone', 'by_two'], description: 'Whether a second person is needed.' })
  route!: 'alone' | 'by_two';

  @ApiProperty({ example: 200000, description: 'Whole won that can be used now.' })
  availableKrw!: number;

  @ApiProperty({ example: 250000, description: 'Whole won that could be used after it.' })
  availableAfterKrw!: number;
}

export class AdjustmentOutcomeDto {
  @ApiProperty({ format: 'uuid' })
  adjustmentId!: string;

  @ApiProperty({ enum: ['posted', 'requested'] })
  outcome!: 'posted' | 'requested';

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Of the ledger.' })
  transferId!: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Of the request that waits for a second person.',
  })
  requestId!: string | null;
}

export class AdjustmentQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Only those of one player.' })
  @IsOptional()
  @IsUUID()
  userId?: string;
}

const STATES = ['posted', 'pending', 'rejected', 'expired'] as const;

export class AdjustmentItemDto {
  @ApiProperty({ format: 'uuid' })
  adjustmentId!: string;

  @ApiProperty({ format: 'uuid' })
  userId!: string;

  @ApiProperty({ example: -50000, description: 'Whole won; below 0 where it went out.' })
  amountKrw!: number;

  @ApiProperty({ enum: STATES })
  state!: (typeof STATES)[number];

  @ApiProperty()
  reason!: string;

  @ApiProperty({ type: String, nullable: true })
  message!: string | null;

  @ApiProperty({ format: 'uuid' })
  askedBy!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  approvedBy!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  transferId!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: Date;
}

export class AdjustmentPageDto {
  @ApiProperty({ type: [AdjustmentItemDto] })
  items!: AdjustmentItemDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}
