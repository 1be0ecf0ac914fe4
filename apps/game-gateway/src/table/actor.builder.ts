import { Logger } from '@nestjs/common';
import type { CommitOutcome, CommitRequest } from '@cardroom/cache';
import { emptyTable, evolveTable, seatIndex, type TableConfig } from '@cardroom/engine';
import { krw } from '@cardroom/money';
import { SealedBox } from '@cardroom/platform';

import { FairDeckSource } from '../deck/deck-source';
import { DeckVault } from '../deck/deck-vault';
import { RakeBook } from '../rake/rake-book';
import type { Settlement } from '../settlement/finished-hand';
import type { SeatSession } from '../seats/seat-money.repository';
import { LiveTable } from './live-table';
import { PlayerCommands, type Player } from './player-commands';
import { Broadcasts, TestClock } from './recorded-table.builder';
import { TableDeals } from './table-deals';
import { TableActor } from './table.actor';
import { TableChores } from './table.chores';
import { secretsOf, TableDuties, type Duty } from './table.duties';

export const TABLE_ID = '0193a5d2-0000-7000-8000-000000000001';

export const CONFIG: TableConfig = {
  stakes: {
    smallBlindKrw: krw(500),
    bigBlindKrw: krw(1_000),
    anteKrw: krw(0),
    bigBlindAnteKrw: krw(0),
  },
  maxSeats: 6,
  minBuyInKrw: krw(40_000),
  maxBuyInKrw: krw(100_000),
  minPlayersToStart: 2,
  actionTimeoutMs: 15_000,
  timeBankMs: 0,
  showdownPauseMs: 3_000,
  structure: 'no-limit',
  straddle: 'none',
  runItTwice: false,
  rabbitHunt: false,
  rathole: { windowMs: 0 },
  awayRemovalMs: 300_000,
  seatOfferMs: 30_000,
};

export const playerAt = (seat: number): Player => ({
  userId: `user-${seat}`,
  nickname: `Player ${seat}`,
  isStaff: false,
});

const sessionAt = (seat: number, stackKrw: number): SeatSession => ({
  seatSessionId: `session-${seat}`,
  seat: seatIndex(seat),
  userId: `user-${seat}`,
  nickname: `Player ${seat}`,
  stackKrw: krw(stackKrw),
});

/** A table whose log is a list in memory and whose wallets are bottomless: no I/O, time as told. */
export class MemoryTable {
  readonly clock = new TestClock();
  readonly rake = new RakeBook([{ fromMs: null, rateBp: 500, capKrw: 3_000 }]);
  readonly io = new Broadcasts();
  readonly commits: CommitRequest[] = [];
  readonly faults: unknown[] = [];
  readonly roots: string[] = [];
  /** Roots without a hand, and cards turned up after one. */
  readonly records: Settlement[] = [];
  /** Hands that PostgreSQL does not have yet. */
  backlogHands = 0;
  readonly paid: SeatSession[];
  readonly cashedOut: string[] = [];
  /** Whether wallets cover a top-up. */
  isWalletFull = true;
  readonly live: LiveTable;
  readonly chores: TableChores;
  readonly duties: TableDuties;

  constructor(stacks: readonly number[], config: Partial<TableConfig> = {}) {
    Logger.overrideLogger(false);
    const { clock, io, rake } = this;
    this.paid = stacks.map((stackKrw, seat) => sessionAt(seat, stackKrw));
    const fresh = emptyTable(TABLE_ID, { ...CONFIG, ...config }, 0);
    const state = this.paid.reduce(
      (before, session) => evolveTable(before, { type: 'seat_taken', ...session }),
      fresh,
    );
    const vault = new DeckVault(new SealedBox(Buffer.alloc(32).toString('base64')));
    this.chores = new TableChores({
      ...{ fence: { tableId: TABLE_ID, token: 1 }, decks: new FairDeckSource() },
      ...{ io, clock },
      money: this.money(),
    });
    this.duties = new TableDuties({ clock, chores: this.chores, settler: this });
    this.live = new LiveTable(
      {
        ...{ vault, io, clock, rake, store: { commit: this.commit }, row: { name: 'Memory' } },
        onFinished: () => this.duties.handEnded(state.config.showdownPauseMs),
        onRoot: (announced) => this.roots.push(announced.root),
        onRecord: (record) => this.records.push(record),
      },
      {
        state,
        version: 0,
        turn: { sinceVersion: 0, sinceAtMs: 0, bankSinceAtMs: null },
        hand: null,
        deals: new TableDeals(),
      },
    );
  }

  /** An actor that hosts the table; it looks after the table only when woken. */
  actor(): TableActor {
    const { clock, chores, duties } = this;
    return new TableActor(this.live, {
      ...{ duties, chores },
      commands: new PlayerCommands({ clock, chores }),
      firstAnswer: () => Promise.resolve(null),
      reload: () => Promise.resolve(null),
      onLost: () => undefined,
      onFault: (cause) => this.faults.push(cause),
    });
  }

  /** Does what is due until the table waits or rests, and says which. */
  async tend(): Promise<Duty> {
    for (let round = 0; round < 20; round += 1) {
      const duty = await this.duties.next(this.live);
      if (duty.type !== 'commit') return duty;
      await this.live.commit(duty.events, { requestId: 'test', ...secretsOf(duty) });
    }
    throw new Error('The table is never done');
  }

  private readonly commit = (
    request: Omit<CommitRequest, 'tableId' | 'token' | 'incarnation'>,
  ): Promise<CommitOutcome> => {
    this.commits.push({ ...request, tableId: TABLE_ID, token: 1, incarnation: 'memory' });
    return Promise.resolve({ status: 'committed', version: request.expectedVersion + 1 });
  };

  private money(): ConstructorParameters<typeof TableChores>[0]['money'] {
    return {
      openSeats: () => Promise.resolve([...this.paid]),
      buyIn: () => Promise.resolve(),
      topUp: () => Promise.resolve(this.isWalletFull),
      cashOut: (_fence, { userId }) => {
        this.cashedOut.push(userId);
        return Promise.resolve(krw(0));
      },
    };
  }
}
