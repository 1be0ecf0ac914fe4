import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';

import { REQUEST_STATUSES, type RequestStatus } from '../../four-eyes/four-eyes.types';
import { PageQueryDto } from '../../page-query.dto';
import { ReasonDto } from '../reason.dto';

const HASH = /^[0-9a-f]{64}$/;

export class RequestQueryDto extends PageQueryDto {
  @ApiPropertyOptional({
    enum: REQUEST_STATUSES,
    default: 'pending',
    description: 'Those that wait unless told.',
  })
  @IsIn(REQUEST_STATUSES)
  status: RequestStatus = 'pending';

  @ApiPropertyOptional({ example: 'adjustment', description: 'Only those of one kind.' })
  @IsOptional()
  @Matches(/^[a-z_]{1,40}$/)
  kind?: string;
}

export class ApprovalDto extends ReasonDto {
  @ApiProperty({
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    description: '`payloadHash` of the request that you looked at.',
  })
  @Matches(HASH)
  payloadHash!: string;
}

export class RequestDto {
  @ApiProperty({ format: 'uuid' })
  requestId!: string;

  @ApiProperty({ example: 'adjustment' })
  kind!: string;

  @ApiProperty({ description: 'What it is about: a player, a table, a switch.' })
  subjectId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Whom it profits.' })
  beneficiaryId!: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { amountKrw: 300000, currency: 'KRW' },
    description: 'What is done when it is approved.',
  })
  payload!: object;

  @ApiProperty({ description: 'Send it back to approve exactly this.' })
  payloadHash!: string;

  @ApiProperty({ example: 'Compensation for the void hand of table 3.' })
  reason!: string;

  @ApiProperty({ enum: REQUEST_STATUSES })
  status!: RequestStatus;

  @ApiProperty({ format: 'uuid' })
  requestedBy!: string;

  @ApiProperty({ format: 'date-time' })
  requestedAt!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  decidedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  decidedAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  decisionReason!: string | null;

  @ApiProperty({ description: 'Whether you may approve it.' })
  isYoursToApprove!: boolean;
}

export class RequestPageDto {
  @ApiProperty({ type: [RequestDto] })
  items!: RequestDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}
