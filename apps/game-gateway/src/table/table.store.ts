import { randomUUID } from 'node:crypto';

import { Logger } from '@nestjs/common';
import type {
  CommitOutcome,
  CommitRequest,
  LoadedTable,
  LogEntry,
  TableLog,
} from '@cardroom/cache';
import {
  emptyTable,
  evolveTable,
  type Deck,
  type HandEvent,
  type TableEvent,
  type TableState,
} from '@cardroom/engine';

import type { DeckVault } from '../deck/deck-vault';
import type { FinishedHand } from '../settlement/finished-hand';
import type { TableRow } from './table.repository';

/** A table as its log gives it. */
export interface RestoredTable {
  readonly state: TableState;
  readonly version: number;
  readonly turnSinceVersion: number;
  readonly turnSinceAtMs: number;
  readonly bankSinceAtMs: number | null;
  readonly hand: RestoredHand | null;
  readonly unsettled: readonly FinishedHand[];
  readonly isEmpty: boolean;
}

export interface RestoredHand {
  readonly deck: Deck;
  readonly events: readonly HandEvent[];
  readonly startedAtMs: number;
}

/** The log of one table under one fencing token. */
export class TableStore {
  private readonly logger = new Logger(TableStore.name);
  private incarnation: string = randomUUID();

  constructor(
    private readonly log: TableLog,
    private readonly vault: DeckVault,
    private readonly row: TableRow,
    readonly token: number,
  ) {}

  /** Takes the table; null where somebody with a higher token has it. */
  async claim(firstVersion: number): Promise<'claimed' | 'empty' | null> {
    const outcome = await this.log.claim({
      tableId: this.row.tableId,
      token: this.token,
      incarnation: this.incarnation,
      firstVersion,
    });
    if (outcome.status === 'fenced') return null;
    this.incarnation = outcome.incarnation;
    return outcome.status;
  }

  commit(
    request: Omit<CommitRequest, 'tableId' | 'token' | 'incarnation'>,
  ): Promise<CommitOutcome> {
    const { incarnation, token } = this;
    return this.log.commit({ ...request, tableId: this.row.tableId, token, incarnation });
  }

  /** Everything that the log holds, folded; null where Redis knows nothing of the table. */
  async restore(): Promise<RestoredTable | null> {
    const loaded = await this.log.load(this.row.tableId);
    if (loaded?.incarnation !== this.incarnation) return null;
    return this.fold(loaded);
  }

  private fold(loaded: LoadedTable): RestoredTable {
    const { row } = this;
    const fresh = emptyTable(row.tableId, row.config, row.handNo);
    const checkpoint = loaded.checkpoint?.state as TableState | undefined;
    // Settings may have changed since the checkpoint was written; the database has them.
    let state: TableState =
      checkpoint === undefined ? fresh : { ...checkpoint, config: row.config };
    const since = loaded.checkpoint?.version ?? -1;
    const turns = new TurnTrace();
    let hand: RestoredHand | null = null;
    for (const entry of loaded.entries as readonly LogEntry<TableEvent>[]) {
      if (entry.version <= since) continue;
      state = entry.events.reduce(evolveTable, state);
      turns.see(entry);
      hand = this.handAfter(hand, entry);
    }
    return {
      state,
      version: loaded.version,
      ...turns.result(),
      hand: state.hand?.outcome === 'playing' ? hand : null,
      unsettled: loaded.unsettled as readonly FinishedHand[],
      isEmpty: loaded.checkpoint === null && loaded.entries.length === 0,
    };
  }

  private handAfter(before: RestoredHand | null, entry: LogEntry<TableEvent>): RestoredHand | null {
    const events = entry.events.flatMap((event) => (event.type === 'hand' ? [event.event] : []));
    if (entry.sealedDeck === undefined) {
      return before === null ? null : { ...before, events: [...before.events, ...events] };
    }
    const started = events.find((event) => event.type === 'hand_started');
    if (started === undefined) {
      this.logger.error({ tableId: this.row.tableId }, 'a deck without a hand in the log');
      return before;
    }
    const deck = this.vault.openDeck(started.setup.handId, entry.sealedDeck);
    return { deck, events, startedAtMs: entry.atMs };
  }
}

/** Remembers where the present decision began. */
class TurnTrace {
  private sinceVersion = 0;
  private sinceAtMs = 0;
  private bankSinceAtMs: number | null = null;

  see(entry: LogEntry<TableEvent>): void {
    if (entry.events.some((event) => event.type === 'hand')) {
      this.sinceVersion = entry.version;
      this.sinceAtMs = entry.atMs;
      this.bankSinceAtMs = null;
    }
    if (entry.events.some((event) => event.type === 'time_bank_started')) {
      this.bankSinceAtMs = entry.atMs;
    }
  }

  result(): Pick<RestoredTable, 'turnSinceVersion' | 'turnSinceAtMs' | 'bankSinceAtMs'> {
    return {
      turnSinceVersion: this.sinceVersion,
      turnSinceAtMs: this.sinceAtMs,
      bankSinceAtMs: this.bankSinceAtMs,
    };
  }
}
