import {
  legalActions,
  LiveHand,
  seatIndex,
  type Deck,
  type HandCommand,
  type HandEvent,
  type HandState,
} from '@cardroom/engine';

import {
  deckOf,
  hasUnknownCards,
  setupOf,
  type RecordedHand,
  type RecordedStep,
} from './recorded-hand';

/** A place where the engine and the record do not agree. */
export interface Mismatch {
  readonly handId: string;
  /** Index of the decision, or null for the end of the hand. */
  readonly step: number | null;
  readonly reason: string;
}

/** A record as the engine played it. */
export interface PlayedRecord {
  readonly deck: Deck;
  /** As far as the engine could follow. */
  readonly events: readonly HandEvent[];
  /** Null where engine and record agree. */
  readonly mismatch: Mismatch | null;
}

/** The recorded decision as a command of the engine in the state it meets. */
function commandOf(state: HandState, step: RecordedStep): HandCommand {
  const seat = seatIndex(step.player);
  switch (step.action) {
    case 'fold':
      return { type: 'fold', seat };
    case 'check_or_call':
      return { type: legalActions(state)?.canCheck === true ? 'check' : 'call', seat };
    case 'bet_or_raise':
      return { type: state.currentBetKrw === 0 ? 'bet' : 'raise', seat, toKrw: step.toKrw ?? 0 };
  }
}

const text = (value: unknown): string => JSON.stringify(value);

function legalMismatch(state: HandState, step: RecordedStep): string | null {
  const legal = legalActions(state);
  if (legal === null) return `player ${step.player} decides, but nobody is to act`;
  if (legal.seat !== step.player)
    return `player ${step.player} decides, but ${legal.seat} is to act`;
  if (step.legal === undefined) return null;
  const { callKrw, minRaiseToKrw, maxRaiseToKrw } = legal;
  const ours = { callKrw, minRaiseToKrw, maxRaiseToKrw };
  return text(ours) === text(step.legal)
    ? null
    : `legal is ${text(ours)}, record ${text(step.legal)}`;
}

function endMismatch(state: HandState, hand: RecordedHand): string | null {
  if (state.outcome === 'playing')
    return `the hand is not over: ${String(state.toActSeat)} is to act`;
  if (text(state.board) !== text(hand.board)) return 'the record has other board cards';
  if (hand.finalKrw === null) return null;
  const stacks = [...state.seats].sort((a, b) => a.seat - b.seat).map((seat) => seat.stackKrw);
  return text(stacks) === text(hand.finalKrw)
    ? null
    : `stacks ${text(stacks)}, record ${text(hand.finalKrw)}`;
}

/** What is done at the table without a line in the record: runs are chosen, a hand is given up. */
function unrecordedCommand(state: HandState, hand: RecordedHand, isLast: boolean) {
  const [seat] = state.runChoiceSeats;
  if (seat !== undefined) return { type: 'choose_runs', seat, runs: 2 } as const;
  const isGivenUp = isLast && hand.isVoid && state.outcome === 'playing';
  return isGivenUp ? ({ type: 'void', reason: 'recorded' } as const) : null;
}

class Replay {
  events: readonly HandEvent[] = [];

  constructor(
    private readonly hand: RecordedHand,
    readonly deck: Deck,
  ) {}

  /** Plays the hand; returns where it went astray. */
  run(handNo: number): Mismatch | null {
    const dealer = { deck: this.deck, rakeOf: () => this.hand.rakeKrw };
    const opened = LiveHand.open(setupOf(this.hand, handNo), dealer);
    if (!opened.ok) return this.mismatch(null, opened.error.message);
    const live = opened.value;
    this.events = live.events;
    this.goOn(live, this.hand.steps.length === 0);
    for (const [index, step] of this.hand.steps.entries()) {
      const reason = legalMismatch(live.state, step);
      if (reason !== null) return this.mismatch(index, reason);
      const refusal = live.play(commandOf(live.state, step));
      if (refusal !== null) return this.mismatch(index, `${step.action} is ${refusal.code}`);
      this.goOn(live, index === this.hand.steps.length - 1);
    }
    const reason = endMismatch(live.state, this.hand);
    return reason === null ? null : this.mismatch(null, reason);
  }

  /** Does what has no line in the record. */
  private goOn(live: LiveHand, isLast: boolean): void {
    let command = unrecordedCommand(live.state, this.hand, isLast);
    while (command !== null && live.play(command) === null)
      command = unrecordedCommand(live.state, this.hand, isLast);
  }

  private mismatch(step: number | null, reason: string): Mismatch {
    return { handId: this.hand.id, step, reason };
  }
}

/** Unknown cards are filled in so many ways before a record counts as impossible. */
const MAX_FILLINGS = 1_000;

/**
 * Plays a record through the engine, comparing at every decision and at the end.
 *
 * Where the record does not know cards that were compared at the showdown, cards are looked for with
 * which it comes true: who mucked had a hand that lost.
 */
export function playRecord(hand: RecordedHand, handNo: number): PlayedRecord {
  const attempt = (filling: number): PlayedRecord => {
    const played = new Replay(hand, deckOf(hand, filling));
    const mismatch = played.run(handNo);
    return { deck: played.deck, events: played.events, mismatch };
  };
  const first = attempt(0);
  const mayDependOnCards = hasUnknownCards(hand) && first.mismatch?.step === null;
  if (!mayDependOnCards || first.events.length === 0) return first;
  for (let filling = 1; filling < MAX_FILLINGS; filling += 1) {
    const next = attempt(filling);
    if (next.mismatch === null) return next;
  }
  return first;
}
