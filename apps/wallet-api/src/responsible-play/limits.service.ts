import { Inject, Injectable } from '@nestjs/common';
import { withTransaction } from '@cardroom/database';
import {
  coolOffEndMs,
  exclusionEndMs,
  PlayLimits,
  type LimitKind,
  type LimitPeriod,
} from '@cardroom/limits';
import type { Krw } from '@cardroom/money';
import { BusinessError, CLOCK, type Clock } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import {
  exclusionDtoOf,
  limitDtoOf,
  type ExcludeDto,
  type ExclusionDto,
  type LimitsDto,
} from './limits.dto';

/** Limits and exclusions as players ask for them. Rule: docs/rules/responsible-play.md. */
@Injectable()
export class LimitsService {
  constructor(
    private readonly source: DataSource,
    private readonly limits: PlayLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(userId: string): Promise<LimitsDto> {
    const states = await this.limits.states(this.source.manager, userId);
    return { items: states.map(limitDtoOf) };
  }

  async change(
    userId: string,
    wanted: {
      readonly kind: LimitKind;
      readonly period: LimitPeriod;
      readonly amountKrw: Krw | null;
    },
  ): Promise<LimitsDto> {
    await withTransaction(this.source, (manager) => this.limits.change(manager, userId, wanted));
    return this.list(userId);
  }

  async exclusion(userId: string): Promise<ExclusionDto> {
    return exclusionDtoOf(await this.limits.exclusion(this.source.manager, userId));
  }

  /** Errors: BusinessError ACCOUNT_EXCLUDED where a longer one lasts already. */
  async exclude(userId: string, wanted: ExcludeDto): Promise<ExclusionDto> {
    const untilMs = this.endOf(wanted);
    await withTransaction(this.source, (manager) =>
      this.limits.exclude(manager, userId, { kind: wanted.kind, untilMs }),
    );
    return this.exclusion(userId);
  }

  private endOf({ kind, days, months }: ExcludeDto): number | null {
    const nowMs = this.clock();
    if (kind === 'self_exclusion' && months !== undefined) return exclusionEndMs(months, nowMs);
    if (kind === 'cool_off' && days !== undefined) return coolOffEndMs(days, nowMs);
    throw new BusinessError('VALIDATION_FAILED');
  }
}
