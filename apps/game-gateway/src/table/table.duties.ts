import {
  canStartHand,
  decideTable,
  isHandRunning,
  nextTidyAtMs,
  seatAt,
  seatIndex,
  type TableCommand,
  type TableState,
} from '@cardroom/engine';
import { areAllSeedsOpen, type AnnouncedDeal, type DealSecret } from '@cardroom/fairness';
import { assertInvariant } from '@cardroom/platform';

import { MAX_BACKLOG_HANDS, type Settler } from '../settlement/settler';
import { announcementOf, type HandDeal } from '../deck/hand-deal';
import { voidingEvents } from './hand-in-progress';
import { beginCommitted, beginPlain } from './hand-start';
import { dealEvent, type HostedEvent } from './hosted-event';
import type { CommitContext, LiveTable } from './live-table';
import { voidedRoot } from './table-records';
import type { TableChores } from './table.chores';
import { bankUsedMs, type Clock, type Turn } from './turn-clock';

/** What a table does next by itself. */
export type Duty =
  | { readonly type: 'rest' }
  | { readonly type: 'wait'; readonly ms: number }
  | {
      readonly type: 'commit';
      readonly events: readonly HostedEvent[];
      /** Of the hand that the events begin. */
      readonly begun?: HandDeal;
      /** Of the root that the events announce. */
      readonly announced?: DealSecret;
    };

const REST: Duty = { type: 'rest' };

/** The secrets of a duty, as its commit takes them. */
export const secretsOf = ({
  begun,
  announced,
}: Extract<Duty, { type: 'commit' }>): Pick<CommitContext, 'begun' | 'announced'> => ({
  ...(begun === undefined ? {} : { begun }),
  ...(announced === undefined ? {} : { announced }),
});

/** Nobody sleeps longer, whatever the clocks say. */
const MAX_REST_MS = 60_000;

/** The least between a root with promises and its deal. Rule: docs/rules/fairness.md §3.5. */
const SEED_WINDOW_MS = 300;

/** What the house does at a table: clocks, leaving, top-ups, the next hand. */
export class TableDuties {
  private nextHandMs: number;
  private seedsUntilMs: number;
  private isDraining = false;
  private isClosing = false;

  constructor(
    private readonly deps: {
      readonly clock: Clock;
      readonly chores: TableChores;
      readonly settler: Pick<Settler, 'backlogHands'>;
    },
  ) {
    this.nextHandMs = deps.clock.nowMs();
    this.seedsUntilMs = this.nextHandMs;
  }

  /** A hand is over: the winner is seen for a while. */
  handEnded(showdownPauseMs: number): void {
    this.nextHandMs = this.deps.clock.nowMs() + showdownPauseMs;
  }

  /** No new hand begins from now on; the hand in progress stays in the log for the next owner. */
  drain(): void {
    this.isDraining = true;
  }

  /** The table is closed for play: after the hand everybody leaves with their chips. */
  setClosing(isClosing: boolean): void {
    this.isClosing = isClosing;
  }

  async next(live: LiveTable): Promise<Duty> {
    live.isClosing = this.isClosing;
    if (isHandRunning(live.state)) return this.ofHand(live);
    const farewells = this.isClosing ? everybodyLeaves(live.state) : [];
    if (farewells.length > 0) return { type: 'commit', events: farewells };
    const { chores, settler } = this.deps;
    this.setPaused(live, settler.backlogHands >= MAX_BACKLOG_HANDS);
    const isBusy = settler.backlogHands > 0;
    const events = isBusy ? null : await chores.next(live.state);
    if (events !== null) return { type: 'commit', events };
    const tidied = this.tidied(live);
    if (tidied.length > 0) return { type: 'commit', events: tidied };
    // Whoever leaves or waits for chips is served before the next hand, not after it.
    const mustWait = isBusy && chores.hasWork(live.state);
    return this.untilTidy(mustWait ? REST : this.nextHand(live), live);
  }

  private tidied(live: LiveTable): readonly HostedEvent[] {
    if (this.isDraining || this.isClosing) return [];
    const nowMs = this.deps.clock.wallMs();
    const decided = decideTable(live.state, { type: 'tidy', nowMs }, null);
    assertInvariant(decided.ok, 'the house may tidy its table');
    return decided.value;
  }

  /** A rest ends when an offer or an idle seat runs out. */
  private untilTidy(duty: Duty, { state }: LiveTable): Duty {
    const atMs = nextTidyAtMs(state);
    if (duty.type === 'commit' || atMs === null || this.isDraining || this.isClosing) return duty;
    const dutyMs = duty.type === 'wait' ? duty.ms : MAX_REST_MS;
    const tidyMs = Math.max(0, atMs - this.deps.clock.wallMs());
    return { type: 'wait', ms: Math.min(dutyMs, tidyMs, MAX_REST_MS) };
  }

