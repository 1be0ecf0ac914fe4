import type { CommandAnswer, CommitOutcome } from '@cardroom/cache';
import { evolveTable, isHandRunning } from '@cardroom/engine';
import type { Dealer, Deck, TableState } from '@cardroom/engine';
import type { AnnouncedDeal, DealSecret } from '@cardroom/fairness';
import { histogram } from '@cardroom/platform';
import type { CardsMessage, Delta, OwnMessage, Snapshot, TableView } from '@cardroom/protocol';

import type { DeckVault } from '../deck/deck-vault';
import type { HandDeal } from '../deck/hand-deal';
import type { RakeBook } from '../rake/rake-book';
import type { FinishedHand, Settlement } from '../settlement/finished-hand';
import { publicEvents } from './event.views';
import {
  dealsCards,
  handAfter,
  handVoidedNotice,
  openingsOf,
  voidsHand,
  voidingEvents,
  type HandInProgress,
} from './hand-in-progress';
import { announcesRoot, handEventsOf, tableEventsOf, type HostedEvent } from './hosted-event';
import { changedFields, monitorFields, type MonitorFields } from './monitor-fields.rules';
import { ownCards } from './own-cards.rules';
import { OwnViews } from './own-views';
import { PreActions } from './pre-actions';
import type { TableDeals } from './table-deals';
import type { TableBroadcaster } from './table.io';
import type { TableRow } from './table.repository';
import { TableDeltas } from './table-deltas';
import { TableRecords, voidedRoot, type Happened } from './table-records';
import type { RestoredTable, TableStore } from './table.store';
import { tableView } from './table.views';
import { restoredTurn, turnAfter, type Clock, type Turn } from './turn-clock';

export interface CommitContext {
  readonly requestId: string;
  readonly userId?: string;
  readonly command?: CommandAnswer;
  /** Of the hand that these events begin. */
  readonly begun?: HandDeal;
  /** Of the root that these events announce. */
  readonly announced?: DealSecret;
}

/** A version that Redis has. */
interface Accepted extends Happened {
  readonly atMs: number;
  readonly monitored: MonitorFields;
}

const commitDuration = histogram('commit_duration_seconds', 'Time of one commit in Redis.');

/** A table as its owner holds it: what the log says, and what follows from it for everyone to see. */
export class LiveTable {
  state: TableState;
  version: number;
  turn: Turn | null;
  isPaused = false;
  isClosing = false;
  readonly preActions = new PreActions();
  deals: TableDeals;
  private readonly own: OwnViews;
  /** Kept when it is over, for those who show; lost with the process. */
  private hand: HandInProgress | null;
  private readonly deltas: TableDeltas;
  private readonly records: TableRecords;
  /** As Redis has them; null before the first commit. */
  private monitored: MonitorFields | null = null;

  constructor(
    private readonly deps: {
      readonly store: Pick<TableStore, 'commit'>;
      readonly vault: DeckVault;
      readonly io: TableBroadcaster;
      readonly clock: Clock;
      readonly row: Pick<TableRow, 'name'>;
      readonly rake: Pick<RakeBook, 'rakeOf'>;
      readonly onFinished: (hand: FinishedHand) => void;
      readonly onRoot: (announced: AnnouncedDeal) => void;
      /** A root without a hand, or cards turned up after one. */
      readonly onRecord: (record: Settlement) => void;
    },
    restored: Omit<RestoredTable, 'unsettled'>,
  ) {
    this.records = new TableRecords(deps);
    this.state = restored.state;
    this.version = restored.version;
    this.deals = restored.deals;
    this.hand = restored.hand;
    this.turn = restoredTurn(deps.clock, restored.state, restored.turn);
    this.own = new OwnViews({ ...deps, preActions: this.preActions });
    const openings = openingsOf(restored.hand, restored.hand?.events ?? []);
    this.deltas = new TableDeltas(this.view(), openings);
  }

  get status(): TableView['status'] {
    if (this.isClosing) return 'closed';
    return this.isPaused ? 'paused' : 'open';
  }

  get handId(): string | null {
    return this.state.hand?.setup.handId ?? null;
  }

  /** Whether the hand being played has lost its deck: it cannot go on. */
  get isUnplayable(): boolean {
    return isHandRunning(this.state) && (this.hand?.deal ?? null) === null;
  }

  /** The dealer's secret and rules for the hand in progress, or for the hand that a deck begins. */
  dealer(deck: Deck | null = this.hand?.deal?.deck ?? null): Dealer | null {
    if (deck === null) return null;
    // Another deck than that of the hand in progress begins a hand, which starts now.
    const isOurs = deck === this.hand?.deal?.deck;
    const startMs = (isOurs ? this.hand?.startedAtMs : null) ?? this.deps.clock.wallMs();
    return { deck, rakeOf: this.deps.rake.rakeOf(startMs) };
  }

