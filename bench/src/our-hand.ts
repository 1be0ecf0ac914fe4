import {
  LiveHand,
  seatIndex,
  type Dealer,
  type HandCommand,
  type HandSetup,
  type HandState,
  type LegalActions,
  type Refusal,
  type Result,
} from '@cardroom/engine';
import { krw, ZERO_KRW, type Krw } from '@cardroom/money';

import {
  BIG_BLIND_KRW,
  BUTTON_SEAT,
  choose,
  Draws,
  SMALL_BLIND_KRW,
  type Choice,
  type DealtHand,
} from './dealt-hand';

const STAKES: HandSetup['stakes'] = {
  smallBlindKrw: krw(SMALL_BLIND_KRW),
  bigBlindKrw: krw(BIG_BLIND_KRW),
  anteKrw: ZERO_KRW,
  bigBlindAnteKrw: ZERO_KRW,
};

export function setupOf({ seed, stacksKrw }: DealtHand): HandSetup {
  return {
    handId: 'bench',
    handNo: seed,
    buttonSeat: seatIndex(BUTTON_SEAT),
    stakes: STAKES,
    seats: stacksKrw.map((stack, seat) => ({ seat: seatIndex(seat), stackKrw: krw(stack) })),
  };
}

const noRake = (): Krw => ZERO_KRW;

export const dealerOf = ({ deck }: DealtHand): Dealer => ({ deck, rakeOf: noRake });

export function valueOf<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export function commandOf(state: HandState, legal: LegalActions, choice: Choice): HandCommand {
  const { seat } = legal;
  if (typeof choice !== 'number') return { type: choice, seat };
  return { type: state.currentBetKrw === 0 ? 'bet' : 'raise', seat, toKrw: choice };
}

export const openOurs = (hand: DealtHand): LiveHand =>
  valueOf(LiveHand.open(setupOf(hand), dealerOf(hand)));

/** Plays a hand to its end by legal actions at random, and checks that no chip is lost or made. */
export function playOurs(hand: DealtHand): LiveHand {
  const draws = new Draws(hand);
  const live = openOurs(hand);
  for (;;) {
    const legal = live.legalActions();
    if (legal === null) break;
    const refusal = live.play(commandOf(live.state, legal, choose(draws, legal)));
    if (refusal !== null) throw new Error(refusal.message);
  }
  assertChipsKept(hand, live.state);
  return live;
}

function assertChipsKept({ seed, stacksKrw }: DealtHand, state: HandState): void {
  let chips = 0;
  for (const { stackKrw } of state.seats) chips += stackKrw;
  for (const stackKrw of stacksKrw) chips -= stackKrw;
  if (chips !== 0 || state.outcome !== 'settled') throw new Error(`Hand ${seed} lost chips`);
}
