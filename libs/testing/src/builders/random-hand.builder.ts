import {
  decide,
  holeCards,
  legalActions,
  replay,
  startHand,
  type Card,
  type Dealer,
  type HandCommand,
  type HandEvent,
  type HandSetup,
  type HandState,
} from '@cardroom/engine';
import { rakeOf, type RakeTerms } from '@cardroom/rake';

import { pick, type Random } from '../bots/seeded-random';
import { randomDeck } from './random-deck.builder';

export interface RandomHandOptions {
  readonly random: Random;
  readonly rake: RakeTerms;
  /** Ends before the first decision. */
  readonly isVoided: boolean;
}

/** What each seat was dealt, by its number. */
export type HoleCards = Readonly<Record<string, readonly Card[]>>;

/** A hand that is played to its end by legal actions at random, and what nobody was shown of it. */
export function randomHand(
  setup: HandSetup,
  options: RandomHandOptions,
): { readonly events: HandEvent[]; readonly holeCards: HoleCards } {
  const { random, rake, isVoided } = options;
  const dealer: Dealer = { deck: randomDeck(random), rakeOf: (hand) => rakeOf(hand, rake) };
  const events = [...valueOf(startHand(setup, dealer))];
  for (let state = replay(events); state.outcome === 'playing'; state = replay(events)) {
    const command = isVoided ? VOID : someAction(state, random);
    events.push(...valueOf(decide(state, command, dealer)));
  }
  const end = replay(events);
  const cardsOf = end.seats.map(({ seat }) => [String(seat), holeCards(end, dealer.deck, seat)]);
  return { events, holeCards: Object.fromEntries(cardsOf) as HoleCards };
}

const VOID: HandCommand = { type: 'void', reason: 'test' };

function someAction(state: HandState, random: Random): HandCommand {
  const legal = legalActions(state);
  if (legal === null) throw new Error('A hand in progress has somebody to act');
  const { seat, canCheck, minRaiseToKrw } = legal;
  const type = pick(random, ['fold', 'call', 'call', 'call', 'raise'] as const);
  if (type === 'raise' && minRaiseToKrw !== null) {
    return { type: state.currentBetKrw === 0 ? 'bet' : 'raise', seat, toKrw: minRaiseToKrw };
  }
  if (canCheck) return { type: 'check', seat };
  return { type: type === 'fold' ? 'fold' : 'call', seat };
}

function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (result.ok) return result.value;
  throw new Error(result.error.message);
}
