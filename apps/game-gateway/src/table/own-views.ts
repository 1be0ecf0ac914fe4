import {
  departureOf,
  seatOfUser,
  waitingOf,
  waitingPlace,
  type TableSeat,
  type TableState,
} from '@cardroom/engine';
import type { OwnMessage, OwnSeatView } from '@cardroom/protocol';

import type { PreActions } from './pre-actions';
import type { TableBroadcaster } from './table.io';
import type { Clock } from './turn-clock';

/** What a player has been told, and what it was made from: as long as that is the same, so is the view. */
interface Told {
  readonly text: string;
  readonly madeFrom: readonly unknown[];
}

/** What each player has been told that nobody else sees of the table. */
export class OwnViews {
  /** By user; only of those who have a seat or wait for one. */
  private readonly told = new Map<string, Told>();
  /** The waiting list of the last time: it seldom changes, and may be long. */
  private waiting: TableState['waiting'] = [];

  constructor(
    private readonly deps: {
      readonly io: Pick<TableBroadcaster, 'own'>;
      readonly clock: Pick<Clock, 'wallMs'>;
      readonly preActions: PreActions;
    },
  ) {}

  of(state: TableState, userId: string): OwnMessage {
    const { config, tableId } = state;
    const at = seatOfUser(state, userId);
    const waiting = waitingOf(state, userId);
    const lastStackKrw = departureOf(state, userId, this.deps.clock.wallMs())?.stackKrw ?? 0;
    return {
      tableId,
      buyIn: {
        minKrw: Math.max(config.minBuyInKrw, lastStackKrw),
        maxKrw: Math.max(config.maxBuyInKrw, lastStackKrw),
      },
      seat: at === null ? null : this.ofSeat(at),
      waiting:
        waiting === null
          ? null
          : {
              place: waitingPlace(state, userId) ?? 1,
              offer: waiting.offer && { ...waiting.offer },
            },
    };
  }

  /** Tells every player whose own view is another than the last one told. */
  tell(state: TableState): void {
    const { departed, config, waiting } = state;
    const { preActions } = this.deps;
    const present = new Set(waiting.map(({ userId }) => userId));
    for (const at of state.seats) {
      if (at === null) continue;
      present.add(at.userId);
      this.tellOne(state, at.userId, [at, preActions.of(at.seat), waiting, departed, config]);
    }
    if (this.waiting !== waiting) {
      for (const { userId } of waiting) this.tellOne(state, userId, [waiting, departed, config]);
    }
    this.waiting = waiting;
    for (const userId of this.told.keys()) {
      if (present.has(userId)) continue;
      this.told.delete(userId);
      this.deps.io.own(userId, this.of(state, userId));
    }
  }

  private tellOne(state: TableState, userId: string, madeFrom: readonly unknown[]): void {
    const before = this.told.get(userId);
    if (before?.madeFrom.every((part, at) => part === madeFrom[at]) === true) return;
    const message = this.of(state, userId);
    const text = JSON.stringify(message);
    this.told.set(userId, { text, madeFrom });
    if (before?.text !== text) this.deps.io.own(userId, message);
  }

  private ofSeat(at: TableSeat): OwnSeatView {
    const { seat, entry, owes, sitOutNextBigBlind, straddleNext, autoTopUpKrw } = at;
    const before = this.deps.preActions.of(seat);
    return {
      ...{ seat, entry, sitOutNextBigBlind, straddleNext, autoTopUpKrw },
      owesBigBlind: owes.big,
      owesSmallBlind: owes.small,
      preAction: before === null ? null : { action: before.action, callKrw: before.priceKrw },
    };
  }
}