  /**
   * Commits events as the next version; only when Redis has them are they told to anyone.
   *
   * A rejected promise means that nobody knows whether they were committed.
   */
  async commit(events: readonly HostedEvent[], context: CommitContext): Promise<CommitOutcome> {
    const { requestId, begun, command, userId } = context;
    const tableEvents = tableEventsOf(events);
    const state = tableEvents.reduce(evolveTable, this.state);
    const deals = this.deals.after(events, context.announced);
    const atMs = this.deps.clock.wallMs();
    const hand = handAfter(this.hand, tableEvents, atMs, begun && { deal: begun });
    const monitored = monitorFields(state);
    const next = { state, deals, hand, events, requestId, atMs, monitored };
    const settlement = this.records.settlementOf(next, this.deals);
    const end = commitDuration.startTimer();
    const outcome = await this.deps.store.commit({
      expectedVersion: this.version,
      entry: {
        atMs,
        requestId,
        userId,
        cmdId: command?.cmdId,
        events,
        ...this.records.sealed(state, begun),
      },
      publicFields: changedFields(this.monitored, monitored),
      command,
      checkpoint: isHandRunning(state) ? undefined : this.records.checkpoint(state, deals),
      settlement: settlement ?? undefined,
    });
    end();
    if (outcome.status === 'committed') {
      this.accept(next, settlement);
    }
    return outcome;
  }

  private accept(next: Accepted, settlement: Settlement | null): void {
    const { state, events, hand } = next;
    const tableEvents = tableEventsOf(events);
    this.state = state;
    this.monitored = next.monitored;
    this.deals = next.deals;
    this.version += 1;
    this.hand = hand;
    const now = { state, version: this.version, events: tableEvents };
    this.turn = turnAfter(this.deps.clock, this.turn, now);
    this.preActions.keepValid(state.hand);
    this.pass(events, settlement);
    this.tell(next);
  }

  /** What others have to know of a committed version: records of hands and of roots. */
  private pass(events: readonly HostedEvent[], settlement: Settlement | null): void {
    const { announced } = this.deals.state;
    if (announced !== null && announcesRoot(events)) this.deps.onRoot(announced);
    if (settlement === null) return;
    if ('outcome' in settlement) this.deps.onFinished(settlement);
    else this.deps.onRecord(settlement);
  }

  private tell({ events, hand, atMs }: Accepted): void {
    const { version, deps } = this;
    const tableEvents = tableEventsOf(events);
    const isDeal = dealsCards(tableEvents);
    const delta = this.deltas.add({
      ...{ version, atMs, isDeal, view: this.view() },
      events: events.flatMap(publicEvents),
      openings: openingsOf(hand, handEventsOf(tableEvents)),
    });
    // Own cards first: a client that draws the deal from the delta has them by then.
    if (isDeal) this.tellCards();
    deps.io.delta(delta);
    this.tellOwn();
    const { tableId } = delta;
    if (voidsHand(tableEvents)) deps.io.tableNotice(tableId, handVoidedNotice(tableId));
  }

  /** Tells players what is new in what only they see. */
  tellOwn(): void {
    this.own.tell(this.state);
  }

  ownOf(userId: string): OwnMessage {
    return this.own.of(this.state, userId);
  }

  private tellCards(): void {
    for (const seat of this.state.seats) {
      if (seat === null) continue;
      const message = this.cardsOf(seat.userId);
      if (message !== null) this.deps.io.cards(seat.userId, message);
    }
  }

  /** A player's own cards in the hand being played; null for everybody else. */
  cardsOf(userId: string): CardsMessage | null {
    return ownCards(this.state, this.hand?.deal ?? null, userId);
  }

  /** The hand in progress, or the root that waits, as one that Redis has lost; null without any. */
  lost(reason: string, requestId: string): Settlement | null {
    const { state, deals } = this;
    const isRunning = isHandRunning(state);
    const events = isRunning ? voidingEvents(reason) : voidedRoot(deals.state.announced, reason);
    const tableEvents = tableEventsOf(events);
    return this.records.settlementOf(
      {
        ...{ deals, events, requestId },
        state: tableEvents.reduce(evolveTable, state),
        hand: handAfter(this.hand, tableEvents, this.deps.clock.wallMs()),
      },
      deals,
    );
  }

  snapshot(): Snapshot {
    const { state, version: stateVersion } = this;
    const { openingsPart: openings } = this.deltas;
    return { tableId: state.tableId, stateVersion, table: this.view(), ...openings };
  }

  /** The deltas after a version, or null where some of them are no longer kept. */
  deltasSince(version: number): readonly Delta[] | null {
    return this.deltas.since(version, this.version);
  }

  private view(): TableView {
    const { io, row } = this.deps;
    const { turn } = this;
    return tableView(this.state, {
      name: row.name,
      status: this.status,
      turnClock:
        turn === null
          ? null
          : { deadlineAtMs: turn.deadlineAtMs, usingTimeBank: turn.bankSinceMs !== null },
      isConnected: (userId) => io.isConnected(userId),
      deals: this.deals.state,
    });
  }
}
