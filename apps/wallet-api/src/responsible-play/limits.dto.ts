import { ApiProperty } from '@nestjs/swagger';
import { IsIn, ValidateIf } from 'class-validator';
import {
  COOL_OFF_DAYS,
  EXCLUSION_MONTHS,
  LIMIT_KINDS,
  LIMIT_PERIODS,
  type CoolOffDays,
  type Exclusion,
  type ExclusionMonths,
  type LimitKind,
  type LimitPeriod,
  type LimitState,
} from '@cardroom/limits';
import { IsWholeWon } from '@cardroom/platform';

export class LimitPathDto {
  @ApiProperty({ enum: LIMIT_KINDS })
  @IsIn(LIMIT_KINDS)
  kind!: LimitKind;

  @ApiProperty({ enum: LIMIT_PERIODS, description: 'In Seoul; a week begins on Monday.' })
  @IsIn(LIMIT_PERIODS)
  period!: LimitPeriod;
}

export class SetLimitDto {
  @ApiProperty({ example: 100_000, minimum: 1, description: 'Whole won.' })
  @IsWholeWon()
  amountKrw!: number;
}

class NextLimitDto {
  @ApiProperty({ type: Number, nullable: true, description: 'Whole won; null: no limit.' })
  amountKrw!: number | null;

  @ApiProperty({ format: 'date-time' })
  from!: string;
}

export class LimitDto extends LimitPathDto {
  @ApiProperty({ type: Number, nullable: true, description: 'What holds now; null: no limit.' })
  amountKrw!: number | null;

  @ApiProperty({
    description:
      'What was used in the period that runs: deposits, or losses less wins; below 0 after wins.',
  })
  usedKrw!: number;

  @ApiProperty({ format: 'date-time', description: 'When the period that runs began.' })
  periodFrom!: string;

  @ApiProperty({
    type: NextLimitDto,
    nullable: true,
    description: 'A looser limit that was asked for and holds later.',
  })
  next!: NextLimitDto | null;
}

export class LimitsDto {
  @ApiProperty({ type: [LimitDto] })
  items!: LimitDto[];
}

export const EXCLUSION_KINDS = ['cool_off', 'self_exclusion'] as const;

export class ExcludeDto {
  @ApiProperty({ enum: EXCLUSION_KINDS, example: 'cool_off' })
  @IsIn(EXCLUSION_KINDS)
  kind!: (typeof EXCLUSION_KINDS)[number];

  @ApiProperty({ enum: COOL_OFF_DAYS, required: false, description: 'Of a cool-off.' })
  @ValidateIf(({ kind }: ExcludeDto) => kind === 'cool_off')
  @IsIn(COOL_OFF_DAYS)
  days?: CoolOffDays;

  @ApiProperty({
    enum: [...EXCLUSION_MONTHS, null],
    required: false,
    nullable: true,
    description: 'Of a self-exclusion; null: for ever.',
  })
  @ValidateIf(({ kind }: ExcludeDto) => kind === 'self_exclusion')
  @IsIn([...EXCLUSION_MONTHS, null])
  months?: ExclusionMonths | null;
}

export class ExclusionDto {
  @ApiProperty({ description: 'True while you cannot play. Withdrawals stay possible.' })
  isExcluded!: boolean;

  @ApiProperty({ enum: EXCLUSION_KINDS, nullable: true })
  kind!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Null: for ever.',
  })
  until!: string | null;
}

export const limitDtoOf = (state: LimitState): LimitDto => ({
  ...{ kind: state.kind, period: state.period, amountKrw: state.nowKrw, usedKrw: state.usedKrw },
  periodFrom: new Date(state.periodFromMs).toISOString(),
  next:
    state.next === null || state.nowKrw === state.next.amountKrw
      ? null
      : { amountKrw: state.next.amountKrw, from: new Date(state.next.fromMs).toISOString() },
});

export const exclusionDtoOf = (exclusion: Exclusion | null): ExclusionDto => ({
  isExcluded: exclusion !== null,
  kind: exclusion?.kind ?? null,
  until: exclusion?.until?.toISOString() ?? null,
});
