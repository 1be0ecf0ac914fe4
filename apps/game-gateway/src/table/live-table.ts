import type { CommandAnswer, CommitOutcome } from '@cardroom/cache';
import {
  evolveTable,
  formatCard,
  holeCards,
  isHandRunning,
  seatOfUser,
  type Dealer,
  type Deck,
  type HandEvent,
  type HandState,
  type TableEvent,
  type TableState,
} from '@cardroom/engine';
import { counter, histogram } from '@cardroom/platform';
import {
  diffViews,
  type CardsMessage,
  type Delta,
  type Snapshot,
  type TableView,
} from '@cardroom/protocol';
import { rakeOf } from '@cardroom/rake';

import type { DeckVault } from '../deck/deck-vault';
import { finishedHandOf, type FinishedHand } from '../settlement/finished-hand';
import type { TableBroadcaster } from './table.io';
import type { TableRow } from './table.repository';
import type { RestoredTable, TableStore } from './table.store';
import { eventView, tableView } from './table.views';
import { FAIR_MINIMUM_MS, turnOf, type Clock, type Turn } from './turn-clock';

interface HandInProgress {
  readonly deck: Deck;
  readonly events: readonly HandEvent[];
  readonly startedAtMs: number;
}

export interface CommitContext {
  readonly requestId: string;
  readonly userId?: string;
  readonly command?: CommandAnswer;
  /** Of the hand that these events begin. */
  readonly deck?: Deck;
}

/** Deltas kept in memory for clients that come back after a short break. */
const KEPT_DELTAS = 64;

const hands = counter('hands_total', 'Hands that ended.', ['outcome']);
const commitDuration = histogram('commit_duration_seconds', 'Time of one commit in Redis.');

/** A table as its owner holds it: what the log says, and what follows from it for everyone to see. */
export class LiveTable {
  state: TableState;
  version: number;
  turn: Turn | null = null;
  isPaused = false;
  private hand: HandInProgress | null;
  private view: TableView;
  private readonly deltas: Delta[] = [];

  constructor(
    private readonly deps: {
      readonly store: TableStore;
      readonly vault: DeckVault;
      readonly io: TableBroadcaster;
      readonly clock: Clock;
      readonly row: TableRow;
      readonly onFinished: (hand: FinishedHand) => void;
    },
    restored: RestoredTable,
  ) {
    this.state = restored.state;
    this.version = restored.version;
    this.hand = restored.hand;
    this.turn = this.turnAfterRestore(restored);
    this.view = this.makeView(this.state);
  }

  get handId(): string | null {
    return this.state.hand?.setup.handId ?? null;
  }

  /** The dealer's secret and rules for the hand in progress, or for the hand that a deck begins. */
  dealer(deck: Deck | undefined = this.hand?.deck): Dealer | null {
    if (deck === undefined) return null;
    return { deck, rakeOf: (hand) => rakeOf(hand, this.state.config.rake) };
  }

