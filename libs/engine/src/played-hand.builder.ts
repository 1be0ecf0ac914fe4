import { krw } from '@cardroom/money';

import { card, DECK_SIZE, parseCards, type Card, type Deck } from './cards';
import { HOLDEM } from './deal';
import { decide, startHand } from './decide';
import { evolve, replay } from './evolve';
import type { Deal, Dealer, HandCommand, HandEvent, HandSetup, HandState } from './hand-types';
import { seatIndex } from './seat-index';
import type { Refusal, Result } from './result';

const IN_ORDER: Deck = Array.from({ length: DECK_SIZE }, (_, code) => card(code));

/** What a test wants to be different: plain numbers, the button at the last seat, blinds 50/100. */
export interface HandWish extends Partial<Omit<HandSetup, 'stakes' | 'seats' | 'buttonSeat'>> {
  readonly button?: number;
  readonly bigBlind?: number;
  readonly smallBlind?: number;
  readonly ante?: number;
  readonly bigBlindAnte?: number;
}

/** What the dealer of a test has: nothing of it is needed. */
export interface DealWish {
  /** Hole cards by seat, `AsAd`; the others get what is left. */
  readonly holes?: Readonly<Record<number, string>>;
  /** The board, and what would be dealt after it. */
  readonly board?: string;
  readonly rakeOf?: Dealer['rakeOf'];
  readonly deal?: Deal;
}

/** The setup of a hand with these stacks, by seat; a seat without chips is empty. */
export function setupWith(stacks: readonly number[], wish: HandWish = {}): HandSetup {
  const { button, bigBlind = 100, smallBlind, ante = 0, bigBlindAnte = 0, ...setup } = wish;
  return {
    handId: 'hand',
    handNo: 1,
    buttonSeat: seatIndex(button ?? stacks.length - 1),
    stakes: {
      smallBlindKrw: krw(smallBlind ?? Math.floor(bigBlind / 2)),
      bigBlindKrw: krw(bigBlind),
      anteKrw: krw(ante),
      bigBlindAnteKrw: krw(bigBlindAnte),
    },
    seats: stacks.flatMap((stack, seat) =>
      stack === 0 ? [] : [{ seat: seatIndex(seat), stackKrw: krw(stack) }],
    ),
    ...setup,
  };
}

/** A deck that deals those cards, and the others in their order. */
export function deckWith(setup: HandSetup, wish: DealWish = {}): Deck {
  const left = (seat: number): number => (seat - setup.buttonSeat + 9) % 10;
  const order = setup.seats.map(({ seat }) => seat).sort((a, b) => left(a) - left(b));
  const deck: (Card | undefined)[] = Array.from({ length: DECK_SIZE }, () => undefined);
  for (const [seat, text] of Object.entries(wish.holes ?? {})) {
    cardsOf(text).forEach((each, round) => {
      deck[order.indexOf(seatIndex(Number(seat))) + round * order.length] = each;
    });
  }
  const boardAt = order.length * (wish.deal ?? HOLDEM).holeCardCount;
  cardsOf(wish.board ?? '').forEach((each, index) => (deck[boardAt + index] = each));
  const unused = IN_ORDER.filter((each) => !deck.includes(each));
  return deck.map((each) => each ?? unused.shift() ?? card(0));
}

function cardsOf(text: string): Card[] {
  const cards = parseCards(text);
  if (cards === null) throw new Error(`${text} are no cards`);
  return cards;
}

/** `2 raise 300`, `3 fold`, `timeout 1`: a command as a test writes it. */
export function commandOf(text: string): HandCommand {
  const [at = '', type = '', amount] = text.split(' ');
  const seat = seatIndex(Number(at));
  switch (type) {
    case 'fold':
    case 'check':
    case 'call':
    case 'timeout':
      return { type, seat };
    case 'bet':
    case 'raise':
      return { type, seat, toKrw: Number(amount) };
    default:
      throw new Error(`${text} is no command`);
  }
}

function valueOf<T>(result: Result<T, Refusal>, what: string): T {
  if (result.ok) return result.value;
  throw new Error(`${what}: ${result.error.code} ${result.error.message}`);
}

/** A hand that a test plays; each step gives a new one. */
export class PlayedHand {
  private constructor(
    readonly dealer: Dealer,
    readonly state: HandState,
    readonly events: readonly HandEvent[],
  ) {}

  static start(stacks: readonly number[], wish: HandWish = {}, deal: DealWish = {}): PlayedHand {
    const setup = setupWith(stacks, wish);
    const dealer = {
      deck: deckWith(setup, deal),
      rakeOf: deal.rakeOf ?? (() => krw(0)),
      deal: deal.deal ?? HOLDEM,
    };
    const events = valueOf(startHand(setup, dealer), 'start');
    return new PlayedHand(dealer, replay(events), events);
  }

  /** Plays commands that have to be legal, each `SEAT ACTION [TOTAL]`. */
  play(...commands: readonly string[]): PlayedHand {
    return commands.reduce<PlayedHand>((hand, text) => hand.do(commandOf(text), text), this);
  }

  do(command: HandCommand, what: string = command.type): PlayedHand {
    const events = valueOf(decide(this.state, command, this.dealer), what);
    const state = events.reduce(evolve, this.state);
    return new PlayedHand(this.dealer, state, [...this.events, ...events]);
  }

  /** The code that a command is refused with; `ok` where it is not. */
  codeOf(command: string | HandCommand): string {
    const asked = typeof command === 'string' ? commandOf(command) : command;
    const decided = decide(this.state, asked, this.dealer);
    return decided.ok ? 'ok' : decided.error.code;
  }

  /** Events of one type, in their order. */
  all<T extends HandEvent['type']>(type: T): Extract<HandEvent, { type: T }>[] {
    return this.events.filter((event): event is Extract<HandEvent, { type: T }> => {
      return event.type === type;
    });
  }

  /** Stacks by seat number; 0 where nobody sits. */
  get stacks(): number[] {
    const stacks: number[] = [];
    for (const { seat, stackKrw } of this.state.seats) stacks[seat] = stackKrw;
    return Array.from(stacks, (stack: number | undefined) => stack ?? 0);
  }
}
