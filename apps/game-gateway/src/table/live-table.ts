import type { CommandAnswer, CommitOutcome } from '@cardroom/cache';
import {
  evolveTable,
  isHandRunning,
  type Dealer,
  type Deck,
  type TableEvent,
  type TableState,
} from '@cardroom/engine';
import { histogram } from '@cardroom/platform';
import {
  diffViews,
  type CardsMessage,
  type Delta,
  type OwnMessage,
  type Snapshot,
  type TableView,
} from '@cardroom/protocol';
import { rakeOf } from '@cardroom/rake';

import type { DeckVault } from '../deck/deck-vault';
import { finishedHandOf, type FinishedHand } from '../settlement/finished-hand';
import { publicEvents } from './event.views';
import {
  dealsCards,
  endsHand,
  handAfter,
  handVoidedNotice,
  holeCardsBySeat,
  voidsHand,
  voidingEvents,
  type HandInProgress,
} from './hand-in-progress';
import { KeptDeltas } from './kept-deltas';
import { ownCards } from './own-cards.rules';
import { OwnViews } from './own-views';
import { PreActions } from './pre-actions';
import type { TableBroadcaster } from './table.io';
import type { TableRow } from './table.repository';
import type { RestoredTable, TableStore } from './table.store';
import { publicFields, tableView } from './table.views';
import { restoredTurn, turnAfter, type Clock, type Turn } from './turn-clock';

export interface CommitContext {
  readonly requestId: string;
  readonly userId?: string;
  readonly command?: CommandAnswer;
  /** Of the hand that these events begin. */
  readonly deck?: Deck;
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
  private readonly own: OwnViews;
  private hand: HandInProgress | null;
  /** The deck of the hand that was settled last, for those who show; lost with the process. */
  private lastDeck: Deck | null = null;
  /** What everybody at the table has been told. */
  private told: TableView;
  private readonly deltas = new KeptDeltas();

  constructor(
    private readonly deps: {
      readonly store: Pick<TableStore, 'commit'>;
      readonly vault: DeckVault;
      readonly io: TableBroadcaster;
      readonly clock: Clock;
      readonly row: Pick<TableRow, 'name'>;
      readonly onFinished: (hand: FinishedHand) => void;
    },
    restored: Omit<RestoredTable, 'unsettled'>,
  ) {
    this.state = restored.state;
    this.version = restored.version;
    this.hand = restored.hand;
    this.turn = restoredTurn(deps.clock, restored.state, restored.turn);
    this.own = new OwnViews({ ...deps, preActions: this.preActions });
    this.told = this.view();
  }

  get status(): TableView['status'] {
    if (this.isClosing) return 'closed';
    return this.isPaused ? 'paused' : 'open';
  }

  get handId(): string | null {
    return this.state.hand?.setup.handId ?? null;
  }

  private get deckOfHand(): Deck | null {
    return isHandRunning(this.state) ? (this.hand?.deck ?? null) : this.lastDeck;
  }

  /** Whether the hand being played has lost its deck: it cannot go on. */
  get isUnplayable(): boolean {
    return isHandRunning(this.state) && (this.hand?.deck ?? null) === null;
  }

  /** The dealer's secret and rules for the hand in progress, or for the hand that a deck begins. */
  dealer(deck: Deck | null = this.deckOfHand): Dealer | null {
    if (deck === null) return null;
    return { deck, rakeOf: (hand) => rakeOf(hand, this.state.config.rake) };
  }

  /**
   * Commits events as the next version; only when Redis has them are they told to anyone.
   *
   * A rejected promise means that nobody knows whether they were committed.
   */
  async commit(events: readonly TableEvent[], context: CommitContext): Promise<CommitOutcome> {
    const { requestId, deck, command, userId } = context;
    const state = events.reduce(evolveTable, this.state);
    const atMs = this.deps.clock.wallMs();
    const hand = handAfter(this.hand, events, deck === undefined ? undefined : { deck, atMs });
    const finished = endsHand(events) ? this.finished(state, hand, requestId) : null;
    const end = commitDuration.startTimer();
    const outcome = await this.deps.store.commit({
      expectedVersion: this.version,
      entry: {
        ...{ atMs, requestId, events },
        ...(userId === undefined ? {} : { userId }),
        ...(command === undefined ? {} : { cmdId: command.cmdId }),
        ...this.sealed(state, deck),
      },
      publicFields: publicFields(state),
      ...(command === undefined ? {} : { command }),
      ...(isHandRunning(state) ? {} : { checkpoint: state }),
      ...(finished === null ? {} : { settlement: finished }),
    });
    end();
    if (outcome.status === 'committed') this.accept({ state, hand, events, atMs, finished });
    return outcome;
  }

  private accept(next: {
    readonly state: TableState;
    readonly hand: HandInProgress | null;
    readonly events: readonly TableEvent[];
    readonly atMs: number;
    readonly finished: FinishedHand | null;
  }): void {
    const { state, events, finished } = next;
    this.state = state;
    this.version += 1;
    if (next.hand !== null) this.lastDeck = next.hand.deck;
    this.hand = finished === null ? next.hand : null;
    this.turn = turnAfter(this.deps.clock, this.turn, { state, version: this.version, events });
    this.preActions.keepValid(state.hand);
    if (finished !== null) this.deps.onFinished(finished);
    this.tell(events, next.atMs);
  }

  private tell(events: readonly TableEvent[], atMs: number): void {
    const { tableId } = this.state;
    const view = this.view();
    const patch = diffViews(this.told, view);
    const stateVersion = this.version;
    const delta: Delta = {
      tableId,
      stateVersion,
      atMs,
      events: events.flatMap(publicEvents),
      patch,
    };
    this.told = view;
    this.deltas.add(delta);
    // Own cards first: a client that draws the deal from the delta has them by then.
    if (dealsCards(events)) this.tellCards();
    this.deps.io.delta(delta);
    this.tellOwn();
    if (voidsHand(events)) this.deps.io.tableNotice(tableId, handVoidedNotice(tableId));
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
    return ownCards(this.state, this.hand?.deck ?? null, userId);
  }

  /** The hand in progress as one that Redis has lost; null where there is none. */
  voidedHand(reason: string, requestId: string): FinishedHand | null {
    if (!isHandRunning(this.state)) return null;
    const events = voidingEvents(reason);
    const voided = events.reduce(evolveTable, this.state);
    return this.finished(voided, handAfter(this.hand, events), requestId);
  }

  snapshot(): Snapshot {
    return { tableId: this.state.tableId, stateVersion: this.version, table: this.view() };
  }

  /** The deltas after a version, or null where some of them are no longer kept. */
  deltasSince(version: number): readonly Delta[] | null {
    return this.deltas.between(version, this.version);
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
    });
  }

  private finished(
    state: TableState,
    progress: HandInProgress | null,
    requestId: string,
  ): FinishedHand | null {
    const { hand } = state;
    if (hand === null || progress === null) return null;
    const { deck, events, startedAtMs } = progress;
    const { vault, clock } = this.deps;
    const { handId } = hand.setup;
    return finishedHandOf(state, hand, {
      ...{ events, startedAtMs, requestId, endedAtMs: clock.wallMs() },
      sealedCards: deck === null ? null : vault.sealHoleCards(handId, holeCardsBySeat(hand, deck)),
    });
  }

  private sealed(state: TableState, deck: Deck | undefined): { sealedDeck?: string } {
    if (deck === undefined || state.hand === null) return {};
    return { sealedDeck: this.deps.vault.sealDeck(state.hand.setup.handId, deck) };
  }
}
