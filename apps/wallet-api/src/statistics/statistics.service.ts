import { Inject, Injectable } from '@nestjs/common';
import { BusinessError, CLOCK, type Clock } from '@cardroom/platform';

import type { DaysQueryDto, PlayerStatisticsDto } from './statistics.dto';
import {
  StatisticsRepository,
  type DayRange,
  type HouseDay,
  type TablePlay,
} from './statistics.repository';
import { styleOf } from './statistics.rules';

const DAY_MS = 24 * 3_600_000;
const SEOUL_AHEAD_MS = 9 * 3_600_000;
const USUAL_DAYS = 30;
const MAX_DAYS = 400;
const MAX_TABLES = 100;

const dayText = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/** What was played, for players and staff. */
@Injectable()
export class Statistics {
  constructor(
    private readonly statistics: StatisticsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Errors: VALIDATION_FAILED for days that end before they begin, or more than 400. */
  async player(userId: string, query: DaysQueryDto): Promise<PlayerStatisticsDto> {
    const range = this.rangeOf(query);
    const counters = await this.statistics.player(userId, range);
    return { ...range, ...counters, ...styleOf(counters) };
  }

  /** Errors: as of `player`. */
  days(query: DaysQueryDto): Promise<HouseDay[]> {
    return this.statistics.days(this.rangeOf(query));
  }

  /** The hundred tables with the highest rake. Errors: as of `player`. */
  tables(query: DaysQueryDto): Promise<TablePlay[]> {
    return this.statistics.tables(this.rangeOf(query), MAX_TABLES);
  }

  private rangeOf({ from, to }: DaysQueryDto): DayRange {
    const last = to ?? dayText(this.clock() + SEOUL_AHEAD_MS);
    const first = from ?? dayText(Date.parse(last) - (USUAL_DAYS - 1) * DAY_MS);
    const days = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
    if (days < 1 || days > MAX_DAYS) throw new BusinessError('VALIDATION_FAILED');
    return { from: first, to: last };
  }
}
