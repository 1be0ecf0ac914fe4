import {
  holeCards,
  MAX_SEATS,
  rankHand,
  type Card,
  type Dealer,
  type HandEvent,
  type HandState,
  type SeatIndex,
} from '@cardroom/engine';

import type { Moment, Referee } from './referee';

type Settled = Extract<HandEvent, { type: 'hand_settled' }>;

/** What a seat has put into the middle. */
interface Part {
  readonly seat: SeatIndex;
  /** Own ante and bets of all streets. */
  liveKrw: number;
  /** An ante for the whole table. */
  deadKrw: number;
  folded: boolean;
}

interface SplitPot {
  readonly potKrw: number;
  readonly seats: readonly SeatIndex[];
}

/** One layer for each different amount that a hand still in has put in; the main pot comes first. */
function layersOf(parts: readonly Part[]): SplitPot[] {
  const live = parts.filter(({ folded }) => !folded);
  const levels = [...new Set(live.map(({ liveKrw }) => liveKrw))].sort((a, b) => a - b);
  return levels.map((level, index) => {
    const from = levels[index - 1] ?? 0;
    const to = index === levels.length - 1 ? Infinity : level;
    const slices = parts.map(
      ({ liveKrw, deadKrw }) =>
        Math.max(0, Math.min(liveKrw, to) - from) + (index === 0 ? deadKrw : 0),
    );
    const seats = live.filter(({ liveKrw }) => liveKrw >= level).map(({ seat }) => seat);
    return { potKrw: slices.reduce((all, slice) => all + slice, 0), seats };
  });
}

/** Those with the best hand; the only one left needs no cards. */
function bestOf(seats: readonly SeatIndex[], rankOf: (seat: SeatIndex) => number): SeatIndex[] {
  if (seats.length === 1) return [...seats];
  const ranked = seats.map((seat) => ({ seat, rank: rankOf(seat) }));
  const best = Math.max(...ranked.map(({ rank }) => rank));
  return ranked.filter(({ rank }) => rank === best).map(({ seat }) => seat);
}

/** Steps clockwise from the button's left. */
const fromButton = ({ setup }: HandState, seat: SeatIndex): number =>
  (seat - setup.buttonSeat + MAX_SEATS - 1) % MAX_SEATS;

/** Equal shares; the odd chips go one by one to the first. */
const sharesOf = (amountKrw: number, winners: number): number[] =>
  Array.from({ length: winners }, (_, place) =>
    Math.floor((amountKrw + winners - 1 - place) / winners),
  );

/**
 * Splits every pot anew, chip by chip, from the events alone, and compares with what was paid.
 *
 * Rule: docs/rules/holdem.md §5, §7; docs/rules/rake.md §2.
 */
export class SettlementReferee implements Referee {
  private parts = new Map<number, Part>();
  private board: Card[] = [];
  /** The other board, where the hand is run twice. */
  private secondBoard: Card[] | null = null;
  private readonly rakesKrw = new Map<number, number>();

  see({ event, after, dealer }: Moment): string | null {
    if (event.type !== 'hand' || after.hand === null) return null;
    const happened = event.event;
    if (happened.type !== 'hand_settled') {
      this.follow(happened);
      return null;
    }
    return this.compare(happened, after.hand, dealer);
  }

  private follow(event: HandEvent): void {
    if (event.type === 'hand_started') {
      const parts = event.setup.seats.map(({ seat }): [number, Part] => [
        seat,
        { seat, liveKrw: 0, deadKrw: 0, folded: false },
      ]);
      this.parts = new Map(parts);
      this.board = [];
      this.secondBoard = null;
      this.rakesKrw.clear();
    }
    if (event.type === 'runs_agreed' && event.runs === 2) this.secondBoard = [...this.board];
    if (event.type === 'street_dealt') {
      (event.run === 1 ? this.secondBoard : this.board)?.push(...event.cards);
    }
    if (event.type === 'pot_awarded') {
      const { potIndex, rakeKrw } = event;
      this.rakesKrw.set(potIndex, (this.rakesKrw.get(potIndex) ?? 0) + rakeKrw);
    }
    const part = 'seat' in event ? this.parts.get(event.seat) : undefined;
    if (part === undefined) return;
    if (event.type === 'ante_posted' && event.dead) part.deadKrw += event.amountKrw;
    else if (event.type === 'ante_posted') part.liveKrw += event.amountKrw;
    else if (event.type === 'blind_posted') part.liveKrw += event.amountKrw;
    else if (event.type === 'entry_posted') {
      part.liveKrw += event.liveKrw;
      part.deadKrw += event.deadKrw;
    } else if (event.type === 'uncalled_returned') part.liveKrw -= event.amountKrw;
    else if (event.type === 'acted') {
      part.liveKrw += event.addedKrw;
      part.folded ||= event.action === 'fold';
    }
  }

  private compare({ results, rakeKrw }: Settled, hand: HandState, dealer: Dealer): string | null {
    const pots = layersOf([...this.parts.values()]).filter(({ potKrw }) => potKrw > 0);
    const paid = [...this.rakesKrw.values()];
    if (paid.length !== pots.length) return `${paid.length} pots paid, ${pots.length} made`;
    if (paid.reduce((all, rake) => all + rake, 0) !== rakeKrw) return 'pots paid other rake';
    const wonKrw = new Map<number, number>();
    const boards = [this.board, ...(this.secondBoard === null ? [] : [this.secondBoard])];
    pots.forEach(({ potKrw, seats }, index) => {
      const runsKrw = sharesOf(potKrw - (this.rakesKrw.get(index) ?? 0), boards.length);
      boards.forEach((board, run) => {
        const winners = bestOf(seats, (seat) =>
          rankHand([...holeCards(hand, dealer.deck, seat), ...board]),
        );
        winners.sort((a, b) => fromButton(hand, a) - fromButton(hand, b));
        const shares = sharesOf(runsKrw[run] ?? 0, winners.length);
        winners.forEach((winner, place) => {
          wonKrw.set(winner, (wonKrw.get(winner) ?? 0) + (shares[place] ?? 0));
        });
      });
    });
    for (const { seat, startStackKrw, endStackKrw } of results) {
      const part = this.parts.get(seat);
      const putInKrw = (part?.liveKrw ?? 0) + (part?.deadKrw ?? 0);
      const expectedKrw = startStackKrw - putInKrw + (wonKrw.get(seat) ?? 0);
      if (endStackKrw !== expectedKrw) {
        return `seat ${seat} ended with ${endStackKrw}, its share makes ${expectedKrw}`;
      }
    }
    return null;
  }
}
