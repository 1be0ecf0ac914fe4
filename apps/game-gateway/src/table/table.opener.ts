import { Injectable } from '@nestjs/common';
import { TableLog } from '@cardroom/cache';
import { counter, ErrorReporter } from '@cardroom/platform';

import { DeckSource } from '../deck/deck-source';
import { DeckVault } from '../deck/deck-vault';
import { SeatMoneyRepository } from '../seats/seat-money.repository';
import type { FinishedHand } from '../settlement/finished-hand';
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
import { SYSTEM_CLOCK } from './turn-clock';

/** A table that is ours: its row, its actor, and the writer of its finished hands. */
export interface HostedTable {
  readonly row: TableRow;
  readonly actor: TableActor;
  readonly duties: TableDuties;
  readonly settler: Settler;
}

/**
 * Versions of a table that Redis has lost begin above all that its clients have seen: each fencing
 * token has so many to itself.
 */
const VERSIONS_PER_TOKEN = 10_000_000;

const violations = counter('invariant_violations_total', 'Rules that can never break, broken.');

/** Makes a table ours and brings it to life from its log. */
@Injectable()
export class TableOpener {
  constructor(
    private readonly tables: TableRepository,
    private readonly log: TableLog,
    private readonly vault: DeckVault,
    private readonly decks: DeckSource,
    private readonly money: SeatMoneyRepository,
    private readonly settlements: SettlementRepository,
    private readonly io: TableBroadcaster,
    private readonly reporter: ErrorReporter,
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
    const store = new TableStore(this.log, this.vault, row, fence);
    if (!(await store.claim(raised.isFirst ? 0 : raised.token * VERSIONS_PER_TOKEN))) return null;
    const restored = await store.restore();
    if (restored === null) return null;
    const clock = SYSTEM_CLOCK;
    const { io, money, decks, vault } = this;
    const chores = new TableChores({ fence, money, decks, io, clock });
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
      return new LiveTable({ ...{ store, vault, io, row, clock }, onFinished }, from);
    };
    const actor: TableActor = new TableActor(live(restored), {
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
      onFault: (cause) => {
        violations.inc();
        reporter.report(cause, { tableId });
      },
    });
    return { row, actor, duties, settler };
  }
}
