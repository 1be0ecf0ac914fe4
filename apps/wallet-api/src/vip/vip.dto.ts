import { ApiProperty } from '@nestjs/swagger';
import { VIP_LEVELS } from '@cardroom/vip';

import type { RakebackWeek } from './vip.repository';
import type { VipStanding } from './vip.rules';

const SHARE = 'Share of a week’s rake that is paid back, basis points: 2500 are 25 %.';

class NextLevelDto implements Record<keyof NonNullable<VipStanding['next']>, unknown> {
  @ApiProperty({ enum: VIP_LEVELS })
  level!: string;

  @ApiProperty({ description: SHARE })
  rakebackBp!: number;

  @ApiProperty({ description: 'Whole won of rake that are missing.' })
  missingKrw!: number;

  @ApiProperty({ description: 'Of the way from your level, basis points.', maximum: 10_000 })
  progressBp!: number;
}

export class VipStandingDto implements Record<keyof VipStanding, unknown> {
  @ApiProperty({ enum: VIP_LEVELS })
  level!: string;

  @ApiProperty({ description: SHARE })
  rakebackBp!: number;

  @ApiProperty({ description: 'Whole won of rake over the last 30 days: your level follows.' })
  runningRakeKrw!: number;

  @ApiProperty({ description: 'Whole won of rake since Monday.' })
  weekRakeKrw!: number;

  @ApiProperty({ description: 'What the week would pay back if it ended now, whole won.' })
  expectedRakebackKrw!: number;

  @ApiProperty({ format: 'date-time' })
  nextPaymentAt!: string;

  @ApiProperty({ type: NextLevelDto, nullable: true, description: 'Null at the highest level.' })
  next!: NextLevelDto | null;
}

export class RakebackWeekDto implements Record<keyof RakebackWeek, unknown> {
  @ApiProperty({ example: '2026-W47', description: 'Monday to Sunday in Seoul, by ISO 8601.' })
  week!: string;

  @ApiProperty({ description: 'Whole won of rake in the week.' })
  rakeKrw!: number;

  @ApiProperty({ enum: VIP_LEVELS, description: 'At the end of the week.' })
  level!: string;

  @ApiProperty({ description: SHARE })
  rakebackBp!: number;

  @ApiProperty({ description: 'Whole won paid back.' })
  rakebackKrw!: number;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Null while it is on its way.',
  })
  paidAt!: Date | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Its row of the history.',
  })
  transferId!: string | null;
}

export class RakebackWeekPageDto {
  @ApiProperty({ type: [RakebackWeekDto] })
  items!: RakebackWeekDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end of the list.' })
  nextCursor!: string | null;
}
