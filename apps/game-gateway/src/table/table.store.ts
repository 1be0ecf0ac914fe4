import { randomUUID } from 'node:crypto';

import { Logger } from '@nestjs/common';
import type {
  CommandAnswer,
  CommitOutcome,
  CommitRequest,
  LoadedTable,
  LogEntry,
  TableLog,
} from '@cardroom/cache';
import {
  emptyTable,
  evolveTable,
  isHandRunning,
  restoreTable,
  type TableEvent,
  type TableState,
} from '@cardroom/engine';

import type { DeckVault } from '../deck/deck-vault';
import type { TableFence } from '../fence/table-fence';
import type { FinishedHand } from '../settlement/finished-hand';
import { handAfter, type HandInProgress } from './hand-in-progress';
import type { TableRow } from './table.repository';
import type { TurnTrace } from './turn-clock';

export type FirstAnswer = Pick<CommandAnswer, 'fingerprint' | 'answer'>;

/** A table as its log gives it. */
export interface RestoredTable {
  readonly state: TableState;
  readonly version: number;
  readonly turn: TurnTrace;
  readonly hand: HandInProgress | null;
  readonly unsettled: readonly FinishedHand[];
}

/** The log of one table under one fencing token. */
export class TableStore {
  private readonly logger = new Logger(TableStore.name);
  private incarnation: string = randomUUID();
  /** The last version that Redis has answered for. */
  private knownVersion = 0;

  constructor(
    private readonly log: TableLog,
    private readonly vault: DeckVault,
    private readonly row: TableRow,
    private readonly fence: TableFence,
  ) {}

  /** Takes the table; false where somebody with a higher token has it. */
  async claim(firstVersion: number): Promise<boolean> {
    const { fence, incarnation } = this;
    const outcome = await this.log.claim({ ...fence, incarnation, firstVersion });
    if (outcome.status === 'fenced') return false;
    this.incarnation = outcome.incarnation;
    return true;
  }

  async commit(
    request: Omit<CommitRequest, 'tableId' | 'token' | 'incarnation'>,
  ): Promise<CommitOutcome> {
    const { incarnation, fence } = this;
    const outcome = await this.log.commit({ ...request, ...fence, incarnation });
    if (outcome.status === 'committed') this.knownVersion = outcome.version;
    return outcome;
  }

  /** What a command was answered when it ran, as long as that is kept; null where it did not run. */
  firstAnswer(commandId: string): Promise<FirstAnswer | null> {
    return this.log.firstAnswer(this.fence.tableId, commandId);
  }

  /**
   * Everything that the log holds, folded; null where Redis has lost the table, or came back
   * without its last writes: nobody plays on from less than what players have seen.
   */
  async restore(): Promise<RestoredTable | null> {
    const loaded = await this.log.load(this.row.tableId);
    if (loaded?.incarnation !== this.incarnation) return null;
    if (loaded.version < this.knownVersion) return null;
    const restored = this.fold(loaded);
    if (isBehind(restored.state, this.row.handNo)) return null;
    this.knownVersion = restored.version;
    return restored;
  }

  /** Makes the table empty for its next claim; the token and the unsettled hands stay. */
  async forget(): Promise<void> {
    await this.log.forget(this.fence.tableId, this.fence.token);
    this.incarnation = randomUUID();
    this.knownVersion = 0;
  }

  private fold(loaded: LoadedTable): RestoredTable {
    const { row } = this;
    const fresh = emptyTable(row.tableId, row.config, row.handNo);
    const checkpoint = loaded.checkpoint?.state as TableState | undefined;
    // Settings may have changed since the checkpoint was written; the database has them.
    let state: TableState = checkpoint === undefined ? fresh : restoreTable(checkpoint, row.config);
    const since = loaded.checkpoint?.version ?? -1;
    let turn: TurnTrace = { sinceVersion: 0, sinceAtMs: 0, bankSinceAtMs: null };
    let hand: HandInProgress | null = null;
    for (const entry of loaded.entries as readonly LogEntry<TableEvent>[]) {
      if (entry.version <= since) continue;
      state = entry.events.reduce(evolveTable, state);
      turn = traceAfter(turn, entry);
      hand = handAfter(hand, entry.events, this.begunBy(entry));
    }
    return {
      state,
      version: loaded.version,
      turn,
      hand: state.hand?.outcome === 'playing' ? hand : null,
      unsettled: loaded.unsettled as readonly FinishedHand[],
    };
  }

  private begunBy(entry: LogEntry<TableEvent>): Parameters<typeof handAfter>[2] {
    if (entry.sealedDeck === undefined) return undefined;
    const started = entry.events.flatMap((event) =>
      event.type === 'hand' && event.event.type === 'hand_started' ? [event.event] : [],
    );
    const handId = started[0]?.setup.handId ?? '';
    try {
      return { deck: this.vault.openDeck(handId, entry.sealedDeck), atMs: entry.atMs };
    } catch (cause) {
      const { tableId } = this.fence;
      this.logger.error({ tableId, handId, err: cause }, 'the deck of a hand cannot be read');
      return { deck: null, atMs: entry.atMs };
    }
  }
}

/** Whether PostgreSQL has a hand that the log does not know, or does not know to be over. */
const isBehind = (state: TableState, settledHandNo: number): boolean =>
  state.handNo < settledHandNo || (state.handNo === settledHandNo && isHandRunning(state));

function traceAfter(before: TurnTrace, entry: LogEntry<TableEvent>): TurnTrace {
  const isDecision = entry.events.some((event) => event.type === 'hand');
  const turn = isDecision
    ? { sinceVersion: entry.version, sinceAtMs: entry.atMs, bankSinceAtMs: null }
    : before;
  const isBank = entry.events.some((event) => event.type === 'time_bank_started');
  return isBank ? { ...turn, bankSinceAtMs: entry.atMs } : turn;
}
