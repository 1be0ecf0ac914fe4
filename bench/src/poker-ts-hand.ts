import type { Card } from '@cardroom/engine';

import {
  BIG_BLIND_KRW,
  BUTTON_SEAT,
  choose,
  Draws,
  SEAT_COUNT,
  SMALL_BLIND_KRW,
  type Choice,
  type Choices,
  type DealtHand,
} from './dealt-hand';
import type { PokerTsCard, PokerTsModule, PokerTsTable } from './peers';

/** Hands on one table of poker-ts, dealt the given cards. */
export class PokerTsHands {
  readonly table: PokerTsTable;
  private readonly cardOf: readonly PokerTsCard[];
  private deck: readonly Card[] = [];
  /** What poker-ts calls raising at the moment. */
  private raiseName: 'bet' | 'raise' = 'raise';

  constructor({ Table }: PokerTsModule) {
    this.table = new Table({ smallBlind: SMALL_BLIND_KRW, bigBlind: BIG_BLIND_KRW }, SEAT_COUNT);
    const { _deck: deck } = this.table._table;
    const cards: PokerTsCard[] = [];
    for (const card of deck) cards[card.rank * 4 + card.suit] = card;
    this.cardOf = cards;
    deck.shuffle = () => this.stack(deck);
  }

  /** poker-ts deals both cards of a seat at once, from the end; ours go round twice. */
  private stack(deck: PokerTsCard[]): void {
    for (let drawn = 0; drawn < SEAT_COUNT * 2 + 5; drawn += 1) {
      const isHole = drawn < SEAT_COUNT * 2;
      const place = isHole ? (drawn >> 1) + (drawn & 1) * SEAT_COUNT : drawn;
      const card = this.cardOf[this.deck[place] ?? 0];
      if (card !== undefined) deck[51 - drawn] = card;
    }
  }

  /** Seats the players with their chips and begins. */
  start({ deck, stacksKrw }: DealtHand): void {
    this.deck = deck;
    const seated = this.table.seats();
    for (let seat = 0; seat < SEAT_COUNT; seat += 1) {
      if (seated[seat] !== null) this.table.standUp(seat);
      this.table.sitDown(seat, stacksKrw[seat] ?? 0);
    }
    this.table.startHand(BUTTON_SEAT);
  }

  choices(): Choices {
    const { actions, chipRange } = this.table.legalActions();
    this.raiseName = actions.includes('bet') ? 'bet' : 'raise';
    const mayRaise = actions.includes(this.raiseName);
    return {
      canCheck: actions.includes('check'),
      minRaiseToKrw: mayRaise ? (chipRange?.min ?? null) : null,
      maxRaiseToKrw: mayRaise ? (chipRange?.max ?? null) : null,
    };
  }

  act(choice: Choice): void {
    if (typeof choice === 'number') this.table.actionTaken(this.raiseName, choice);
    else this.table.actionTaken(choice);
  }

  /** Ends rounds of betting until somebody has to act or the hand is over. */
  runOn(): void {
    const { table } = this;
    while (table.isHandInProgress() && !table.isBettingRoundInProgress()) {
      if (table.areBettingRoundsCompleted()) table.showdown();
      else table.endBettingRound();
    }
  }

  stacks(): number[] {
    return this.table.seats().map((seat) => seat?.totalChips ?? 0);
  }

  /** Plays a hand to its end by legal actions at random; returns the number of actions. */
  play(hand: DealtHand): number {
    const draws = new Draws(hand);
    let actions = 0;
    this.start(hand);
    this.runOn();
    while (this.table.isHandInProgress()) {
      this.act(choose(draws, this.choices()));
      this.runOn();
      actions += 1;
    }
    let chips = 0;
    for (const stack of this.stacks()) chips += stack;
    for (const stack of hand.stacksKrw) chips -= stack;
    if (chips !== 0) throw new Error(`poker-ts lost chips in hand ${hand.seed}`);
    return actions;
  }
}
