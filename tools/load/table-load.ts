import type { FrameAnswer, FramePlayer } from '@cardroom/client';

import type { Tally } from './tally';

/** Versions whose arrival is remembered; older ones have come everywhere. */
const KEPT_VERSIONS = 64;

/**
 * The load of one table: an action is due at every beat, whether or not the server keeps up, and is
 * timed from the moment that it was due. A beat between two hands waits for the next hand; only one
 * does, and it counts from the moment when somebody may act.
 */
export class TableLoad {
  /** When the action was due that nobody could take yet. */
  private dueMs: number | null = null;
  private isActing = false;
  private readonly actedMs = new Map<
    number,
    { readonly dueMs: number; readonly by: FramePlayer }
  >();
  private readonly cameMs = new Map<
    number,
    { readonly atMs: number; readonly to: FramePlayer }[]
  >();

  constructor(
    private readonly players: readonly FramePlayer[],
    private readonly tally: Tally,
    private readonly nowMs: () => number,
  ) {}

  /** An action is due. */
  beat(dueMs: number): void {
    this.dueMs ??= dueMs;
    this.tally.due += 1;
    this.tryToAct();
  }

  /** A player has heard of a version. */
  heard(player: FramePlayer, version: number): void {
    const atMs = this.nowMs();
    const acted = this.actedMs.get(version);
    if (acted === undefined) {
      this.cameMs.set(version, [...(this.cameMs.get(version) ?? []), { atMs, to: player }]);
      this.forgetOld(this.cameMs);
    } else if (acted.by !== player) {
      this.tally.seenMs.push(atMs - acted.dueMs);
    }
    this.tryToAct();
  }

  private tryToAct(): void {
    if (this.isActing || this.dueMs === null) return;
    const player = this.players.find(({ isMyTurn }) => isMyTurn);
    if (player === undefined) {
      if (this.players.every(({ street }) => street === null)) this.dueMs = Infinity;
      return;
    }
    const nowMs = this.nowMs();
    const dueMs = Math.min(this.dueMs, nowMs);
    this.dueMs = null;
    this.isActing = true;
    this.tally.sent += 1;
    this.tally.lateMs.push(nowMs - dueMs);
    player.act((answer) => this.answered(player, dueMs, answer));
  }

  private answered(player: FramePlayer, dueMs: number, answer: FrameAnswer): void {
    this.isActing = false;
    const atMs = this.nowMs();
    if (answer.ok && answer.stateVersion !== undefined) {
      this.tally.ackMs.push(atMs - dueMs);
      this.noteSeen(player, dueMs, answer.stateVersion);
    } else {
      this.tally.refuse(answer.code ?? 'UNKNOWN');
    }
    this.tryToAct();
  }

  private noteSeen(by: FramePlayer, dueMs: number, version: number): void {
    for (const { atMs, to } of this.cameMs.get(version) ?? []) {
      if (to !== by) this.tally.seenMs.push(atMs - dueMs);
    }
    this.cameMs.delete(version);
    this.actedMs.set(version, { dueMs, by });
    this.forgetOld(this.actedMs);
  }

  private forgetOld(map: Map<number, unknown>): void {
    const [oldest] = map.keys();
    if (map.size > KEPT_VERSIONS && oldest !== undefined) map.delete(oldest);
  }
}
