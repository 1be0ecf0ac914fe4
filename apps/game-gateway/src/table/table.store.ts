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
  type TableState,
} from '@cardroom/engine';
import type { DealSecret, DealState } from '@cardroom/fairness';
import { traced } from '@cardroom/platform';

import type { DeckVault } from '../deck/deck-vault';
import { committedDeal, plainDeal, type HandDeal } from '../deck/hand-deal';
import type { TableFence } from '../fence/table-fence';
import type { Settlement } from '../settlement/finished-hand';
import { handAfter, type HandInProgress } from './hand-in-progress';
import { handEventsOf, tableEventsOf, type HostedEvent } from './hosted-event';
import { TableDeals } from './table-deals';
import type { TableMemory, TableRow } from './table.repository';
import type { TurnTrace } from './turn-clock';

export type FirstAnswer = Pick<CommandAnswer, 'fingerprint' | 'answer'>;

/** A table as its log gives it. */
export interface RestoredTable {
  readonly state: TableState;
  readonly version: number;
  readonly turn: TurnTrace;
  readonly hand: HandInProgress | null;
  readonly deals: TableDeals;
  readonly unsettled: readonly Settlement[];
}

/** What a checkpoint holds: the table, and the deal of its next hand where one is announced. */
export type TableCheckpoint = TableState & {
  readonly deal?: DealState;
  readonly sealedDeal?: string;
};

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
    /** What PostgreSQL knows of a table that Redis knows nothing of. */
    private readonly memory: () => Promise<TableMemory>,
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
    const { tableId, token } = this.fence;
    const { incarnation } = this;
    const outcome = await traced(
      () => ({ name: 'commit', attributes: { 'cardroom.table': tableId } }),
      () => this.log.commit({ tableId, token, incarnation, ...request }),
    );
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
    const restored = this.fold(loaded, await this.begin(loaded));
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

  /** A table that has no checkpoint. */
  private async begin({ checkpoint }: LoadedTable): Promise<TableState | null> {
    if (checkpoint !== null) return null;
    const { tableId, config, handNo } = this.row;
    return { ...emptyTable(tableId, config, handNo), ...(await this.memory()) };
  }

  private fold(loaded: LoadedTable, fresh: TableState | null): RestoredTable {
    const { row } = this;
    const { deal, sealedDeal, ...checkpoint } = (loaded.checkpoint?.state ??
      fresh) as TableCheckpoint;
    // Settings may have changed since the checkpoint was written; the database has them.
    let state: TableState = restoreTable(checkpoint, row.config);
    let deals = new TableDeals(deal, this.announcedSecret(deal?.announced?.handId, sealedDeal));
    const since = loaded.checkpoint?.version ?? -1;
    let turn: TurnTrace = { sinceVersion: 0, sinceAtMs: 0, bankSinceAtMs: null };
    let hand: HandInProgress | null = null;
    for (const entry of loaded.entries as readonly LogEntry<HostedEvent>[]) {
      if (entry.version <= since) continue;
      const events = tableEventsOf(entry.events);
      state = events.reduce(evolveTable, state);
      deals = deals.after(entry.events);
      turn = traceAfter(turn, entry);
      hand = handAfter(hand, events, entry.atMs, this.begunBy(entry, deals));
    }
    return {
      ...{ state, version: loaded.version, turn, deals },
      hand: state.hand?.outcome === 'playing' ? hand : null,
      unsettled: loaded.unsettled as readonly Settlement[],
    };
  }

  /** Null where there is none, or it cannot be read: its root is void. */
  private announcedSecret(
    handId: string | undefined,
    sealed: string | undefined,
  ): DealSecret | null {
    if (handId === undefined || sealed === undefined) return null;
    return this.reading(handId, () => this.vault.openDeal(handId, sealed));
  }

  private begunBy(
    entry: LogEntry<HostedEvent>,
    deals: TableDeals,
  ): Parameters<typeof handAfter>[3] {
    const { sealedDeck, sealedDeal } = entry;
    if (sealedDeck === undefined && sealedDeal === undefined) return undefined;
    const handId = begunHandId(entry);
    const { begun } = deals.state;
    const deal = this.reading(handId, (): HandDeal => {
      if (sealedDeal === undefined) return plainDeal(this.vault.openDeck(handId, sealedDeck ?? ''));
      if (begun?.handId !== handId) throw new Error('the root of the hand is missing');
      return committedDeal(begun, this.vault.openDeal(handId, sealedDeal));
    });
    return { deal };
  }

  private reading<T>(handId: string, read: () => T): T | null {
    try {
      return read();
    } catch (cause) {
      const { tableId } = this.fence;
      this.logger.error({ tableId, handId, err: cause }, 'the cards of a hand cannot be read');
      return null;
    }
  }
}

/** Whether PostgreSQL has a hand that the log does not know, or does not know to be over. */
const isBehind = (state: TableState, settledHandNo: number): boolean =>
  state.handNo < settledHandNo || (state.handNo === settledHandNo && isHandRunning(state));

function begunHandId({ events }: LogEntry<HostedEvent>): string {
  const started = handEventsOf(tableEventsOf(events)).find(({ type }) => type === 'hand_started');
  return started?.type === 'hand_started' ? started.setup.handId : '';
}

function traceAfter(before: TurnTrace, entry: LogEntry<HostedEvent>): TurnTrace {
  const isDecision = entry.events.some((event) => event.type === 'hand');
  const turn = isDecision
    ? { sinceVersion: entry.version, sinceAtMs: entry.atMs, bankSinceAtMs: null }
    : before;
  const isBank = entry.events.some((event) => event.type === 'time_bank_started');
  return isBank ? { ...turn, bankSinceAtMs: entry.atMs } : turn;
}
