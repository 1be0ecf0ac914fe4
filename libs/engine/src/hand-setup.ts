import { isKrw } from '@cardroom/money';

import { blindSeatsOf } from './evolve';
import {
  BETTING_STRUCTURES,
  isSeatIndex,
  MAX_SEATS,
  type EntryPost,
  type HandSetup,
  type SeatIndex,
} from './hand-types';

const isDealtIn = ({ seats }: HandSetup, at: SeatIndex): boolean =>
  seats.some(({ seat }) => seat === at);

/** Why a setup cannot become a hand, or null. Rule: docs/rules/holdem.md §1, §2. */
export const setupFault = (setup: HandSetup): string | null =>
  seatsFault(setup) ?? stakesFault(setup) ?? blindsFault(setup) ?? extrasFault(setup);

function seatsFault({ seats }: HandSetup): string | null {
  if (seats.length < 2 || seats.length > MAX_SEATS) return 'A hand has two to ten seats';
  const isRising = seats.every(({ seat }, index) => seat > (seats[index - 1]?.seat ?? -1));
  if (!isRising || !seats.every(({ seat }) => isSeatIndex(seat))) return 'Seats are 0…9, rising';
  if (!seats.every(({ stackKrw }) => isKrw(stackKrw) && stackKrw > 0)) return 'Everyone has chips';
  const totalKrw = seats.reduce((sum, { stackKrw }) => sum + stackKrw, 0);
  return isKrw(totalKrw) ? null : 'The chips of all seats are an amount';
}

function stakesFault({ stakes }: HandSetup): string | null {
  const costs = [stakes.smallBlindKrw, stakes.anteKrw, stakes.bigBlindAnteKrw];
  if (!costs.every((cost) => isKrw(cost) && cost >= 0)) return 'Blinds and antes are whole won';
  if (!isKrw(stakes.bigBlindKrw) || stakes.bigBlindKrw < 1) return 'There is a big blind';
  return stakes.smallBlindKrw > stakes.bigBlindKrw
    ? 'The small blind is not above the big one'
    : null;
}

function blindsFault(setup: HandSetup): string | null {
  if (!isSeatIndex(setup.buttonSeat)) return 'The button is at a seat';
  const { smallBlindSeat, bigBlindSeat } = blindSeatsOf(setup);
  if (!isDealtIn(setup, bigBlindSeat)) return 'Nobody is the big blind';
  if (smallBlindSeat !== null && !isDealtIn(setup, smallBlindSeat))
    return 'Nobody is at the small blind';
  return smallBlindSeat === bigBlindSeat ? 'The blinds are at two seats' : null;
}

function extrasFault(setup: HandSetup): string | null {
  const { structure = 'no-limit', boards = 1, entryPosts = [] } = setup;
  if (!BETTING_STRUCTURES.includes(structure)) return 'The betting structure is not known';
  if (![1, 2].includes(boards)) return 'A hand has one board or two';
  const seats = new Set(entryPosts.map(({ seat }) => seat));
  if (seats.size < entryPosts.length) return 'A seat posts once to come in';
  if (!entryPosts.every((post) => isEntryPost(setup, post))) return 'Nobody can post like this';
  return straddleFault(setup);
}

const isBlind = (setup: HandSetup, seat: SeatIndex): boolean => {
  const { smallBlindSeat, bigBlindSeat } = blindSeatsOf(setup);
  return seat === smallBlindSeat || seat === bigBlindSeat;
};

function isEntryPost(setup: HandSetup, { seat, liveKrw, deadKrw }: EntryPost): boolean {
  const areAmounts = [liveKrw, deadKrw].every((amount) => isKrw(amount) && amount >= 0);
  const isLiveUpToBlind = liveKrw <= setup.stakes.bigBlindKrw;
  return areAmounts && isLiveUpToBlind && isDealtIn(setup, seat) && !isBlind(setup, seat);
}

function straddleFault(setup: HandSetup): string | null {
  const { straddle, stakes } = setup;
  if (straddle === undefined) return null;
  const { seat, amountKrw } = straddle;
  if (!isDealtIn(setup, seat) || isBlind(setup, seat)) return 'Nobody can straddle there';
  return isKrw(amountKrw) && amountKrw >= stakes.bigBlindKrw * 2
    ? null
    : 'A straddle is two big blinds or more';
}