  private nextHand(live: LiveTable): Duty {
    const { announced } = live.deals.state;
    if (this.isDraining || live.isPaused) return REST;
    if (announced !== null) return this.announcedHand(live, announced);
    if (this.isClosing || !canStartHand(live.state)) return REST;
    const { handId, deck, seed } = this.deps.chores.newHand(live.state);
    if (seed === null) {
      return this.waiting(this.nextHandMs) ?? { type: 'commit', ...beginPlain(live, handId, deck) };
    }
    this.seedsUntilMs = this.deps.clock.nowMs() + SEED_WINDOW_MS;
    const secret = { seed, deck };
    const root = announcementOf(handId, secret, live.deals.state.commitments);
    return { type: 'commit', events: [dealEvent(root)], announced: secret };
  }

  /** A root waits for its hand: it is dealt when the pause is over, or void. */
  private announcedHand(live: LiveTable, announced: AnnouncedDeal): Duty {
    const { secret } = live.deals;
    if (this.isClosing) return voided(announced, 'table_closed');
    if (secret === null) return voided(announced, 'secret_lost');
    if (!canStartHand(live.state)) return voided(announced, 'not_enough_players');
    const untilMs = areAllSeedsOpen(announced) ? this.nextHandMs : this.dealMs();
    return this.waiting(untilMs) ?? { type: 'commit', ...beginCommitted(live, announced, secret) };
  }

  private dealMs(): number {
    return Math.max(this.nextHandMs, this.seedsUntilMs);
  }

  private waiting(untilMs: number): Duty | null {
    const ms = untilMs - this.deps.clock.nowMs();
    return ms > 0 ? { type: 'wait', ms } : null;
  }

  private ofHand(live: LiveTable): Duty {
    if (live.isUnplayable) return { type: 'commit', events: voidingEvents('deck_lost') };
    const { turn, state } = live;
    if (turn === null) return REST;
    if (turn.choosesRuns) return this.ofRuns(live, turn);
    const seat = seatIndex(turn.seat);
    const at = seatAt(state, seat);
    const hasLeft = at === null || at.leaving;
    const decidedBefore = hasLeft ? null : live.preActions.due(state.hand);
    if (decidedBefore !== null) {
      return this.byRule(live, { type: 'play', action: decidedBefore, usedMs: 0 });
    }
    const waitMs = hasLeft ? 0 : turn.deadlineMs - this.deps.clock.nowMs();
    if (waitMs > 0) return { type: 'wait', ms: waitMs };
    if (!hasLeft && turn.bankSinceMs === null && at.timeBankMs > 0) {
      return this.byRule(live, { type: 'start_time_bank', seat });
    }
    const usedMs = bankUsedMs(this.deps.clock, turn);
    const type = hasLeft ? 'fold' : 'timeout';
    return this.byRule(live, { type: 'play', action: { type, seat }, usedMs });
  }

  /** Whoever has left, or does not answer in time, chooses one run. Rule: docs/rules/holdem.md §11.2. */
  private ofRuns(live: LiveTable, turn: Turn): Duty {
    const seats = live.state.hand?.runChoiceSeats ?? [];
    const left = seats.find((seat) => seatAt(live.state, seat)?.leaving !== false);
    const waitMs = left === undefined ? turn.deadlineMs - this.deps.clock.nowMs() : 0;
    if (waitMs > 0) return { type: 'wait', ms: waitMs };
    const seat = left ?? seatIndex(turn.seat);
    return this.byRule(live, { type: 'play', action: { type: 'timeout', seat }, usedMs: 0 });
  }

  private byRule(live: LiveTable, command: TableCommand): Duty {
    const decided = decideTable(live.state, command, live.dealer());
    assertInvariant(decided.ok, 'the system may act for the seat whose time is up');
    return { type: 'commit', events: decided.value };
  }

  private setPaused(live: LiveTable, paused: boolean): void {
    if (paused === live.isPaused) return;
    live.isPaused = paused;
    this.deps.chores.tellPaused(paused);
  }
}

const everybodyLeaves = (state: TableState): HostedEvent[] =>
  state.seats.flatMap((at) =>
    at === null || at.leaving ? [] : [{ type: 'leave_requested', seat: at.seat }],
  );

const voided = (announced: AnnouncedDeal, reason: string): Duty => ({
  type: 'commit',
  events: voidedRoot(announced, reason),
});
