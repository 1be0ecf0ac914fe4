import { ApiProperty } from '@nestjs/swagger';

import type { HandListRow } from './hand.repository';

const OUTCOMES = ['settled', 'voided'];

/** What tells one hand from the others. */
class HandHeadDto {
  @ApiProperty({ format: 'uuid' })
  handId!: string;

  @ApiProperty({ format: 'uuid' })
  tableId!: string;

  @ApiProperty({ description: 'Counts the hands of the table.' })
  handNo!: number;

  @ApiProperty({ enum: OUTCOMES })
  outcome!: string;
}

export class HandListItemDto extends HandHeadDto implements Record<keyof HandListRow, unknown> {
  @ApiProperty({ description: 'Whole won that you won; below 0 where you lost them.' })
  netKrw!: number;

  @ApiProperty({ description: 'Whole won that all put in, without what was returned.' })
  potKrw!: number;

  @ApiProperty({ format: 'date-time' })
  endedAt!: Date;
}

export class HandPageDto {
  @ApiProperty({ type: [HandListItemDto] })
  items!: HandListItemDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}

export class HandDto extends HandHeadDto {
  @ApiProperty({ description: 'The cards of the board, as `AhKd2c`.' })
  board!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The whole board of the second run; null where the hand was run once.',
  })
  secondBoard!: string | null;

  @ApiProperty({ description: 'Whole won.' })
  potKrw!: number;

  @ApiProperty({ description: 'Whole won.' })
  rakeKrw!: number;

  @ApiProperty({ description: 'Your seat, counted from 0.' })
  seat!: number;

  @ApiProperty({ format: 'date-time' })
  startedAt!: string;

  @ApiProperty({ format: 'date-time' })
  endedAt!: string;

  @ApiProperty({
    type: [String],
    example: ['Ah', 'Kd'],
    description: 'Yours; empty where the hand ended before its cards were kept.',
  })
  ownCards!: string[];

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description:
      'The hand as everybody at the table saw it, with what was shown after it; of others only cards that were shown.',
  })
  events!: object[];

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description:
      'What `npm run verify-hand` checks: docs/reference/hand-record.md. Null for a hand without a root.',
  })
  fairness!: object | null;
}
