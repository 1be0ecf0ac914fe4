import { krw } from '@cardroom/money';

import { card } from './cards';
import { evolveTable } from './evolve-table';
import type { Dealer, HandCommand, HandSetup } from './hand-types';
import { seatIndex } from './seat-index';
import { emptyTable, isHandRunning, seatOfUser, type TableRefusal } from './seating';
import { decideTable } from './table';
import type { EntryChoice, TableCommand, TableConfig, TableEvent, TableState } from './table-types';

const DEALER: Dealer = {
  deck: Array.from({ length: 52 }, (_, code) => card(code)),
  rakeOf: () => krw(0),
};

/** Blinds of 50 and 100, six seats, buy-ins of 40 to 100 big blinds, unless told. */
export const tableConfig = (overrides: Partial<TableConfig> = {}): TableConfig => ({
  stakes: {
    smallBlindKrw: krw(50),
    bigBlindKrw: krw(100),
    anteKrw: krw(0),
    bigBlindAnteKrw: krw(0),
  },
  maxSeats: 6,
  minBuyInKrw: krw(4_000),
  maxBuyInKrw: krw(10_000),
  minPlayersToStart: 2,
  actionTimeoutMs: 15_000,
  timeBankMs: 30_000,
  showdownPauseMs: 3_000,
  structure: 'no-limit',
  straddle: 'none',
  runItTwice: false,
  rabbitHunt: false,
  rathole: { windowMs: 60_000 },
  awayRemovalMs: 600_000,
  seatOfferMs: 30_000,
  ...overrides,
});

/** Where a hand has its button and blinds, who is dealt in, and who pays to come in. */
export interface Deal {
  readonly button: number;
  readonly small: number | null;
  readonly big: number;
  readonly dealt: readonly number[];
  readonly posts: Readonly<Record<number, readonly [liveKrw: number, deadKrw: number]>>;
}

/** A table that is played by commands, for tests. Time stands still unless told. */
export class TestTable {
  state: TableState;
  readonly events: TableEvent[] = [];
  nowMs = 1_000_000;

  constructor(overrides: Partial<TableConfig> = {}) {
    this.state = emptyTable('table', tableConfig(overrides), 0);
  }

  /** Does a command; the refusal's code where it is refused. */
  do(command: TableCommand): TableRefusal['code'] | null {
    const decided = decideTable(this.state, command, DEALER);
    if (!decided.ok) return decided.error.code;
    this.apply(decided.value);
    return null;
  }

  apply(events: readonly TableEvent[]): void {
    this.events.push(...events);
    this.state = events.reduce(evolveTable, this.state);
  }

  sit(seat: number, userId: string, how: { entry?: EntryChoice; stackKrw?: number } = {}): void {
    const { entry = 'wait', stackKrw = 10_000 } = how;
    const code = this.do({
      ...{ type: 'take_seat', seat: seatIndex(seat), userId, entry, nowMs: this.nowMs },
      ...{ nickname: userId, seatSessionId: `${userId}-${this.events.length}` },
      stackKrw: krw(stackKrw),
    });
    if (code !== null) throw new Error(code);
  }

  /** Does a command for the seat of a user. */
  as(
    userId: string,
    type: 'sit_out' | 'sit_in' | 'leave' | 'start_time_bank',
  ): TableRefusal['code'] | null {
    return this.do({ type, seat: this.seatOf(userId) });
  }

  choose(userId: string, entry: EntryChoice): void {
    this.do({ type: 'choose_entry', seat: this.seatOf(userId), entry });
  }

  /** Gets up: the chips are in the wallet again. */
  leave(userId: string): void {
    this.do({ type: 'free_seat', seat: this.seatOf(userId), atMs: this.nowMs });
  }

  seatOf(userId: string) {
    const at = seatOfUser(this.state, userId);
    if (at === null) throw new Error(`${userId} has no seat`);
    return at.seat;
  }

  /** Looks after the table until nothing is left to do. */
  tidy(): void {
    for (let before = -1; before !== this.events.length;) {
      before = this.events.length;
      this.do({ type: 'tidy', nowMs: this.nowMs });
    }
  }

  /** Begins a hand; null where none can begin. */
  deal(): Deal | null {
    const code = this.do({ type: 'start_hand', handId: `hand-${this.state.handNo + 1}` });
    return code === null ? dealOf(this.state.hand?.setup ?? null) : null;
  }

  /** Plays a hand in which everybody folds. */
  hand(): Deal | null {
    const deal = this.deal();
    this.finish();
    return deal;
  }

  finish(): void {
    while (isHandRunning(this.state)) {
      const seat = this.state.hand?.toActSeat ?? null;
      if (seat === null) throw new Error('nobody is to act');
      this.act({ type: 'fold', seat });
    }
  }

  act(action: HandCommand): void {
    const code = this.do({ type: 'play', action, usedMs: 0 });
    if (code !== null) throw new Error(code);
  }
}

function dealOf(setup: HandSetup | null): Deal | null {
  if (setup === null) return null;
  return {
    button: setup.buttonSeat,
    small: setup.smallBlindSeat ?? null,
    big: setup.bigBlindSeat ?? -1,
    dealt: setup.seats.map(({ seat }) => seat),
    posts: Object.fromEntries(
      (setup.entryPosts ?? []).map(({ seat, liveKrw, deadKrw }) => [seat, [liveKrw, deadKrw]]),
    ),
  };
}
