import { Logger } from '@nestjs/common';
import { areChipsFree, type TableEvent, type TableSeat, type TableState } from '@cardroom/engine';
import { krw } from '@cardroom/money';
import { v7 as uuidv7 } from 'uuid';

import type { DeckSource, NewDeck } from '../deck/deck-source';
import type { TableFence } from '../fence/table-fence';
import type { BuyIn, SeatMoneyRepository } from '../seats/seat-money.repository';
import { seatDifferences } from './seat-differences.rules';
import type { TableBroadcaster } from './table.io';
import type { Clock } from './turn-clock';

/** What a table needs from outside between hands: money, and a new deck. */
export class TableChores {
  private readonly logger = new Logger(TableChores.name);
  private mustAsk = true;

  constructor(
    private readonly deps: {
      readonly fence: TableFence;
      readonly money: Pick<SeatMoneyRepository, 'openSeats' | 'buyIn' | 'topUp' | 'cashOut'>;
      readonly decks: DeckSource;
      readonly io: TableBroadcaster;
      readonly clock: Clock;
    },
  ) {}

  /** Something may have happened to the seats' money that the table has not heard of. */
  askAgain(): void {
    this.mustAsk = true;
  }

  buyIn(buyIn: BuyIn): Promise<void> {
    return this.deps.money.buyIn(this.deps.fence, buyIn);
  }

  hasWork(state: TableState): boolean {
    return this.mustAsk || this.firstLeaving(state) !== null || this.firstTopUp(state) !== null;
  }

  /**
   * The next piece of work that is due while no hand is played and none waits for PostgreSQL, as
   * the events that follow from it; null when all is done.
   */
  async next(state: TableState): Promise<readonly TableEvent[] | null> {
    if (this.mustAsk) {
      const events = seatDifferences(
        state,
        await this.deps.money.openSeats(this.deps.fence.tableId),
      );
      this.mustAsk = false;
      if (events.length > 0) return events.map((event) => this.dated(event));
    }
    try {
      return (await this.letLeave(state)) ?? (await this.addChips(state));
    } catch (cause) {
      this.mustAsk = true;
      throw cause;
    }
  }

  private async letLeave(state: TableState): Promise<readonly TableEvent[] | null> {
    const at = this.firstLeaving(state);
    if (at === null) return null;
    const { money, fence, io } = this.deps;
    const { tableId } = fence;
    const amountKrw = await money.cashOut(fence, at);
    this.logger.debug({ tableId, userId: at.userId, amountKrw }, 'cashed out');
    io.notice(at.userId, {
      code: 'CASHED_OUT',
      message: 'Your chips are in your wallet.',
      tableId,
    });
    return [this.dated({ type: 'seat_left', seat: at.seat })];
  }

  /** Who leaves is remembered for a while, so the table has to know since when. */
  private dated(event: TableEvent): TableEvent {
    return event.type === 'seat_left' ? { ...event, atMs: this.deps.clock.wallMs() } : event;
  }

  private async addChips(state: TableState): Promise<readonly TableEvent[] | null> {
    const at = this.firstTopUp(state);
    const queued = at?.queuedTopUp ?? null;
    if (at === null || queued === null) return null;
    const { seat, seatSessionId, userId, stackKrw } = at;
    const { topUpId } = queued;
    const { money, fence, io } = this.deps;
    const { tableId } = fence;
    // What was won meanwhile leaves less room below the largest buy-in.
    const room = Math.max(0, state.config.maxBuyInKrw - stackKrw);
    const amountKrw = krw(Math.min(queued.amountKrw, room));
    const added =
      amountKrw > 0 && (await money.topUp(fence, { seatSessionId, userId, topUpId, amountKrw }));
    const notice = added
      ? ({ code: 'TOP_UP_DONE', message: 'Your chips are on the table.' } as const)
      : ({ code: 'TOP_UP_REFUSED', message: 'The top-up was not possible.' } as const);
    io.notice(userId, { ...notice, tableId });
    return [added ? { type: 'topped_up', seat, amountKrw } : { type: 'top_up_dropped', seat }];
  }

  newHand(state: TableState): NewDeck & { readonly handId: string } {
    const handId = uuidv7();
    const { fence, decks } = this.deps;
    const { tableId } = fence;
    return { handId, ...decks.deckFor({ tableId, handId, handNo: state.handNo + 1 }) };
  }

  tellPaused(paused: boolean): void {
    const { io } = this.deps;
    const { tableId } = this.deps.fence;
    io.tableNotice(
      tableId,
      paused
        ? { code: 'TABLE_PAUSED', message: 'The table waits for its records.', tableId }
        : { code: 'TABLE_RESUMED', message: 'The table goes on.', tableId },
    );
  }

  private firstLeaving(state: TableState): TableSeat | null {
    return state.seats.find((at) => at?.leaving === true && areChipsFree(state, at.seat)) ?? null;
  }

  private firstTopUp(state: TableState): TableSeat | null {
    const waiting = state.seats.find(
      (at) => (at?.queuedTopUp ?? null) !== null && at !== null && areChipsFree(state, at.seat),
    );
    return waiting ?? null;
  }
}
