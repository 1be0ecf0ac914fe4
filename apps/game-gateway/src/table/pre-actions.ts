import {
  isPreActionValid,
  playPreAction,
  type HandCommand,
  type HandState,
  type PreAction,
} from '@cardroom/engine';

/**
 * Decisions that players have made before their turn. They are in no version of the table: the
 * version itself would tell the others that somebody has decided. So they lapse where the table is
 * read from its log again. Rule: docs/rules/table.md §7.
 */
export class PreActions {
  private readonly bySeat = new Map<number, PreAction>();
  private changed = 0;

  /** How often any of them has changed. */
  get changes(): number {
    return this.changed;
  }

  of(seat: number): PreAction | null {
    return this.bySeat.get(seat) ?? null;
  }

  set(before: PreAction): void {
    this.bySeat.set(before.seat, before);
    this.changed += 1;
  }

  clear(seat: number): void {
    if (this.bySeat.delete(seat)) this.changed += 1;
  }

  /** Forgets what has lapsed. */
  keepValid(hand: HandState | null): void {
    for (const [seat, before] of this.bySeat) {
      if (!isPreActionValid(hand, before)) this.clear(seat);
    }
  }

  /** What the seat to act has decided before, or null. */
  due(hand: HandState | null): HandCommand | null {
    const seat = hand?.toActSeat ?? null;
    const before = seat === null ? null : this.of(seat);
    return hand === null || before === null ? null : playPreAction(hand, before);
  }
}
