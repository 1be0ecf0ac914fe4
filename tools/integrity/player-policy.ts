import {
  liveSeats,
  rankHand,
  totalPotKrw,
  type Card,
  type HandCommand,
  type HandSeat,
  type HandState,
  type LegalActions,
  type SeatIndex,
} from '@cardroom/engine';
import type { Random } from '@cardroom/testing';

export const ROLES = ['honest', 'giver', 'taker', 'soft', 'bot'] as const;
export type PlayerRole = (typeof ROLES)[number];

/** A simulated player. */
export interface SimulatedPlayer {
  readonly userId: string;
  readonly role: PlayerRole;
  /** With whom a colluder plays together. */
  readonly partner: string | null;
  /** From 0 (calls everything) to 1 (waits for good hands). */
  readonly tightness: number;
  /** Share of playable hands that are bet or raised. */
  readonly aggression: number;
  /** Natural logarithm of the usual milliseconds, its spread, and how much hard decisions add. */
  readonly tempo: { readonly mean: number; readonly spread: number; readonly hardMore: number };
}

/** What a player knows when it is to act. */
export interface Situation {
  readonly me: SimulatedPlayer;
  readonly state: HandState;
  readonly legal: LegalActions;
  readonly hole: readonly Card[];
  /** Who sits where. */
  readonly playerAt: (seat: SeatIndex) => SimulatedPlayer | undefined;
  /** Whether chips are to change hands in this hand: known to giver and taker. */
  readonly isDumpHand: boolean;
}

/** What a simulated player does. */
export function decideFor(situation: Situation, random: Random): HandCommand {
  const { me } = situation;
  if ((me.role === 'giver' || me.role === 'taker') && situation.isDumpHand) {
    const planned = playDump(situation);
    if (planned !== null) return planned;
  }
  if (me.role === 'soft' && isAloneWithPartner(situation)) return callOrCheck(situation.legal);
  return playHonestly(situation, random);
}

/** A third of the stack goes in, the partner raises, and the giver folds; null: as any other hand. */
function playDump(situation: Situation): HandCommand | null {
  const { me, state, legal, playerAt } = situation;
  const live = liveSeats(state);
  const mine = live.find(({ seat }) => seat === legal.seat);
  const partner = live.find(({ seat }) => playerAt(seat)?.userId === me.partner);
  if (mine === undefined || partner === undefined) return null;
  const isIn = (seat: HandSeat): boolean => seat.contributedKrw >= seat.startStackKrw * 0.3;
  if (me.role === 'taker') return isIn(partner) ? raiseTo(situation, Infinity) : callOrCheck(legal);
  if (!isIn(mine)) return raiseTo(situation, mine.contributedKrw + mine.startStackKrw * 0.4);
  if (legal.canCheck) return callOrCheck(legal);
  return state.lastAggressorSeat === partner.seat ? { type: 'fold', seat: legal.seat } : null;
}

const callOrCheck = ({ canCheck, seat }: LegalActions): HandCommand => ({
  type: canCheck ? 'check' : 'call',
  seat,
});

function isAloneWithPartner({ me, state, playerAt }: Situation): boolean {
  const live = liveSeats(state);
  if (live.length !== 2 || state.street === 'preflop') return false;
  return live.some(({ seat }) => playerAt(seat)?.userId === me.partner);
}

/** Good hands bet and raise, each raise before them asks for a better one; bad ones fold to a price. */
function playHonestly(situation: Situation, random: Random): HandCommand {
  const { me, state, legal } = situation;
  const strength = strengthOf(situation) + 0.25 * (random() - 0.5);
  const asked = 0.45 + 0.2 * me.tightness + 0.12 * state.betCount;
  if (strength > asked && random() < me.aggression) {
    const potKrw = totalPotKrw(state);
    return raiseTo(situation, state.currentBetKrw + potKrw * (0.4 + 0.5 * random()));
  }
  if (legal.canCheck) return callOrCheck(legal);
  const price = legal.callKrw / (totalPotKrw(state) + legal.callKrw);
  const isEnough = strength > 0.25 + 0.2 * me.tightness + price * 0.7;
  return isEnough ? callOrCheck(legal) : { type: 'fold', seat: legal.seat };
}

function raiseTo({ state, legal }: Situation, wantedKrw: number): HandCommand {
  const { seat, minRaiseToKrw, maxRaiseToKrw } = legal;
  if (minRaiseToKrw === null || maxRaiseToKrw === null) return callOrCheck(legal);
  const toKrw = Math.min(maxRaiseToKrw, Math.max(minRaiseToKrw, Math.round(wantedKrw)));
  return { type: state.currentBetKrw === 0 ? 'bet' : 'raise', seat, toKrw };
}

/** Every class of five-card hands has a number from 1 to this. */
const CLASSES = 7_462;

/** From 0 to 1: by the two cards before the flop, by the best five after it. */
function strengthOf({ hole, state }: Situation): number {
  if (state.board.length === 0) {
    const [high = 0, low = 0] = hole.map((card) => card >> 2).sort((a, b) => b - a);
    return high === low ? 0.5 + high / 24 : (high + low) / 30 + (high - low < 3 ? 0.06 : 0);
  }
  return (rankHand([...hole, ...state.board]) / CLASSES) ** 0.7;
}
