import type { HandState, TableEvent, TableState } from '@cardroom/engine';

import type { Moment, Referee } from './referee';

const sum = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0);

const middleOf = (hand: HandState): number =>
  sum(hand.seats.map((seat) => seat.contributedKrw + seat.deadKrw));

/** Every chip at the table: stacks of those not in the hand, and the hand's own chips. */
function chipsAt(state: TableState): number {
  const { hand } = state;
  if (hand?.outcome !== 'playing') return sum(state.seats.map((seat) => seat?.stackKrw ?? 0));
  const inHand = new Set<number>(hand.seats.map(({ seat }) => seat));
  const outside = state.seats.map((at) => (at === null || inHand.has(at.seat) ? 0 : at.stackKrw));
  return sum(outside) + sum(hand.seats.map((seat) => seat.stackKrw)) + middleOf(hand);
}

/** What an event brings to the table or takes away. */
function flowOf(event: TableEvent, before: TableState): number {
  if (event.type === 'seat_taken') return event.stackKrw;
  if (event.type === 'topped_up') return event.amountKrw;
  if (event.type === 'seat_left') return 0 - (before.seats[event.seat]?.stackKrw ?? 0);
  if (event.type === 'hand' && event.event.type === 'hand_settled') return 0 - event.event.rakeKrw;
  return 0;
}

/** Chips are conserved and never negative; a void hand gives every seat what it began with. */
export class ChipReferee implements Referee {
  private expectedKrw = 0;

  see({ event, before, after }: Moment): string | null {
    this.expectedKrw += flowOf(event, before);
    const actualKrw = chipsAt(after);
    if (actualKrw !== this.expectedKrw) {
      return `chips are not conserved: ${actualKrw} at the table, ${this.expectedKrw} expected`;
    }
    const stacks = [...after.seats, ...(after.hand?.seats ?? [])];
    if (stacks.some((seat) => seat !== null && seat.stackKrw < 0)) return 'a stack is negative';
    if (event.type === 'hand' && event.event.type === 'hand_voided') return voidFault(after);
    return null;
  }
}

const voidFault = ({ hand, seats }: TableState): string | null =>
  hand?.seats.every(({ seat, startStackKrw }) => seats[seat]?.stackKrw === startStackKrw) === true
    ? null
    : 'a void hand did not give back what it began with';
