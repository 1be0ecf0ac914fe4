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

/** What a player's view was made from beside the seat: as long as all of it is the same, so are all views. */
interface Ground extends Pick<TableState, 'seats' | 'waiting' | 'departed' | 'config'> {
  readonly wishes: number;
}

interface Told {
  readonly text: string;
  readonly at: TableSeat | null;
}

/** What each player has been told that nobody else sees of the table. */
export class OwnViews {
  /** By user; only of those who have a seat or wait for one. */
  private readonly told = new Map<string, Told>();
  /** As it was the last time. */
  private ground: Ground | null = null;

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
    const { seats, waiting, departed, config } = state;
    const { changes: wishes } = this.deps.preActions;
    const { ground } = this;
    const isCommonSame =
      ground?.waiting === waiting &&
      ground.departed === departed &&
      ground.config === config &&
      ground.wishes === wishes;
    if (isCommonSame && ground.seats === seats) return;
    this.ground = { seats, waiting, departed, config, wishes };
    const present = new Set<string>();
    for (const at of seats) {
      if (at === null) continue;
      present.add(at.userId);
      if (!isCommonSame || this.told.get(at.userId)?.at !== at) this.tellOne(state, at.userId, at);
    }
    for (const { userId } of waiting) {
      present.add(userId);
      if (!isCommonSame) this.tellOne(state, userId, null);
    }
    for (const userId of this.told.keys()) {
      if (present.has(userId)) continue;
      this.told.delete(userId);
      this.deps.io.own(userId, this.of(state, userId));
    }
  }

  private tellOne(state: TableState, userId: string, at: TableSeat | null): void {
    const before = this.told.get(userId);
    const message = this.of(state, userId);
    const text = JSON.stringify(message);
    this.told.set(userId, { text, at });
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
