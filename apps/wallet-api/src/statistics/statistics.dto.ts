import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, Matches } from 'class-validator';

import type { HouseDay, TablePlay } from './statistics.repository';
import type { PlayCounters, PlayStyle } from './statistics.rules';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class DaysQueryDto {
  @ApiPropertyOptional({ example: '2026-11-01', description: '30 days before `to` unless told.' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from?: string;

  @ApiPropertyOptional({ example: '2026-11-30', description: 'Today in Seoul unless told.' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  to?: string;
}

const share = (of: string): PropertyDecorator =>
  ApiProperty({ type: Number, nullable: true, example: 2_350, description: `Basis points ${of}.` });

export class PlayerStatisticsDto implements Record<keyof (PlayCounters & PlayStyle), unknown> {
  @ApiProperty({ example: '2026-11-01' })
  from!: string;

  @ApiProperty({ example: '2026-11-30' })
  to!: string;

  @ApiProperty({ example: 1_200 })
  hands!: number;

  @ApiProperty()
  wonHands!: number;

  @ApiProperty({ description: 'With chips put in before the flop of the player’s own will.' })
  vpipHands!: number;

  @ApiProperty({ description: 'With a raise before the flop.' })
  pfrHands!: number;

  @ApiProperty({ description: 'Hands in which one other had raised before the player acted.' })
  threeBetChances!: number;

  @ApiProperty()
  threeBetHands!: number;

  @ApiProperty({ description: 'Bets and raises after the flop.' })
  aggressiveActions!: number;

  @ApiProperty({ description: 'Calls after the flop.' })
  calls!: number;

  @ApiProperty()
  showdownHands!: number;

  @ApiProperty({ description: 'Won minus lost, in won.' })
  netKrw!: number;

  @ApiProperty()
  putInKrw!: number;

  @ApiProperty({ description: 'The player’s part of the rake.' })
  rakeKrw!: number;

  @share('of hands with own chips put in before the flop')
  vpipBp!: number | null;

  @share('of hands with a raise before the flop')
  pfrBp!: number | null;

  @share('of chances for a three-bet')
  threeBetBp!: number | null;

  @share('of hands won')
  wonBp!: number | null;

  @share('of hands that went to a showdown')
  showdownBp!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    example: 2.15,
    description: 'Bets and raises for each call after the flop.',
  })
  aggressionFactor!: number | null;
}

export class HouseDayDto implements Record<keyof HouseDay, unknown> {
  @ApiProperty({ example: '2026-11-21' })
  day!: string;

  @ApiProperty()
  hands!: number;

  @ApiProperty({ description: 'Players who were dealt into a hand.' })
  activePlayers!: number;

  @ApiProperty()
  potKrw!: number;

  @ApiProperty()
  rakeKrw!: number;

  @ApiProperty({ description: 'False while the day is not over and checked.' })
  isClosed!: boolean;
}

export class HouseDaysDto {
  @ApiProperty({ type: [HouseDayDto] })
  items!: HouseDayDto[];
}

export class TablePlayDto implements Record<keyof TablePlay, unknown> {
  @ApiProperty({ format: 'uuid' })
  tableId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  hands!: number;

  @ApiProperty({ description: 'Players of each hand, added up.' })
  playerHands!: number;

  @ApiProperty()
  potKrw!: number;

  @ApiProperty()
  rakeKrw!: number;
}

export class TablePlaysDto {
  @ApiProperty({ type: [TablePlayDto] })
  items!: TablePlayDto[];
}