  /**
   * Commits events as the next version; only when Redis has them are they told to anyone.
   *
   * A rejected promise means that nobody knows whether they were committed.
   */
  async commit(events: readonly TableEvent[], context: CommitContext): Promise<CommitOutcome> {
    const state = events.reduce(evolveTable, this.state);
    const hand = this.handAfter(events, context.deck);
    const finished = this.finishedHand(state, hand, events, context.requestId);
    const atMs = this.deps.clock.wallMs();
    const end = commitDuration.startTimer();
    const outcome = await this.deps.store.commit({
      expectedVersion: this.version,
      entry: {
        atMs,
        requestId: context.requestId,
        events,
        ...(context.userId === undefined ? {} : { userId: context.userId }),
        ...(context.command === undefined ? {} : { cmdId: context.command.cmdId }),
        ...this.sealed(state, context.deck),
      },
      publicFields: publicFields(state),
      ...(context.command === undefined ? {} : { command: context.command }),
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
    this.state = next.state;
    this.version += 1;
    this.hand = next.finished === null ? next.hand : null;
    this.turn = this.turnAfter(next.events);
    if (next.finished !== null) {
      hands.inc({ outcome: next.finished.outcome });
      this.deps.onFinished(next.finished);
    }
    this.tell(next.events, next.atMs);
  }

  private tell(events: readonly TableEvent[], atMs: number): void {
    const view = this.makeView(this.state);
    const delta: Delta = {
      tableId: this.state.tableId,
      stateVersion: this.version,
      atMs,
      events: events.map(eventView),
      patch: diffViews(this.view, view),
    };
    this.view = view;
    this.deltas.push(delta);
    if (this.deltas.length > KEPT_DELTAS) this.deltas.shift();
    const isDeal = events.some(
      (event) => event.type === 'hand' && event.event.type === 'cards_dealt',
    );
    // Own cards first: a client that draws the deal from the delta has them by then.
    if (isDeal) this.tellCards();
    this.deps.io.delta(delta);
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
    const at = seatOfUser(this.state, userId);
    const { hand, state } = this;
    if (at === null || hand === null || state.hand?.outcome !== 'playing') return null;
    if (state.handSessions[String(at.seat)]?.userId !== userId) return null;
    const [first, second] = holeCards(state.hand, hand.deck, at.seat);
    return {
      tableId: state.tableId,
      handId: state.hand.setup.handId,
      seat: at.seat,
      cards: [formatCard(first), formatCard(second)],
    };
  }

  /** The hand in progress as one that cannot go on: every seat has its stack of before. */
  voidedHand(reason: string, requestId: string): FinishedHand | null {
    const { hand, state } = this;
    if (hand === null || state.hand?.outcome !== 'playing') return null;
    const event: TableEvent = { type: 'hand', event: { type: 'hand_voided', reason } };
    const voided = evolveTable(state, event);
    const progress = { ...hand, events: [...hand.events, event.event] };
    return this.finishedHand(voided, progress, [event], requestId);
  }

  snapshot(): Snapshot {
    this.view = this.makeView(this.state);
    return { tableId: this.state.tableId, stateVersion: this.version, table: this.view };
  }

  /** The deltas after a version, or null where some of them are no longer kept. */
  deltasSince(version: number): readonly Delta[] | null {
    if (version > this.version) return null;
    const missed = this.deltas.filter((delta) => delta.stateVersion > version);
    return missed.length === this.version - version ? missed : null;
  }

  makeView(state: TableState): TableView {
    const { io, row } = this.deps;
    return tableView(state, {
      name: row.name,
      status: this.isPaused ? 'paused' : 'open',
      turnClock:
        this.turn === null
          ? null
          : {
              deadlineAtMs: Math.round(this.turn.deadlineAtMs),
              usingTimeBank: this.turn.bankSinceMs !== null,
            },
      isConnected: (userId) => io.isConnected(userId),
    });
  }

  private handAfter(events: readonly TableEvent[], deck: Deck | undefined): HandInProgress | null {
    const added = events.flatMap((event) => (event.type === 'hand' ? [event.event] : []));
    if (deck !== undefined) {
      return { deck, events: added, startedAtMs: this.deps.clock.wallMs() };
    }
    return this.hand === null ? null : { ...this.hand, events: [...this.hand.events, ...added] };
  }

  private finishedHand(
    state: TableState,
    progress: HandInProgress | null,
    events: readonly TableEvent[],
    requestId: string,
  ): FinishedHand | null {
    const isEnd = events.some(
      (event) =>
        event.type === 'hand' &&
        (event.event.type === 'hand_settled' || event.event.type === 'hand_voided'),
    );
    if (!isEnd || state.hand === null || progress === null) return null;
    return finishedHandOf(state, state.hand, {
      events: progress.events,
      sealedCards: this.sealedHoleCards(state.hand, progress.deck),
      startedAtMs: progress.startedAtMs,
      endedAtMs: this.deps.clock.wallMs(),
      requestId,
    });
  }

  private sealedHoleCards(hand: HandState, deck: Deck): string {
    const cards = new Map(hand.seats.map(({ seat }) => [seat, holeCards(hand, deck, seat)]));
    return this.deps.vault.sealHoleCards(hand.setup.handId, cards);
  }

  private sealed(state: TableState, deck: Deck | undefined): { sealedDeck?: string } {
    if (deck === undefined || state.hand === null) return {};
    return { sealedDeck: this.deps.vault.sealDeck(state.hand.setup.handId, deck) };
  }

  private turnAfter(events: readonly TableEvent[]): Turn | null {
    const { clock } = this.deps;
    const seat = this.state.hand?.toActSeat ?? null;
    if (seat === null || !isHandRunning(this.state)) return null;
    const bank = events.find((event) => event.type === 'time_bank_started');
    if (bank !== undefined && this.turn !== null) {
      const remainingMs = this.state.seats[seat]?.timeBankMs ?? 0;
      const { sinceVersion } = this.turn;
      return turnOf(clock, { seat, sinceVersion, remainingMs }, clock.nowMs());
    }
    if (!events.some((event) => event.type === 'hand')) return this.turn;
    const remainingMs = this.state.config.actionTimeoutMs;
    return turnOf(clock, { seat, sinceVersion: this.version, remainingMs });
  }

  /** What is left of the decision that was interrupted, but never less than the fair minimum. */
  private turnAfterRestore(restored: RestoredTable): Turn | null {
    const { clock } = this.deps;
    const seat = restored.state.hand?.toActSeat ?? null;
    if (seat === null || !isHandRunning(restored.state)) return null;
    const { turnSinceVersion: sinceVersion, bankSinceAtMs, turnSinceAtMs } = restored;
    const isInBank = bankSinceAtMs !== null;
    const { actionTimeoutMs } = restored.state.config;
    const grantedMs = isInBank ? (restored.state.seats[seat]?.timeBankMs ?? 0) : actionTimeoutMs;
    const leftMs = grantedMs - (clock.wallMs() - (bankSinceAtMs ?? turnSinceAtMs));
    const fairMs = Math.min(FAIR_MINIMUM_MS, actionTimeoutMs);
    const remainingMs = Math.min(Math.max(leftMs, fairMs), Math.max(grantedMs, fairMs));
    return turnOf(clock, { seat, sinceVersion, remainingMs }, isInBank ? clock.nowMs() : null);
  }
}

/** The table's public values for monitors, partly updated with each version. */
function publicFields(state: TableState): Record<string, string> {
  const { hand } = state;
  return {
    handNo: String(state.handNo),
    handId: hand?.setup.handId ?? '',
    street: hand?.outcome === 'playing' ? hand.street : '',
    board: (hand?.board ?? []).map(formatCard).join(''),
    toActSeat: String(hand?.toActSeat ?? ''),
    seats: JSON.stringify(
      state.seats.map((seat) =>
        seat === null ? null : { userId: seat.userId, stackKrw: seat.stackKrw },
      ),
    ),
  };
}
