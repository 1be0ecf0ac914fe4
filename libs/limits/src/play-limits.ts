import { Injectable } from '@nestjs/common';
import type { Krw } from '@cardroom/money';
import { BusinessError } from '@cardroom/platform';
import type { ErrorCode } from '@cardroom/protocol';
import type { EntityManager } from 'typeorm';

import { LimitRepository, type Exclusion } from './limit.repository';
import {
  changedLimit,
  limitNow,
  periodStartMs,
  roomKrw,
  type Limit,
  type LimitKind,
  type LimitPeriod,
} from './limit.rules';

export type PlayRefusal = Extract<ErrorCode, 'ACCOUNT_EXCLUDED' | 'LIMIT_EXCEEDED'>;

/** A limit with what was used of it in the period that runs. */
export interface LimitState extends Limit {
  /** What holds now; null where there is no limit. */
  readonly nowKrw: Krw | null;
  readonly usedKrw: number;
  readonly periodFromMs: number;
}

/** Limits and exclusions that players set themselves. Rule: docs/rules/responsible-play.md. */
@Injectable()
export class PlayLimits {
  constructor(private readonly rows: LimitRepository) {}

  /**
   * Why a player may not bring chips to a table, or null. Everything at tables can be lost, so it
   * counts against the limit of losses together with what would be brought. §3, §4
   */
  async playRefusal(
    manager: EntityManager,
    userId: string,
    broughtKrw: Krw,
  ): Promise<PlayRefusal | null> {
    if ((await this.rows.exclusion(manager, userId)) !== null) return 'ACCOUNT_EXCLUDED';
    const held = await this.heldLimits(manager, userId, 'loss');
    if (held.length === 0) return null;
    // Two buy-ins at once would each see room for itself.
    await this.rows.lock(manager, userId);
    const atRiskKrw = (await this.rows.inPlayKrw(manager, userId)) + broughtKrw;
    const isOver = held.some(({ nowKrw, usedKrw }) => atRiskKrw > nowKrw - usedKrw);
    return isOver ? 'LIMIT_EXCEEDED' : null;
  }

  /** Whether a player may not play now, and until when. */
  exclusion(manager: EntityManager, userId: string): Promise<Exclusion | null> {
    return this.rows.exclusion(manager, userId);
  }

  /** Those of these players who may not play now. */
  excludedOf(manager: EntityManager, userIds: readonly string[]): Promise<string[]> {
    return this.rows.excludedOf(manager, userIds);
  }

  /** Those who may not play since a short while: it costs the same however many players there are. */
  newlyExcluded(manager: EntityManager, withinSeconds: number): Promise<string[]> {
    return this.rows.newlyExcluded(manager, withinSeconds);
  }

  /**
   * How much a player may still deposit by his own limits; null where none is set. The lock keeps
   * two credits from using the same room, until the caller's transaction ends. §3
   */
  async depositRoomKrw(manager: EntityManager, userId: string): Promise<Krw | null> {
    await this.rows.lock(manager, userId);
    const rooms = (await this.heldLimits(manager, userId, 'deposit')).map(({ nowKrw, usedKrw }) =>
      roomKrw(nowKrw, usedKrw),
    );
    return rooms.length === 0 ? null : rooms.reduce((least, room) => (room < least ? room : least));
  }

  /** Every limit with what was used of it. */
  async states(manager: EntityManager, userId: string): Promise<LimitState[]> {
    const nowMs = await this.rows.nowMs(manager);
    const states: LimitState[] = [];
    for (const limit of await this.rows.limits(manager, userId)) {
      states.push(await this.stateOf(manager, { userId, limit, nowMs }));
    }
    return states;
  }

  /** Sets a limit, or takes it away with null. §2 */
  async change(
    manager: EntityManager,
    userId: string,
    wanted: {
      readonly kind: LimitKind;
      readonly period: LimitPeriod;
      readonly amountKrw: Krw | null;
    },
  ): Promise<void> {
    await this.rows.lock(manager, userId);
    const nowMs = await this.rows.nowMs(manager);
    const limits = await this.rows.limits(manager, userId);
    const limit = limits.find(
      ({ kind, period }) => kind === wanted.kind && period === wanted.period,
    );
    if (limit === undefined) throw new Error('every limit is in the list');
    await this.rows.put(manager, userId, changedLimit(limit, wanted.amountKrw, nowMs));
  }

  /**
   * Excludes a player from now on. What was chosen is never made shorter. §4
   *
   * Errors: BusinessError ACCOUNT_EXCLUDED where a longer one lasts already.
   */
  async exclude(
    manager: EntityManager,
    userId: string,
    exclusion: { readonly kind: Exclusion['kind']; readonly untilMs: number | null },
  ): Promise<void> {
    await this.rows.lock(manager, userId);
    const now = await this.rows.exclusion(manager, userId);
    const { kind, untilMs } = exclusion;
    const isShorter =
      now !== null && (now.until === null || (untilMs !== null && untilMs <= now.until.getTime()));
    if (isShorter) throw new BusinessError('ACCOUNT_EXCLUDED');
    const until = untilMs === null ? null : new Date(untilMs);
    await this.rows.addExclusion(manager, userId, { kind, until });
  }

  private async heldLimits(
    manager: EntityManager,
    userId: string,
    wanted: LimitKind,
  ): Promise<(LimitState & { readonly nowKrw: Krw })[]> {
    const limits = await this.rows.limits(manager, userId);
    const ofKind = limits.filter(({ kind }) => kind === wanted);
    if (ofKind.every(({ amountKrw, next }) => amountKrw === null && next === null)) return [];
    const nowMs = await this.rows.nowMs(manager);
    const held: (LimitState & { readonly nowKrw: Krw })[] = [];
    for (const limit of ofKind) {
      const state = await this.stateOf(manager, { userId, limit, nowMs });
      if (state.nowKrw !== null) held.push({ ...state, nowKrw: state.nowKrw });
    }
    return held;
  }

  private async stateOf(
    manager: EntityManager,
    asked: { readonly userId: string; readonly limit: Limit; readonly nowMs: number },
  ): Promise<LimitState> {
    const { userId, limit, nowMs } = asked;
    const periodFromMs = periodStartMs(limit.period, nowMs);
    const since = new Date(periodFromMs);
    const usedKrw = await this.rows.usedKrw(manager, userId, { kind: limit.kind, since });
    return { ...limit, nowKrw: limitNow(limit, nowMs), usedKrw, periodFromMs };
  }
}
