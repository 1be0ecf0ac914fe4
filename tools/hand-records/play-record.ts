import {
  decide,
  evolve,
  legalActions,
  replay,
  seatIndex,
  startHand,
  type Dealer,
  type HandCommand,
  type HandState,
} from '@cardroom/engine';
import { krw } from '@cardroom/money';

import { deckOf, setupOf, type RecordedHand, type RecordedStep } from './recorded-hand';

/** A place where the engine and the record do not agree. */
export interface Mismatch {
  readonly handId: string;
  /** Index of the decision, or null for the end of the hand. */
  readonly step: number | null;
  readonly reason: string;
}

/** The recorded decision as a command of the engine in the state it meets. */
export function commandOf(state: HandState, step: RecordedStep): HandCommand {
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
  if (state.outcome !== 'settled')
    return `the hand is not over: ${String(state.toActSeat)} is to act`;
  if (hand.finalKrw === null) return null;
  const stacks = [...state.seats].sort((a, b) => a.seat - b.seat).map((seat) => seat.stackKrw);
  return text(stacks) === text(hand.finalKrw)
    ? null
    : `stacks ${text(stacks)}, record ${text(hand.finalKrw)}`;
}

/** Plays a record through the engine, comparing at every decision and at the end. */
export function playRecord(hand: RecordedHand, handNo: number): Mismatch[] {
  const mismatch = (step: number | null, reason: string): Mismatch[] => [
    { handId: hand.id, step, reason },
  ];
  const dealer: Dealer = { deck: deckOf(hand), rakeOf: () => krw(0) };
  const started = startHand(setupOf(hand, handNo), dealer);
  if (!started.ok) return mismatch(null, started.error.message);
  let state = replay(started.value);
  for (const [index, step] of hand.steps.entries()) {
    const reason = legalMismatch(state, step);
    if (reason !== null) return mismatch(index, reason);
    const decided = decide(state, commandOf(state, step), dealer);
    if (!decided.ok) return mismatch(index, `${step.action} is ${decided.error.code}`);
    state = decided.value.reduce(evolve, state);
  }
  const reason = endMismatch(state, hand);
  return reason === null ? [] : mismatch(null, reason);
}
