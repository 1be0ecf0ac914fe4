import { isKrw } from '@cardroom/money';

import {
  BETTING_STRUCTURES,
  type EntryPost,
  type HandSetup,
  type HandState,
  type Runs,
  type SeatSetup,
} from './hand-types';
import { isSeatIndex, MAX_SEATS, type SeatIndex } from './seat-index';
import { assertInvariant } from './result';

/** Seats clockwise from the button's left: the order of dealing, acting and odd chips. */
export function inDealOrder({ seats, buttonSeat }: HandSetup): readonly SeatSetup[] {
  const first = seats.findIndex(({ seat }) => seat > buttonSeat);
  return first <= 0 ? seats : turned(seats, first);
}

/** The same ring of seats from another place on; a loop, because joining lists takes V8 ten times as long. */
const turned = <T>(ring: readonly T[], first: number): readonly T[] =>
  ring.map((each, place) => ring[(first + place) % ring.length] ?? each);

/** Who posts the blinds: heads-up the button posts the small one. Rule: docs/rules/holdem.md §2.1. */
export function blindSeatsOf(
  setup: HandSetup,
  order: readonly SeatSetup[],
): Pick<HandState, 'smallBlindSeat' | 'bigBlindSeat'> {
  const [first, second] = order;
  assertInvariant(first !== undefined && second !== undefined, 'a hand has two seats or more');
  const buttonPostsSmall = order.length === 2 && second.seat === setup.buttonSeat;
  const { smallBlindSeat = buttonPostsSmall ? second.seat : first.seat } = setup;
  const { bigBlindSeat = buttonPostsSmall ? first.seat : second.seat } = setup;
  return { smallBlindSeat, bigBlindSeat };
}

/** Why a setup cannot become a hand, or null. Rule: docs/rules/holdem.md §1, §2. */
export const setupFault = (setup: HandSetup): string | null =>
  seatsFault(setup) ?? stakesFault(setup) ?? blindsFault(setup);

const isAmount = (value: number): boolean => isKrw(value) && value >= 0;

const isDealtIn = ({ seats }: HandSetup, at: SeatIndex): boolean =>
  seats.some(({ seat }) => seat === at);

function seatsFault({ seats }: HandSetup): string | null {
  if (seats.length < 2 || seats.length > MAX_SEATS) return 'A hand has two to ten seats';
  let before = -1;
  let totalKrw = 0;
  for (const { seat, stackKrw } of seats) {
    if (!isSeatIndex(seat) || seat <= before) return 'Seats are 0…9, rising';
    if (!isAmount(stackKrw) || stackKrw === 0) return 'Everyone has chips';
    before = seat;
    totalKrw += stackKrw;
  }
  return isKrw(totalKrw) ? null : 'The chips of all seats are an amount';
}

function stakesFault({ stakes }: HandSetup): string | null {
  const { smallBlindKrw, bigBlindKrw, anteKrw, bigBlindAnteKrw } = stakes;
  if (!isAmount(smallBlindKrw) || !isAmount(anteKrw) || !isAmount(bigBlindAnteKrw))
    return 'Blinds and antes are whole won';
  if (!isKrw(bigBlindKrw) || bigBlindKrw < 1) return 'There is a big blind';
  return smallBlindKrw > bigBlindKrw ? 'The small blind is not above the big one' : null;
}

type Blinds = ReturnType<typeof blindSeatsOf>;

function blindsFault(setup: HandSetup): string | null {
  if (!isSeatIndex(setup.buttonSeat)) return 'The button is at a seat';
  const blinds = blindSeatsOf(setup, inDealOrder(setup));
  const { smallBlindSeat, bigBlindSeat } = blinds;
  if (!isDealtIn(setup, bigBlindSeat)) return 'Nobody is the big blind';
  if (smallBlindSeat !== null && !isDealtIn(setup, smallBlindSeat))
    return 'Nobody is at the small blind';
  if (smallBlindSeat === bigBlindSeat) return 'The blinds are at two seats';
  return extrasFault(setup, blinds);
}

function extrasFault(setup: HandSetup, blinds: Blinds): string | null {
  const { structure = 'no-limit', boards = 1, entryPosts } = setup;
  if (!BETTING_STRUCTURES.includes(structure)) return 'The betting structure is not known';
  if (!isRuns(boards)) return 'A hand has one board or two';
  const fault = entryPosts === undefined ? null : entryFault(setup, blinds, entryPosts);
  return fault ?? straddleFault(setup, blinds);
}

/** Whether a value says how often the rest of the board can be dealt. */
export const isRuns = (value: number): value is Runs => value === 1 || value === 2;

function entryFault(
  setup: HandSetup,
  blinds: Blinds,
  entryPosts: readonly EntryPost[],
): string | null {
  const seats = new Set(entryPosts.map(({ seat }) => seat));
  if (seats.size < entryPosts.length) return 'A seat posts once to come in';
  return entryPosts.every((post) => isEntryPost(setup, blinds, post))
    ? null
    : 'Nobody can post like this';
}

/** Whether a seat is in the hand and posts no blind. */
const isFree = (setup: HandSetup, { smallBlindSeat, bigBlindSeat }: Blinds, at: SeatIndex) =>
  isDealtIn(setup, at) && at !== smallBlindSeat && at !== bigBlindSeat;

function isEntryPost(setup: HandSetup, blinds: Blinds, post: EntryPost): boolean {
  const { seat, liveKrw, deadKrw } = post;
  const isLiveUpToBlind = liveKrw <= setup.stakes.bigBlindKrw;
  return isAmount(liveKrw) && isAmount(deadKrw) && isLiveUpToBlind && isFree(setup, blinds, seat);
}

function straddleFault(setup: HandSetup, blinds: Blinds): string | null {
  const { straddle, stakes } = setup;
  if (straddle === undefined) return null;
  const { seat, amountKrw } = straddle;
  if (!isFree(setup, blinds, seat)) return 'Nobody can straddle there';
  return isKrw(amountKrw) && amountKrw >= stakes.bigBlindKrw * 2
    ? null
    : 'A straddle is two big blinds or more';
}
