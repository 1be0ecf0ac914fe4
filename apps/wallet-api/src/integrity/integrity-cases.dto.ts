import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsNumber, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { SUSPICION_KINDS, type HandOfEvidence, type SuspicionKind } from '@cardroom/integrity';

import { PageQueryDto } from '../page-query.dto';
import { ReasonDto } from '../staff/reason.dto';
import {
  CASE_STATUSES,
  type CaseDetails,
  type CaseItem,
  type CaseStatus,
} from './integrity-cases.repository';

export class CaseQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: SUSPICION_KINDS, description: 'Only cases of that kind.' })
  @IsOptional()
  @IsIn(SUSPICION_KINDS)
  kind?: SuspicionKind;

  @ApiPropertyOptional({ enum: CASE_STATUSES, description: 'Only cases that stand so.' })
  @IsOptional()
  @IsIn(CASE_STATUSES)
  status?: CaseStatus;

  @ApiPropertyOptional({ format: 'uuid', description: 'A player, alone or as one of two.' })
  @IsOptional()
  @IsUUID()
  userId?: string;

  @ApiPropertyOptional({ example: 4, description: 'Only cases at least that rare.' })
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(100)
  minScore?: number;
}

export class CaseItemDto implements Record<keyof CaseItem, unknown> {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: SUSPICION_KINDS, example: 'chip_dumping' })
  kind!: SuspicionKind;

  @ApiProperty({ format: 'uuid' })
  userId!: string;

  @ApiProperty({ example: 'ann' })
  nickname!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null: one player.' })
  partnerId!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'ben' })
  partnerNickname!: string | null;

  @ApiProperty({
    example: 4.2,
    description:
      'How rare it is that chance alone shows this for anybody, as a power of ten: 2 is one false alarm in a hundred runs. It proves nothing.',
  })
  score!: number;

  @ApiProperty({ enum: CASE_STATUSES })
  status!: CaseStatus;

  @ApiProperty({ format: 'date-time' })
  firstSeenAt!: string;

  @ApiProperty({ format: 'date-time' })
  lastSeenAt!: string;
}

export class CasePageDto {
  @ApiProperty({ type: [CaseItemDto] })
  items!: CaseItemDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}

export class HandOfEvidenceDto implements HandOfEvidence {
  @ApiProperty({ format: 'uuid', description: 'To be read at `/staff/hands/{handId}/phh`.' })
  handId!: string;

  @ApiProperty({ example: 40, description: 'By the measure of the kind: big blinds, or a count.' })
  weight!: number;
}

export class CaseDetailsDto extends CaseItemDto implements Record<keyof CaseDetails, unknown> {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { hands: 1000, giver: 'a', taker: 'b', surrenders: 12, expectedSurrenders: 0.3 },
    description: 'What was counted. Its names: docs/rules/integrity.md.',
  })
  evidence!: CaseDetails['evidence'];

  @ApiProperty({ type: [HandOfEvidenceDto], description: 'The hands that say most.' })
  hands!: HandOfEvidenceDto[];

  @ApiProperty({ format: 'date-time', description: 'The hands from here on were looked at.' })
  windowFrom!: string;

  @ApiProperty({ format: 'date-time' })
  windowTo!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  resolvedBy!: string | null;

  @ApiProperty({ type: String, nullable: true })
  resolution!: string | null;
}

const JUDGEMENTS = ['confirmed', 'dismissed'] as const;

export class CaseResolutionDto extends ReasonDto {
  @ApiProperty({ enum: JUDGEMENTS, description: 'Nothing happens to the players by itself.' })
  @IsIn(JUDGEMENTS)
  status!: (typeof JUDGEMENTS)[number];
}
