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

/** What each player has been told that nobody else sees of the table. */
export class OwnViews {
  /** By user; only of those who have a seat or wait for one. */
  private readonly told = new Map<string, string>();
  /** What all own views were made from the last time: as long as it is the same, so are they. */
  private source: readonly unknown[] = [];
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
    if (this.isSame(state)) return;
    const seated = state.seats.flatMap((at) => (at === null ? [] : [at.userId]));
    const present = new Set([...seated, ...state.waiting.map(({ userId }) => userId)]);
    const gone = [...this.told.keys()].filter((userId) => !present.has(userId));
    const isListNew = this.waiting !== state.waiting;
    this.waiting = state.waiting;
    for (const userId of [...gone, ...(isListNew ? present : seated)]) {
      const message = this.of(state, userId);
      const text = JSON.stringify(message);
      if (this.told.get(userId) === text) continue;
      if (present.has(userId)) this.told.set(userId, text);
      else this.told.delete(userId);
      this.deps.io.own(userId, message);
    }
  }

  private isSame({ seats, waiting, departed, config }: TableState): boolean {
    const decided = seats.map((at) => at && this.deps.preActions.of(at.seat));
    const source = [seats, waiting, departed, config, ...decided];
    const isSame = source.every((part, at) => part === this.source[at]);
    this.source = source;
    return isSame;
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
