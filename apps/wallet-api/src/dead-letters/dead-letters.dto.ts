import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { OUTBOX_TOPICS, QUEUE_NAMES, type OutboxTopic, type QueueName } from '@cardroom/protocol';

import { PageQueryDto } from '../page-query.dto';
import { ReasonDto } from '../staff/reason.dto';
import type { DeadLetter } from './dead-letters.repository';

export class DeadLetterQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: QUEUE_NAMES, description: 'Of one queue; of all unless told.' })
  @IsOptional()
  @IsIn(QUEUE_NAMES)
  queue?: QueueName;
}

export class DeadLetterDto implements Record<keyof DeadLetter, unknown> {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: OUTBOX_TOPICS, example: 'hand.settled' })
  topic!: OutboxTopic;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Ids of what the work is about.',
    example: { handId: '0190a7c2-0000-7000-8000-000000000001' },
  })
  about!: Record<string, string>;

  @ApiProperty({ example: 5, description: 'Tries that were made.' })
  attempts!: number;

  @ApiProperty({ type: String, nullable: true, example: 'smtp did not answer' })
  lastError!: string | null;

  @ApiProperty({ description: 'Of the request that left the work; it is in the logs.' })
  requestId!: string;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ format: 'date-time', description: 'When it was given up.' })
  deadAt!: string;
}

export class DeadLetterPageDto {
  @ApiProperty({ type: [DeadLetterDto] })
  items!: DeadLetterDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class ReplayAllDto extends ReasonDto {
  @ApiProperty({ enum: QUEUE_NAMES })
  @IsIn(QUEUE_NAMES)
  queue!: QueueName;
}

export class ReplayedDto {
  @ApiProperty({ example: 12, description: 'How many are tried again.' })
  replayed!: number;
}
