import {
  areChipsFree,
  canStartHand,
  ENTRY_CHOICES,
  isHandRunning,
  legalActions,
  seatAt,
  seatIndex,
  stackNow,
  type EntryChoice,
  type HandCommand,
  type HandState,
  type LegalActions,
  type SeatIndex,
  type TableCommand,
  type TableSeat,
  type TableState,
} from '@cardroom/engine';
import { krw } from '@cardroom/money';
import { pick, wholeBetween, type Random } from '@cardroom/testing';

import type { Step } from './simulated-table';

const command = (given: TableCommand): Step => ({ type: 'command', command: given });

const chance = (random: Random, percent: number): boolean => random() * 100 < percent;

const OFF_TURN = [
  ...(['leave', 'sit_out', 'sit_in', 'sit_in', 'top_up', 'time_bank', 'waiting'] as const),
  ...(['choose_entry', 'straddle', 'sit_out_next_big_blind', 'auto_top_up'] as const),
];

const MAX_STEP_MS = 20_000;

/** Players come, leave, play and are cut off: what happens next at a table. */
export class RandomSteps {
  private count = 0;
  private nowMs = 0;

  constructor(
    private readonly tableId: string,
    private readonly random: Random,
  ) {}

  next(state: TableState): Step {
    const { random } = this;
    this.nowMs += wholeBetween(random, 0, MAX_STEP_MS);
    if (chance(random, 1)) return { type: 'crash' };
    if (isHandRunning(state)) {
      return chance(random, 4) ? this.offTurn(state) : this.onTurn(state);
    }
    const chore = this.chore(state);
    if (chore !== null) return chore;
    if (chance(random, 30)) return command({ type: 'tidy', nowMs: this.nowMs });
    if (state.hand !== null && chance(random, 5)) return this.afterHand(state.hand);
    const mayStart = canStartHand(state) && chance(random, 80);
    return mayStart ? command({ type: 'start_hand', handId: this.name('h') }) : this.offTurn(state);
  }

  private name(prefix: string): string {
    this.count += 1;
    return `${this.tableId}-${prefix}${this.count}`;
  }

  /** What the house does between hands, before the next one. */
  private chore(state: TableState): Step | null {
    for (const at of state.seats) {
      if (at === null || !areChipsFree(state, at.seat)) continue;
      const { seat, queuedTopUp } = at;
      if (at.leaving) return command({ type: 'free_seat', seat, atMs: this.nowMs });
      if (queuedTopUp !== null) {
        return chance(this.random, 80)
          ? command({ type: 'add_chips', seat, amountKrw: queuedTopUp.amountKrw })
          : command({ type: 'drop_top_up', seat });
      }
      if (at.stackKrw === 0) {
        return chance(this.random, 50) ? command({ type: 'leave', seat }) : this.topUp(state, at);
      }
    }
    return null;
  }

  /** Something that needs no turn. */
  private offTurn(state: TableState): Step {
    const { random } = this;
    const seats = Array.from({ length: state.config.maxSeats }, (_, seat) => seatIndex(seat));
    const seat = pick(random, seats) ?? seatIndex(0);
    const at = seatAt(state, seat);
    if (at === null) return this.join(state, seat);
    if (isHandRunning(state) && chance(random, 2)) {
      return command({ type: 'play', action: { type: 'void', reason: 'simulated' }, usedMs: 0 });
    }
    switch (pick(random, OFF_TURN)) {
      case 'choose_entry':
        return command({ type: 'choose_entry', seat, entry: this.entry() });
      case 'straddle':
        return command({ type: 'straddle', seat, on: chance(random, 70) });
      case 'sit_out_next_big_blind':
        return command({ type: 'sit_out_next_big_blind', seat, on: chance(random, 70) });
      case 'auto_top_up':
        return this.autoTopUp(state, seat);
      case 'waiting':
        return this.wait(state);
      case 'leave':
        return chance(random, 30) ? command({ type: 'leave', seat }) : this.onTurn(state);
      case 'sit_out':
        return command({ type: 'sit_out', seat });
      case 'top_up':
        return this.topUp(state, at);
      case 'time_bank':
        return command({ type: 'start_time_bank', seat });
      default:
        return command({ type: 'sit_in', seat, entry: this.entry() });
    }
  }

  private entry(): EntryChoice {
    return pick(this.random, ENTRY_CHOICES) ?? 'post';
  }

  private autoTopUp({ config }: TableState, seat: SeatIndex): Step {
    const toKrw = wholeBetween(this.random, config.minBuyInKrw, config.maxBuyInKrw);
    return command({ type: 'auto_top_up', seat, toKrw: chance(this.random, 50) ? toKrw : null });
  }

  private wait({ waiting }: TableState): Step {
    const [first] = waiting;
    if (first !== undefined && chance(this.random, 30)) {
      return command({ type: 'leave_waiting', userId: first.userId });
    }
    const userId = this.name('w');
    return command({ type: 'join_waiting', userId, nickname: userId });
  }

