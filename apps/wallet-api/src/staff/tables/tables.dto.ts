import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { IsCleanString, IsWholeWon } from '@cardroom/platform';

const STRUCTURES = ['no-limit', 'pot-limit', 'fixed-limit'] as const;
const STRADDLES = ['none', 'under_the_gun', 'button'] as const;

const HOUR_MS = 3_600_000;
const MAX_BLIND_KRW = 10_000_000;

const Whole =
  (min: number, max: number, example: number, description: string): PropertyDecorator =>
  (target, property) => {
    ApiPropertyOptional({ minimum: min, maximum: max, example, description })(target, property);
    for (const rule of [IsOptional(), IsInt(), Min(min), Max(max)]) rule(target, property);
  };

/** What a table plays by; what is left out is what the database gives a table. */
class TableSettingsDto {
  @Whole(1, 1_000, 40, 'Smallest buy-in, in big blinds.')
  minBuyInBb?: number;

  @Whole(1, 1_000, 100, 'Largest buy-in, in big blinds.')
  maxBuyInBb?: number;

  @Whole(2, 10, 2, 'A hand begins with so many players.')
  minPlayersToStart?: number;

  @Whole(5_000, 120_000, 15_000, 'Milliseconds for one action.')
  actionTimeoutMs?: number;

  @Whole(0, 300_000, 30_000, 'Milliseconds of a player’s time bank.')
  timeBankMs?: number;

  @Whole(0, 20_000, 3_000, 'Milliseconds that a showdown is shown.')
  showdownPauseMs?: number;

  @Whole(0, 24 * HOUR_MS, HOUR_MS, 'Who left comes back with less only after so many milliseconds.')
  ratholeWindowMs?: number;

  @Whole(60_000, HOUR_MS, 900_000, 'Who is away loses the seat after so many milliseconds.')
  awayRemovalMs?: number;

  @Whole(5_000, 300_000, 30_000, 'A seat is kept for who waits for so many milliseconds.')
  seatOfferMs?: number;

  @ApiPropertyOptional({ enum: STRADDLES, description: 'Who may straddle.' })
  @IsOptional()
  @IsIn(STRADDLES)
  straddle?: (typeof STRADDLES)[number];

  @ApiPropertyOptional({ example: false, description: 'Whether an all-in may be run twice.' })
  @IsOptional()
  @IsBoolean()
  runItTwice?: boolean;

  @ApiPropertyOptional({ example: false, description: 'Whether undealt cards may be asked for.' })
  @IsOptional()
  @IsBoolean()
  rabbitHunt?: boolean;
}

export class NewTableDto extends TableSettingsDto {
  @ApiProperty({ example: 'Seoul 7', minLength: 1, maxLength: 60 })
  @IsCleanString()
  @Length(1, 60)
  name!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  stakesId!: string;

  @ApiPropertyOptional({ example: 'main', description: 'The nodes that host it: `TABLE_POOL`.' })
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,40}$/)
  pool?: string;

  @Whole(2, 10, 6, 'Seats.')
  maxSeats?: number;

  @ApiPropertyOptional({ enum: STRUCTURES, description: 'How bets are limited.' })
  @IsOptional()
  @IsIn(STRUCTURES)
  structure?: (typeof STRUCTURES)[number];
}

/** Any of it; at least one member. */
export class TableChangeDto extends PartialType(NewTableDto) {}

export class StakesDto {
  @ApiProperty({ format: 'uuid' })
  stakesId!: string;

  @ApiProperty({ example: '1k/2k' })
  name!: string;

  @ApiProperty({ example: 1000 })
  smallBlindKrw!: number;

  @ApiProperty({ example: 2000 })
  bigBlindKrw!: number;

  @ApiProperty({ example: 0, description: 'Of each player.' })
  anteKrw!: number;

  @ApiProperty({ example: 0, description: 'Of the big blind for all.' })
  bigBlindAnteKrw!: number;

  @ApiProperty({ example: 3, description: 'Tables that play them, closed ones included.' })
  tables!: number;
}

export class NewStakesDto {
  @ApiProperty({ example: '1k/2k', minLength: 1, maxLength: 60 })
  @IsCleanString()
  @Length(1, 60)
  name!: string;

  @ApiProperty({ example: 1000, minimum: 1, maximum: MAX_BLIND_KRW })
  @IsWholeWon({ maxKrw: MAX_BLIND_KRW })
  smallBlindKrw!: number;

  @ApiProperty({ example: 2000, minimum: 1, maximum: MAX_BLIND_KRW })
  @IsWholeWon({ maxKrw: MAX_BLIND_KRW })
  bigBlindKrw!: number;

  @Whole(0, MAX_BLIND_KRW, 0, 'Of each player.')
  anteKrw?: number;

  @Whole(0, MAX_BLIND_KRW, 0, 'Of the big blind for all.')
  bigBlindAnteKrw?: number;
}

export class StakesListDto {
  @ApiProperty({ type: [StakesDto] })
  items!: StakesDto[];
}

export class TableDto {
  @ApiProperty({ format: 'uuid' })
  tableId!: string;

  @ApiProperty({ example: 'Seoul 7' })
  name!: string;

  @ApiProperty({ format: 'uuid' })
  stakesId!: string;

  @ApiProperty({ example: '1k/2k' })
  stakes!: string;

  @ApiProperty({ example: 'main' })
  pool!: string;

  @ApiProperty({ enum: ['open', 'closed'] })
  status!: 'open' | 'closed';

  @ApiProperty({ example: 4, description: 'Seats that are taken.' })
  seated!: number;

  @ApiProperty({ example: 1204, description: 'The last hand that was played.' })
  handNo!: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { maxSeats: 6, actionTimeoutMs: 15000 },
    description: 'What it plays by, under the names that change it.',
  })
  settings!: object;
}

export class TableListDto {
  @ApiProperty({ type: [TableDto] })
  items!: TableDto[];
}
