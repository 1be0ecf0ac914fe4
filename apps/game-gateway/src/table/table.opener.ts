import { Inject, Injectable, Logger } from '@nestjs/common';
import { TableLog } from '@cardroom/cache';
import { isHandRunning } from '@cardroom/engine';
import type { AnnouncedDeal } from '@cardroom/fairness';
import { counter, ErrorReporter, InvariantError } from '@cardroom/platform';

import { DeckSource } from '../deck/deck-source';
import { DeckVault } from '../deck/deck-vault';
import type { TableFence } from '../fence/table-fence';
import { RakeBook } from '../rake/rake-book';
import { SeatMoneyRepository } from '../seats/seat-money.repository';
import { DealRootRepository } from '../settlement/deal-root.repository';
import { handIdOf, type FinishedHand } from '../settlement/finished-hand';
import { SettlementRepository } from '../settlement/settlement.repository';
import { Settler } from '../settlement/settler';
import { LiveTable } from './live-table';
import { PlayerCommands } from './player-commands';
import { TableActor } from './table.actor';
import { TableChores } from './table.chores';
import { TableDuties } from './table.duties';
import { TableBroadcaster } from './table.io';
import { TableRepository, type TableRow } from './table.repository';
import { TableStore, type RestoredTable } from './table.store';
import { CLOCK, type Clock } from './turn-clock';

/** A table that is ours: its row, its actor, and the writer of its finished hands. */
export interface HostedTable {
  readonly row: TableRow;
  readonly rake: RakeBook;
  readonly actor: TableActor;
  readonly duties: TableDuties;
  readonly settler: Settler;
  readonly store: Pick<TableStore, 'forget'>;
}

/**
 * Versions of a table that Redis has lost begin above all that its clients have seen: each fencing
 * token has so many to itself.
 */
const VERSIONS_PER_TOKEN = 10_000_000;

const takeovers = counter(
  'table_takeovers_total',
  'Tables that were opened after another process, or an earlier life of this one, had them.',
  ['moment'],
);
for (const moment of ['mid_hand', 'between_hands']) takeovers.inc({ moment }, 0);

/** Makes a table ours and brings it to life from its log. */
@Injectable()
export class TableOpener {
  private readonly logger = new Logger(TableOpener.name);

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly tables: TableRepository,
    private readonly log: TableLog,
    private readonly vault: DeckVault,
    private readonly decks: DeckSource,
    private readonly money: SeatMoneyRepository,
    private readonly settlements: SettlementRepository,
    private readonly roots: DealRootRepository,
    private readonly io: TableBroadcaster,
    @Inject(ErrorReporter) private readonly reporter: Pick<ErrorReporter, 'report'>,
  ) {}

  /** Null where somebody with a higher token has the table. */
  async open(
    row: TableRow,
    onLost: (reason: 'fenced' | 'lost') => void,
  ): Promise<HostedTable | null> {
    const { tableId } = row;
    const raised = await this.tables.raiseFence(tableId);
    if (raised === null) return null;
    const fence = { tableId, token: raised.token };
    const store = new TableStore(this.log, this.vault, row, fence, () => this.tables.memoryOf(row));
    const restored = await this.claim(store, raised);
    if (restored === null) return null;
    await this.endLostRoots(tableId, restored);
    if (!raised.isFirst) {
      takeovers.inc({ moment: isHandRunning(restored.state) ? 'mid_hand' : 'between_hands' });
    }
    return this.bringToLife({ row, fence, store, restored, onLost });
  }

  /** A log that is torn, or behind PostgreSQL, is not played on from: the table begins anew. */
  private async claim(
    store: TableStore,
    raised: { readonly token: number; readonly isFirst: boolean },
  ): Promise<RestoredTable | null> {
    const afterLoss = raised.token * VERSIONS_PER_TOKEN;
    if (!(await store.claim(raised.isFirst ? 0 : afterLoss))) return null;
    const restored = await this.restore(store);
    if (restored !== null) return restored;
    await store.forget();
    return (await store.claim(afterLoss)) ? store.restore() : null;
  }

  private async restore(store: TableStore): Promise<RestoredTable | null> {
    try {
      return await store.restore();
    } catch (cause) {
      if (!(cause instanceof InvariantError)) throw cause;
      this.logger.error({ err: cause }, 'the log of a table is torn');
      this.tellFault(cause);
      return null;
    }
  }

  private bringToLife(opened: {
    readonly row: TableRow;
    readonly fence: TableFence;
    readonly store: TableStore;
    readonly restored: RestoredTable;
    readonly onLost: (reason: 'fenced' | 'lost') => void;
  }): HostedTable {
    const { row, fence, store, onLost } = opened;
    const { clock, io, money, decks, vault } = this;
    const chores = new TableChores({ fence, money, decks, io, clock });
    const rake = new RakeBook(row.rake);
    const { log, reporter, settlements: repository } = this;
    const settler = new Settler({ repository, log, reporter }, fence, {
      onSettled: (outcome) => {
        // A hand that was there already may have been followed by others: PostgreSQL knows.
        if (outcome === 'repeated') chores.askAgain();
        actor.wake();
      },
      onFenced: () => onLost('fenced'),
    });
    const duties = new TableDuties({ clock, chores, settler });
    const live = (from: RestoredTable): LiveTable => {
      from.unsettled.forEach((hand) => settler.add(hand));
      const onFinished = (hand: FinishedHand): void => {
        settler.add(hand);
        duties.handEnded(row.config.showdownPauseMs);
      };
      return new LiveTable(
        {
          ...{ store, vault, io, row, rake, clock, onFinished },
          onRoot: (announced) => this.noteRoot(row.tableId, announced),
          onRecord: (record) => settler.add(record),
        },
        from,
      );
    };
    duties.setClosing(row.isClosed);
    const actor: TableActor = new TableActor(live(opened.restored), {
      ...{ duties, chores, onLost },
      commands: new PlayerCommands({ clock, chores }),
      firstAnswer: (commandId) => store.firstAnswer(commandId),
      reload: async () => {
        const again = await store.restore();
        if (again === null) return null;
        const table = live(again);
        io.snapshot(table.snapshot());
        return table;
      },
      onFault: (cause) => this.tellFault(cause, row.tableId),
    });
    return { row, rake, actor, duties, settler, store };
  }

  private tellFault(cause: unknown, tableId?: string): void {
    this.reporter.report(cause, { broken: true, ...(tableId === undefined ? {} : { tableId }) });
  }

  /** Without waiting: whoever ends the root notes it as well. */
  private noteRoot(tableId: string, announced: AnnouncedDeal): void {
    this.roots.announced(tableId, announced).catch((cause: unknown) => {
      this.logger.warn({ tableId, err: cause }, 'a root is not noted yet');
    });
  }

  /** Roots that came out and that the log does not know any more. */
  private async endLostRoots(tableId: string, restored: RestoredTable): Promise<void> {
    const { announced, begun } = restored.deals.state;
    const known = [announced?.handId, begun?.handId, ...restored.unsettled.map(handIdOf)];
    const lost = await this.roots.endLost(
      tableId,
      known.filter((handId) => handId !== undefined),
    );
    if (lost > 0) this.logger.error({ tableId, lost }, 'roots were lost with their secrets');
  }
}
