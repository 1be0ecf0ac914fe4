import { formatCard, type Card, type HandState, type SeatIndex } from '@cardroom/engine';
import { ZERO_KRW, type Krw } from '@cardroom/money';

import { endOf, eventsOf, nameOf, visibleCards, voidReason, type PlayedHand } from './played-hand';

/**
 * A hand as a PHH record. Cards that the reader may not see are `??`.
 *
 * Fields whose names begin with `_` are ours: what the format has no place for. Amounts are won.
 *
 * @example phhOf(hand).startsWith("variant = 'NT'") // true
 */
export function phhOf(hand: PlayedHand): string {
  const state = endOf(hand);
  const seats = state.seats.map(({ seat }) => seat);
  const lines: [string, string | null][] = [
    ...gameLines(state),
    ['starting_stacks', list(state.seats.map(({ startStackKrw }) => startStackKrw))],
    ['actions', list(actionsOf(hand, state).map(quoted))],
    ['finishing_stacks', list(state.seats.map(({ stackKrw }) => stackKrw))],
    ['hand', quoted(hand.handId)],
    ['table', quoted(hand.tableName)],
    ['players', list(seats.map((seat) => quoted(nameOf(hand, seat))))],
    ['seats', list(seats.map((seat) => seat + 1))],
    ['seat_count', String(hand.maxSeats)],
    ...timeLines(hand.startedAt),
    ['currency', quoted('KRW')],
    ...ownLines(hand, state),
  ];
  return lines.flatMap(([name, value]) => (value === null ? [] : `${name} = ${value}\n`)).join('');
}

/** Hands one after the other, as a `.phhs` file has them. */
export const phhsOf = (hands: readonly PlayedHand[]): string =>
  hands.map((hand, index) => `[${index + 1}]\n${phhOf(hand)}`).join('\n');

const list = (items: readonly (string | number)[]): string => `[${items.join(', ')}]`;

/** Plain texts in single quotes, others escaped in double ones. */
const quoted = (text: string): string =>
  /^[^'\p{Cc}]*$/u.test(text) ? `'${text}'` : JSON.stringify(text);

/** Heads-up, forced bets are listed the other way round: the small blind first. */
const forced = (amounts: readonly Krw[]): string =>
  list(amounts.length === 2 ? [...amounts].reverse() : amounts);

function gameLines(state: HandState): [string, string | null][] {
  const { stakes, structure = 'no-limit' } = state.setup;
  const isFixed = structure === 'fixed-limit';
  const forcedOf = (of: (seat: SeatIndex) => number): string =>
    forced(state.seats.map(({ seat }) => of(seat) as Krw));
  return [
    ['variant', quoted(isFixed ? 'FT' : 'NT')],
    ['antes', forcedOf((seat) => anteOf(state, seat))],
    ['blinds_or_straddles', forcedOf((seat) => blindOf(state, seat))],
    ['small_bet', isFixed ? String(stakes.bigBlindKrw) : null],
    ['big_bet', isFixed ? String(stakes.bigBlindKrw * 2) : null],
    ['min_bet', isFixed ? null : String(stakes.bigBlindKrw)],
  ];
}

function anteOf({ setup, bigBlindSeat }: HandState, seat: SeatIndex): number {
  const { anteKrw, bigBlindAnteKrw } = setup.stakes;
  const deadKrw = setup.entryPosts?.find((post) => post.seat === seat)?.deadKrw ?? ZERO_KRW;
  return anteKrw + deadKrw + (seat === bigBlindSeat ? bigBlindAnteKrw : ZERO_KRW);
}

function blindOf(state: HandState, seat: SeatIndex): number {
  const { setup, smallBlindSeat, bigBlindSeat, straddleSeat } = state;
  if (seat === smallBlindSeat) return setup.stakes.smallBlindKrw;
  if (seat === bigBlindSeat) return setup.stakes.bigBlindKrw;
  if (seat === straddleSeat) return setup.straddle?.amountKrw ?? ZERO_KRW;
  return setup.entryPosts?.find((post) => post.seat === seat)?.liveKrw ?? ZERO_KRW;
}

const cardsText = (cards: readonly Card[]): string => cards.map(formatCard).join('');

function actionsOf(hand: PlayedHand, state: HandState): string[] {
  const player = (seat: SeatIndex): string =>
    `p${state.seats.findIndex((each) => each.seat === seat) + 1}`;
  return hand.events.flatMap((event): string[] => {
    switch (event.type) {
      case 'cards_dealt':
        return event.seatsInDealOrder.map((seat) => {
          const cards = visibleCards(hand, seat);
          return `d dh ${player(seat)} ${cards === null ? '????' : cardsText(cards)}`;
        });
      case 'acted':
        return [`${player(event.seat)} ${verbOf(event)}`];
      case 'street_dealt':
        return event.run === 1 ? [] : [`d db ${cardsText(event.cards)}`];
      case 'hand_shown':
        return [`${player(event.seat)} sm ${cardsText(event.cards)}`];
      case 'hand_mucked':
        return [`${player(event.seat)} sm`];
      default:
        return [];
    }
  });
}

function verbOf({ action, toKrw }: { readonly action: string; readonly toKrw: Krw }): string {
  if (action === 'fold') return 'f';
  return action === 'bet' || action === 'raise' ? `cbr ${toKrw}` : 'cc';
}

function timeLines(startedAt: string): [string, string][] {
  const [, year = '', month = '', day = '', time = ''] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)/.exec(startedAt) ?? [];
  if (time === '') return [];
  return [
    ['time', time],
    ['time_zone', quoted('UTC')],
    ['day', String(Number(day))],
    ['month', String(Number(month))],
    ['year', year],
  ];
}

/** What the format has no place for. */
function ownLines(hand: PlayedHand, state: HandState): [string, string | null][] {
  const { structure, buttonSeat, seats } = state.setup;
  const rakeKrw = eventsOf(hand.events, 'hand_settled')[0]?.rakeKrw ?? ZERO_KRW;
  const isButtonDead = !seats.some(({ seat }) => seat === buttonSeat);
  const secondRun = eventsOf(hand.events, 'street_dealt').filter(({ run }) => run === 1);
  const reason = voidReason(hand);
  return [
    ['_structure', structure === 'pot-limit' ? quoted(structure) : null],
    ['_rake', rakeKrw > 0 ? String(rakeKrw) : null],
    ['_dead_button', isButtonDead ? 'true' : null],
    ['_dead_small_blind', state.smallBlindSeat === null ? 'true' : null],
    [
      '_second_board',
      secondRun.length > 0 ? quoted(cardsText(secondRun.flatMap(({ cards }) => cards))) : null,
    ],
    ['_void', reason === null ? null : quoted(reason)],
  ];
}