  /** What may be seen of a hand that is over. */
  private afterHand({ seats }: HandState): Step {
    const seat = pick(this.random, seats)?.seat ?? seatIndex(0);
    const action: HandCommand = chance(this.random, 50)
      ? { type: 'rabbit_hunt' }
      : { type: 'show', seat };
    return command({ type: 'play', action, usedMs: 0 });
  }

  private join({ config, waiting, departed }: TableState, seat: SeatIndex): Step {
    const offered = waiting.find(({ offer }) => offer?.seat === seat)?.userId;
    const returning = chance(this.random, 20) ? pick(this.random, departed)?.userId : undefined;
    const userId = offered ?? returning ?? this.name('u');
    const stackKrw = krw(wholeBetween(this.random, config.minBuyInKrw, config.maxBuyInKrw));
    return command({
      ...{ type: 'take_seat', seat, userId, stackKrw, nowMs: this.nowMs },
      ...{ nickname: userId, seatSessionId: this.name('s'), entry: this.entry() },
    });
  }

  private topUp(state: TableState, at: TableSeat): Step {
    const room = state.config.maxBuyInKrw - stackNow(state, at);
    const amountKrw = krw(wholeBetween(this.random, 1, Math.max(1, room)));
    return command({ type: 'top_up', seat: at.seat, topUpId: this.name('t'), amountKrw });
  }

  private onTurn(state: TableState): Step {
    const { hand } = state;
    const [chooser] = hand?.runChoiceSeats ?? [];
    if (chooser !== undefined) return this.chooseRuns(chooser);
    const legal = hand === null ? null : legalActions(hand);
    if (hand === null || legal === null) return this.join(state, seatIndex(0));
    const at = seatAt(state, legal.seat);
    const play = (action: HandCommand): Step =>
      command({ type: 'play', action, usedMs: chance(this.random, 10) ? 500 : 0 });
    if (at === null || at.leaving) return play({ type: 'fold', seat: legal.seat });
    // Betting that is closed to a seat with chips is rare, and easily got wrong.
    const percent = legal.minRaiseToKrw === null ? 40 : 3;
    if (chance(this.random, percent))
      return { type: 'illegal', command: this.illegal(hand, legal) };
    return play(this.action(legal, hand.currentBetKrw === 0));
  }

  private chooseRuns(seat: SeatIndex): Step {
    const action: HandCommand = chance(this.random, 10)
      ? { type: 'timeout', seat }
      : { type: 'choose_runs', seat, runs: chance(this.random, 80) ? 2 : 1 };
    return command({ type: 'play', action, usedMs: 0 });
  }

  private action(legal: LegalActions, isBet: boolean): HandCommand {
    const { seat, canCheck, callKrw, minRaiseToKrw, maxRaiseToKrw } = legal;
    const { random } = this;
    if (chance(random, 2)) return { type: 'timeout', seat };
    if (minRaiseToKrw !== null && maxRaiseToKrw !== null && chance(random, 35)) {
      const toKrw = pick(random, [
        minRaiseToKrw,
        minRaiseToKrw,
        wholeBetween(random, minRaiseToKrw, maxRaiseToKrw),
        maxRaiseToKrw,
      ]);
      return { type: isBet ? 'bet' : 'raise', seat, toKrw: toKrw ?? minRaiseToKrw };
    }
    if (canCheck) return { type: 'check', seat };
    return { type: callKrw > 0 && chance(random, 65) ? 'call' : 'fold', seat };
  }

  /** Something that `legalActions` does not allow. */
  private illegal(hand: HandState, legal: LegalActions): TableCommand {
    const { seat, canCheck, minRaiseToKrw, maxRaiseToKrw } = legal;
    const raise = (toKrw: number): HandCommand => ({ type: 'raise', seat, toKrw });
    const bet = (toKrw: number): HandCommand => ({ type: 'bet', seat, toKrw });
    const actions: HandCommand[] = [
      { type: canCheck ? 'call' : 'check', seat },
      { type: 'fold', seat: seatIndex((seat + 1) % 10) },
      raise(0),
      raise(1.5),
    ];
    if (minRaiseToKrw === null || maxRaiseToKrw === null) {
      // What would be a full raise if the betting were open.
      const fullKrw = hand.currentBetKrw + hand.minRaiseKrw;
      actions.push(raise(fullKrw), raise(fullKrw), raise(fullKrw), bet(fullKrw));
    } else {
      actions.push(raise(minRaiseToKrw - 1), raise(maxRaiseToKrw + 1), bet(maxRaiseToKrw + 1));
    }
    const action = pick(this.random, actions) ?? raise(0);
    return { type: 'play', action, usedMs: 0 };
  }
}
