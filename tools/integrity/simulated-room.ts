import {
  holeCards,
  legalActions,
  LiveHand,
  seatIndex,
  type HandEvent,
  type HandSetup,
  type SeatIndex,
} from '@cardroom/engine';
import type { PlayedHand } from '@cardroom/integrity';
import { krw, ZERO_KRW } from '@cardroom/money';
import { randomDeck, type Random } from '@cardroom/testing';

import { decideFor, type SimulatedPlayer } from './player-policy';

const BIG_BLIND_KRW = 1_000;
const FULL_STACK_KRW = 100 * BIG_BLIND_KRW;
const LEAST_STACK_KRW = 20 * BIG_BLIND_KRW;
const MS_PER_DEAL = 2_000;
const STAKES: HandSetup['stakes'] = {
  smallBlindKrw: krw(BIG_BLIND_KRW / 2),
  bigBlindKrw: krw(BIG_BLIND_KRW),
  anteKrw: ZERO_KRW,
  bigBlindAnteKrw: ZERO_KRW,
};

/** A table with its players, who top up when they are short, and its clock. */
export class SimulatedTable {
  private handNo = 0;
  private nowMs = 0;
  private readonly stacksKrw: number[];

  constructor(
    private readonly tableId: string,
    private readonly players: readonly SimulatedPlayer[],
    private readonly random: Random,
    /** One hand in so many moves chips between givers and takers. */
    private readonly dumpEvery: number,
  ) {
    this.stacksKrw = players.map(() => FULL_STACK_KRW);
  }

  /** Plays a hand to its end. */
  hand(): PlayedHand {
    this.handNo += 1;
    const { players, random } = this;
    const handId = `${this.tableId}-${this.handNo}`;
    const deck = randomDeck(random);
    const opened = LiveHand.open(this.setup(handId), { deck, rakeOf: () => ZERO_KRW });
    if (!opened.ok) throw new Error(opened.error.message);
    const live = opened.value;
    const thoughtMs: number[] = [];
    const isDumpHand = this.handNo % this.dumpEvery === 0;
    const playerAt = (seat: SeatIndex): SimulatedPlayer | undefined => players[seat];
    for (let legal = legalActions(live.state); legal !== null; legal = legalActions(live.state)) {
      const me = playerAt(legal.seat);
      if (me === undefined) throw new Error('somebody unknown is to act');
      const hole = holeCards(live.state, deck, legal.seat);
      const situation = { me, state: live.state, legal, hole, playerAt, isDumpHand };
      const isHard = legal.callKrw > BIG_BLIND_KRW;
      const refusal = live.play(decideFor(situation, random));
      if (refusal !== null) throw new Error(refusal.message);
      thoughtMs.push(this.thought(me, isHard));
    }
    this.settle(live.events);
    const userOf = new Map(players.map(({ userId }, seat) => [seat, userId]));
    const { tableId, nowMs: endedAtMs } = this;
    return { handId, tableId, endedAtMs, events: live.events, userOf, thoughtMs };
  }

  private setup(handId: string): HandSetup {
    return {
      handId,
      handNo: this.handNo,
      buttonSeat: seatIndex(this.handNo % this.players.length),
      stakes: STAKES,
      seats: this.stacksKrw.map((stack, seat) => ({ seat: seatIndex(seat), stackKrw: krw(stack) })),
    };
  }

  /** Those who are short buy in anew; those who have much leave with it. */
  private settle(events: readonly HandEvent[]): void {
    const end = events.find((event) => event.type === 'hand_settled');
    for (const { seat, endStackKrw } of end?.results ?? []) {
      const isDone = endStackKrw < LEAST_STACK_KRW || endStackKrw > 3 * FULL_STACK_KRW;
      this.stacksKrw[seat] = isDone ? FULL_STACK_KRW : endStackKrw;
    }
    this.nowMs += MS_PER_DEAL;
  }

  private thought({ tempo }: SimulatedPlayer, isHard: boolean): number {
    const { mean, spread, hardMore } = tempo;
    const ms = Math.exp(mean + (isHard ? hardMore : 0) + spread * gaussian(this.random));
    this.nowMs += ms;
    return Math.round(ms);
  }
}

/** A normal number (Box and Muller). */
export const gaussian = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
