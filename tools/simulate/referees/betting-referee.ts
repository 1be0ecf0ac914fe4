import type { HandEvent, HandSetup } from '@cardroom/engine';

import type { Moment, Referee } from './referee';

type EventOf<T extends HandEvent['type']> = Extract<HandEvent, { type: T }>;

const FIXED_LIMIT_BETS = 4;

/**
 * Follows the betting from the events alone, apart from the engine's own state: how much a raise may
 * be, for whom betting is open, and what nobody could match. Rule: docs/rules/holdem.md §3, §4, §10.
 */
export class BettingReferee implements Referee {
  private setup: HandSetup | null = null;
  /** The bet to match, and the last one that counted as a whole bet or raise. */
  private currentKrw = 0;
  private fullBetKrw = 0;
  private bets = 0;
  /** What a raise adds at least; with a fixed limit, what it adds. */
  private unitKrw = 0;
  private middleKrw = 0;
  private playersOfStreet = 0;
  private readonly folded = new Set<number>();
  private readonly betsKrw = new Map<number, number>();
  /** The bet that each seat last acted on in this street. */
  private readonly actedOnKrw = new Map<number, number>();

  see({ event }: Moment): string | null {
    if (event.type !== 'hand') return null;
    const happened = event.event;
    switch (happened.type) {
      case 'hand_started':
        return this.started(happened.setup);
      case 'ante_posted':
        this.middleKrw += happened.amountKrw;
        return null;
      case 'entry_posted':
        this.middleKrw += happened.deadKrw;
        return this.bet(happened.seat, happened.liveKrw);
      case 'blind_posted':
        return this.posted(happened);
      case 'acted':
        return this.acted(happened);
      case 'uncalled_returned':
        return this.returned(happened);
      case 'street_dealt':
        return this.street(happened.street === 'turn' || happened.street === 'river');
      default:
        return null;
    }
  }

  private started(setup: HandSetup): null {
    this.setup = setup;
    this.folded.clear();
    this.middleKrw = 0;
    return this.street(false);
  }

  private street(isLate: boolean): null {
    const bigBlindKrw = this.setup?.stakes.bigBlindKrw ?? 0;
    const isDoubled = isLate && this.setup?.structure === 'fixed-limit';
    this.unitKrw = isDoubled ? bigBlindKrw * 2 : bigBlindKrw;
    this.currentKrw = this.fullBetKrw = this.bets = 0;
    this.playersOfStreet = (this.setup?.seats.length ?? 0) - this.folded.size;
    this.betsKrw.clear();
    this.actedOnKrw.clear();
    return null;
  }

  private bet(seat: number, amountKrw: number): null {
    this.betsKrw.set(seat, (this.betsKrw.get(seat) ?? 0) + amountKrw);
    this.middleKrw += amountKrw;
    return null;
  }

  /** Blinds count in full even where their poster is short. */
  private posted({ seat, kind, amountKrw }: EventOf<'blind_posted'>): null {
    const { stakes, straddle } = this.setup ?? {};
    if (kind === 'small') this.currentKrw = stakes?.smallBlindKrw ?? 0;
    else {
      const blind = kind === 'big' ? stakes?.bigBlindKrw : straddle?.amountKrw;
      this.currentKrw = this.fullBetKrw = blind ?? 0;
      this.bets += 1;
      if (this.setup?.structure !== 'fixed-limit') this.unitKrw = this.currentKrw;
    }
    return this.bet(seat, amountKrw);
  }

  private acted(event: EventOf<'acted'>): string | null {
    const { seat, action, toKrw, addedKrw } = event;
    const isRaise = action === 'bet' || action === 'raise';
    const fault = isRaise ? (this.closedFault(seat) ?? this.sizeFault(event)) : null;
    if (fault !== null) return fault;
    if (isRaise) this.raised(toKrw);
    if (action === 'fold') this.folded.add(seat);
    this.bet(seat, addedKrw);
    this.actedOnKrw.set(seat, this.currentKrw);
    return null;
  }

  private closedFault(seat: number): string | null {
    const actedOnKrw = this.actedOnKrw.get(seat);
    if (actedOnKrw === undefined) return null;
    const facedKrw = this.currentKrw - actedOnKrw;
    const neededKrw = this.setup?.structure === 'fixed-limit' ? this.unitKrw / 2 : this.unitKrw;
    return facedKrw >= neededKrw ? null : `betting was not open to seat ${seat}, who raised`;
  }

  private sizeFault({ seat, toKrw, allIn }: EventOf<'acted'>): string | null {
    const byKrw = toKrw - this.currentKrw;
    if (byKrw <= 0) return `a raise to ${toKrw} raises nothing`;
    if (this.setup?.structure === 'fixed-limit') return this.fixedFault(toKrw, allIn);
    if (byKrw < this.unitKrw && !allIn) return `a raise by ${byKrw} is below ${this.unitKrw}`;
    if (this.setup?.structure !== 'pot-limit') return null;
    const callKrw = this.currentKrw - (this.betsKrw.get(seat) ?? 0);
    const mostKrw = Math.max(this.middleKrw + callKrw, this.unitKrw);
    return byKrw <= mostKrw ? null : `a raise by ${byKrw} is above the pot of ${mostKrw}`;
  }

  private fixedFault(toKrw: number, allIn: boolean): string | null {
    const fixedKrw = this.fullBetKrw + this.unitKrw;
    if (toKrw !== fixedKrw && !(allIn && toKrw < fixedKrw)) {
      return `a raise to ${toKrw} where ${fixedKrw} is the limit`;
    }
    const isCapped = this.bets >= FIXED_LIMIT_BETS && this.playersOfStreet > 2;
    return isCapped ? 'a raise after the last one of the street' : null;
  }

  private raised(toKrw: number): void {
    const byKrw = toKrw - this.currentKrw;
    if (this.setup?.structure !== 'fixed-limit') this.unitKrw = Math.max(this.unitKrw, byKrw);
    else if ((toKrw - this.fullBetKrw) * 2 >= this.unitKrw) {
      this.fullBetKrw = toKrw;
      this.bets += 1;
    }
    this.currentKrw = toKrw;
  }

  private returned({ seat, amountKrw }: EventOf<'uncalled_returned'>): string | null {
    const ownKrw = this.betsKrw.get(seat) ?? 0;
    const others = [...this.betsKrw].filter(([other]) => other !== seat).map(([, bet]) => bet);
    const uncalledKrw = ownKrw - Math.max(0, ...others);
    this.bet(seat, 0 - amountKrw);
    return amountKrw === uncalledKrw
      ? null
      : `${amountKrw} came back to seat ${seat}, where ${uncalledKrw} was uncalled`;
  }
}
