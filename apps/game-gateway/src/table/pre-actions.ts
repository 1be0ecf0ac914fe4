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

  of(seat: number): PreAction | null {
    return this.bySeat.get(seat) ?? null;
  }

  set(before: PreAction): void {
    this.bySeat.set(before.seat, before);
  }

  clear(seat: number): void {
    this.bySeat.delete(seat);
  }

  /** Forgets what has lapsed. */
  keepValid(hand: HandState | null): void {
    for (const [seat, before] of this.bySeat) {
      if (!isPreActionValid(hand, before)) this.bySeat.delete(seat);
    }
  }

  /** What the seat to act has decided before, or null. */
  due(hand: HandState | null): HandCommand | null {
    const seat = hand?.toActSeat ?? null;
    const before = seat === null ? null : this.of(seat);
    return hand === null || before === null ? null : playPreAction(hand, before);
  }
}
