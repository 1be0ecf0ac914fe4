import type { LegalActions, LiveHand } from '@cardroom/engine';

import { choose, dealtHand, Draws, type Choice, type Choices, type DealtHand } from './dealt-hand';
import { commandOf, openOurs } from './our-hand';
import type { Peers } from './peers';
import { PokerTsHands } from './poker-ts-hand';

/** How poker-ts may part from our rules in a hand, in the order in which it is noticed. */
export const DIFFERENCES = [
  'asks somebody else, or nobody',
  'refuses an action',
  'asks on where ours is over',
  'another call or check',
  'another smallest raise',
  'raising allowed where ours is not',
  'raising refused where ours allows it',
  'another largest raise',
  'other stacks, all chips there',
  'chips lost or made',
  'never ends',
] as const;
export type Difference = (typeof DIFFERENCES)[number];

export interface Comparison {
  readonly agreed: readonly DealtHand[];
  readonly differences: ReadonlyMap<Difference, number>;
}

interface Step {
  readonly legal: LegalActions;
  readonly choice: Choice;
}

class NobodyLeftError extends Error {}

/** Plays hands on both engines, with the same cards and the same random actions. */
export function compareRules(peers: Peers, seeds: Iterable<number>): Comparison {
  const { pokerTsArrays: arrays } = peers;
  const { nextOrWrap } = arrays;
  // In some hands poker-ts looks for a winner among nobody, for ever.
  arrays.nextOrWrap = (array, index) => {
    if (array.every((entry) => entry === null)) throw new NobodyLeftError();
    return nextOrWrap(array, index);
  };
  const agreed: DealtHand[] = [];
  const differences = new Map<Difference, number>();
  let theirs = new PokerTsHands(peers.pokerTs);
  for (const seed of seeds) {
    const hand = dealtHand(seed);
    const difference = differenceIn(hand, theirs);
    if (difference === null) agreed.push(hand);
    else differences.set(difference, (differences.get(difference) ?? 0) + 1);
    if (theirs.table.isHandInProgress()) theirs = new PokerTsHands(peers.pokerTs);
  }
  arrays.nextOrWrap = nextOrWrap;
  return { agreed, differences };
}

/** What is decided in a hand on our engine. */
function stepsOf(hand: DealtHand, ours: LiveHand): Step[] {
  const draws = new Draws(hand);
  const steps: Step[] = [];
  for (let legal = ours.legalActions(); legal !== null; legal = ours.legalActions()) {
    const choice = choose(draws, legal);
    steps.push({ legal, choice });
    ours.play(commandOf(ours.state, legal, choice));
  }
  return steps;
}

function differenceIn(hand: DealtHand, theirs: PokerTsHands): Difference | null {
  const ours = openOurs(hand);
  const steps = stepsOf(hand, ours);
  const stackOf = new Map(
    ours.state.seats.map(({ seat, stackKrw }) => [Number(seat), Number(stackKrw)]),
  );
  try {
    theirs.start(hand);
    theirs.runOn();
    for (const step of steps) {
      const difference = differenceAt(step, theirs);
      if (difference !== null) return difference;
      theirs.act(step.choice);
      theirs.runOn();
    }
  } catch (cause) {
    return cause instanceof NobodyLeftError ? 'never ends' : 'refuses an action';
  }
  if (theirs.table.isHandInProgress()) return 'asks on where ours is over';
  const stacks = theirs.stacks();
  if (stacks.every((stack, seat) => stack === stackOf.get(seat))) return null;
  const sum = (chips: readonly number[]): number => chips.reduce((total, each) => total + each, 0);
  return sum(stacks) === sum(hand.stacksKrw)
    ? 'other stacks, all chips there'
    : 'chips lost or made';
}

function differenceAt({ legal }: Step, theirs: PokerTsHands): Difference | null {
  if (!theirs.table.isHandInProgress() || theirs.table.playerToAct() !== Number(legal.seat)) {
    return 'asks somebody else, or nobody';
  }
  const choices: Choices = theirs.choices();
  if (choices.canCheck !== legal.canCheck) return 'another call or check';
  const { minRaiseToKrw, maxRaiseToKrw } = legal;
  const isAllowed = minRaiseToKrw !== null;
  const isAllowedThere = choices.minRaiseToKrw !== null;
  if (!isAllowed && isAllowedThere) return 'raising allowed where ours is not';
  if (isAllowed && !isAllowedThere) return 'raising refused where ours allows it';
  if (choices.minRaiseToKrw !== minRaiseToKrw) return 'another smallest raise';
  return choices.maxRaiseToKrw === maxRaiseToKrw ? null : 'another largest raise';
}
