import {
  categoryOf,
  evolve,
  formatCard,
  rankHand,
  type BettingStructure,
  type Card,
  type HandCategory,
  type HandEvent,
  type HandState,
  type SeatIndex,
  type Street,
} from '@cardroom/engine';
import { sumKrw, ZERO_KRW, type Krw } from '@cardroom/money';

import { endOf, eventsOf, nameOf, visibleCards, type PlayedHand } from './played-hand';

const STRUCTURE_WORDS: Readonly<Record<BettingStructure, string>> = {
  'no-limit': 'No Limit',
  'pot-limit': 'Pot Limit',
  'fixed-limit': 'Limit',
};

const CATEGORY_WORDS: Readonly<Record<HandCategory, string>> = {
  high_card: 'high card',
  pair: 'a pair',
  two_pair: 'two pair',
  three_of_a_kind: 'three of a kind',
  straight: 'a straight',
  flush: 'a flush',
  full_house: 'a full house',
  four_of_a_kind: 'four of a kind',
  straight_flush: 'a straight flush',
};

const RUN_WORDS = ['FIRST', 'SECOND'] as const;
const WHOLE_BOARD = 5;

/**
 * A hand as text of the kind that PokerStars writes, which trackers and replayers read. Cards that
 * the reader may not see are left out; amounts are won.
 */
export function pokerstarsText(hand: PlayedHand): string {
  const state = endOf(hand);
  const lines = [
    ...headLines(hand, state),
    ...courseLines(hand),
    ...showdownLines(hand, state),
    ...afterLines(hand, state),
    ...summaryLines(hand, state),
  ];
  return `${lines.join('\n')}\n`;
}

const won = (amountKrw: number): string => `₩${amountKrw}`;
const cardsText = (cards: readonly Card[]): string => `[${cards.map(formatCard).join(' ')}]`;

/** A number for readers that know hands by number: the time and the first random bits of the id. */
const numberOf = (handId: string): string => {
  const digits = handId.replaceAll('-', '').slice(0, 16);
  return /^[0-9a-f]{16}$/.test(digits) ? BigInt(`0x${digits}`).toString() : handId;
};

function headLines(hand: PlayedHand, { setup, seats }: HandState): string[] {
  const { stakes, structure = 'no-limit', buttonSeat } = setup;
  const limits =
    structure === 'fixed-limit' ? [1, 2] : [stakes.smallBlindKrw / stakes.bigBlindKrw, 1];
  const amounts = limits.map((times) => won(Math.round(stakes.bigBlindKrw * times))).join('/');
  const at = hand.startedAt.replaceAll('-', '/').replace('T', ' ').slice(0, 19);
  const bySeat = [...seats].sort((a, b) => a.seat - b.seat);
  return [
    `PokerStars Hand #${numberOf(hand.handId)}: Hold'em ${STRUCTURE_WORDS[structure]} (${amounts} KRW) - ${at} UTC`,
    `Table '${hand.tableName}' ${hand.maxSeats}-max Seat #${buttonSeat + 1} is the button`,
    ...bySeat.map(
      ({ seat, startStackKrw }) =>
        `Seat ${seat + 1}: ${nameOf(hand, seat)} (${won(startStackKrw)} in chips)`,
    ),
  ];
}

/** Everything up to the end of betting and the boards, in its order. */
function courseLines(hand: PlayedHand): string[] {
  let state: HandState | null = null;
  return hand.events.flatMap((event) => {
    const before = state;
    state = evolve(state, event);
    return before === null ? [] : courseLine(hand, event, { before, after: state });
  });
}

interface Step {
  readonly before: HandState;
  readonly after: HandState;
}

function courseLine(hand: PlayedHand, event: HandEvent, step: Step): string[] {
  switch (event.type) {
    case 'ante_posted':
      return [posted(hand, event.seat, 'the ante', event.amountKrw, step)];
    case 'blind_posted': {
      const what = event.kind === 'straddle' ? 'straddle' : `${event.kind} blind`;
      return [posted(hand, event.seat, what, event.amountKrw, step)];
    }
    case 'entry_posted': {
      const both = event.liveKrw > 0 && event.deadKrw > 0 ? 'small & big blinds' : null;
      const what = both ?? (event.liveKrw > 0 ? 'big blind' : 'small blind');
      return [posted(hand, event.seat, what, event.liveKrw + event.deadKrw, step)];
    }
    case 'cards_dealt':
      return ['*** HOLE CARDS ***', ...dealtLines(hand)];
    case 'acted':
      return actedLines(hand, event, step.before);
    case 'uncalled_returned':
      return [`Uncalled bet (${won(event.amountKrw)}) returned to ${nameOf(hand, event.seat)}`];
    case 'street_dealt':
      return [streetLine(event, step.after)];
    case 'hand_voided':
      return [`Hand cancelled (${event.reason}), all chips returned`];
    default:
      return [];
  }
}

const isAllIn = (state: HandState, seat: SeatIndex): boolean =>
  state.seats.some((each) => each.seat === seat && each.status === 'allin');

function posted(
  hand: PlayedHand,
  seat: SeatIndex,
  what: string,
  amountKrw: number,
  { after }: Step,
): string {
  const allIn = isAllIn(after, seat) ? ' and is all-in' : '';
  return `${nameOf(hand, seat)}: posts ${what} ${won(amountKrw)}${allIn}`;
}

const dealtLines = (hand: PlayedHand): string[] =>
  hand.knownCards.map(({ seat, cards }) => `Dealt to ${nameOf(hand, seat)} ${cardsText(cards)}`);

type Acted = Extract<HandEvent, { type: 'acted' }>;

function actedLines(hand: PlayedHand, event: Acted, before: HandState): string[] {
  const name = nameOf(hand, event.seat);
  const allIn = event.allIn ? ' and is all-in' : '';
  const line = `${name}: ${actionWords(event, before)}${allIn}`;
  return event.bySystem ? [`${name} has timed out`, line] : [line];
}

function actionWords({ action, toKrw, addedKrw }: Acted, { currentBetKrw }: HandState): string {
  switch (action) {
    case 'fold':
      return 'folds';
    case 'check':
      return 'checks';
    case 'call':
      return `calls ${won(addedKrw)}`;
    case 'bet':
      return `bets ${won(toKrw)}`;
    case 'raise':
      return `raises ${won(toKrw - currentBetKrw)} to ${won(toKrw)}`;
  }
}

function streetLine(event: Extract<HandEvent, { type: 'street_dealt' }>, after: HandState): string {
  const board = event.run === 1 ? after.secondBoard : after.board;
  const before = board.slice(0, board.length - event.cards.length);
  const run = event.run === undefined ? '' : `${RUN_WORDS[event.run]} `;
  const cards = [before, event.cards].filter((part) => part.length > 0).map(cardsText);
  return `*** ${run}${event.street.toUpperCase()} *** ${cards.join(' ')}`;
}

interface Run {
  readonly place: 0 | 1;
  readonly word: string;
  readonly board: readonly Card[];
}

/** The boards that the hand was played on; one without a word where it was run once. */
function runsOf({ board, secondBoard, runs }: HandState): Run[] {
  if (runs !== 2) return [{ place: 0, word: '', board }];
  const boards = [board, secondBoard];
  return RUN_WORDS.map((word, place) => ({
    place: place === 0 ? 0 : 1,
    word: `${word} `,
    board: boards[place] ?? [],
  }));
}

/** Events from the first board card to the pots: who showed by choice afterwards is not among them. */
const beforeTheEnd = (hand: PlayedHand): readonly HandEvent[] => {
  const end = hand.events.findIndex(({ type }) => type === 'hand_settled');
  return end < 0 ? hand.events : hand.events.slice(0, end);
};

function showdownLines(hand: PlayedHand, state: HandState): string[] {
  const events = beforeTheEnd(hand);
  const shows = events.filter(({ type }) => type === 'hand_shown' || type === 'hand_mucked');
  const potCount = new Set(eventsOf(events, 'pot_awarded').map(({ potIndex }) => potIndex)).size;
  return runsOf(state).flatMap((run) => {
    const awards = eventsOf(events, 'pot_awarded').filter(
      (award) => (award.run ?? 0) === run.place,
    );
    const collected = awards.flatMap(({ potIndex, winners }) =>
      winners.map(
        ({ seat, amountKrw }) =>
          `${nameOf(hand, seat)} collected ${won(amountKrw)} from ${potName(potIndex, potCount)}`,
      ),
    );
    if (shows.length === 0) return collected;
    const shown = shows.map((event) => showLine(hand, event, run.board));
    return [`*** ${run.word}SHOW DOWN ***`, ...shown, ...collected];
  });
}

function showLine(hand: PlayedHand, event: HandEvent, board: readonly Card[]): string {
  if (event.type === 'hand_mucked') return `${nameOf(hand, event.seat)}: mucks hand`;
  if (event.type !== 'hand_shown') return '';
  const words = categoryWords(event.cards, board);
  const hint = words === null ? '' : ` (${words})`;
  return `${nameOf(hand, event.seat)}: shows ${cardsText(event.cards)}${hint}`;
}

function categoryWords(cards: readonly Card[], board: readonly Card[]): string | null {
  if (board.length < WHOLE_BOARD) return null;
  return CATEGORY_WORDS[categoryOf(rankHand([...cards, ...board]))];
}

function potName(potIndex: number, potCount: number): string {
  if (potCount === 1) return 'pot';
  if (potIndex === 0) return 'main pot';
  return potCount === 2 ? 'side pot' : `side pot-${potIndex}`;
}

/** A winner who did not have to show, and hands shown by choice. */
function afterLines(hand: PlayedHand, state: HandState): string[] {
  const live = state.seats.filter(({ status }) => status !== 'folded');
  const [last] = live;
  const later = hand.events.slice(beforeTheEnd(hand).length);
  const shown = eventsOf(later, 'hand_shown').map((event) => showLine(hand, event, state.board));
  const isUnseen = state.outcome === 'settled' && live.length === 1 && last !== undefined;
  if (!isUnseen || shown.length > 0) return shown;
  return [`${nameOf(hand, last.seat)}: doesn't show hand`];
}

function summaryLines(hand: PlayedHand, state: HandState): string[] {
  const settled = eventsOf(hand.events, 'hand_settled')[0];
  const boards = runsOf(state).filter(({ board }) => board.length > 0);
  const seats = [...state.seats].sort((a, b) => a.seat - b.seat);
  return [
    '*** SUMMARY ***',
    `Total pot ${won(settled?.potKrw ?? 0)}${potParts(hand)} | Rake ${won(settled?.rakeKrw ?? 0)}`,
    ...(state.runs === 2 ? ['Hand was run twice'] : []),
    ...boards.map(({ word, board }) => `${word}Board ${cardsText(board)}`),
    ...seats.map(
      ({ seat }) =>
        `Seat ${seat + 1}: ${nameOf(hand, seat)}${roleOf(state, seat)} ${resultOf(hand, state, seat)}`,
    ),
  ];
}

function potParts(hand: PlayedHand): string {
  const awards = eventsOf(hand.events, 'pot_awarded');
  const indexes = [...new Set(awards.map(({ potIndex }) => potIndex))].sort((a, b) => a - b);
  if (indexes.length < 2) return '';
  const parts = indexes.map((index) => {
    const ofPot = awards.filter(({ potIndex }) => potIndex === index);
    const name = potName(index, indexes.length);
    const amountKrw = sumKrw(ofPot.map((award) => award.amountKrw));
    return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${won(amountKrw)}.`;
  });
  return ` ${parts.join(' ')}`;
}

function roleOf({ setup, smallBlindSeat, bigBlindSeat }: HandState, seat: SeatIndex): string {
  const roles = [
    [setup.buttonSeat, 'button'],
    [smallBlindSeat, 'small blind'],
    [bigBlindSeat, 'big blind'],
  ] as const;
  return roles.flatMap(([at, role]) => (at === seat ? [` (${role})`] : [])).join('');
}

const FOLD_WORDS: Readonly<Record<Street, string>> = {
  preflop: 'before Flop',
  flop: 'on the Flop',
  turn: 'on the Turn',
  river: 'on the River',
};

function resultOf(hand: PlayedHand, state: HandState, seat: SeatIndex): string {
  if (state.outcome === 'voided') return 'had the chips returned';
  const folded = foldOf(hand, seat);
  if (folded !== null) return folded;
  const wonKrw = wonBy(hand, seat);
  const cards = visibleCards(hand, seat);
  const wasShown = eventsOf(hand.events, 'hand_shown').some((event) => event.seat === seat);
  const words = cards === null ? null : categoryWords(cards, state.board);
  const hint = words === null || state.runs === 2 ? '' : ` with ${words}`;
  if (wasShown && cards !== null) {
    const result = wonKrw > 0 ? `won (${won(wonKrw)})` : 'lost';
    return `showed ${cardsText(cards)} and ${result}${hint}`;
  }
  if (wonKrw > 0) return `collected (${won(wonKrw)})`;
  return cards === null ? 'mucked' : `mucked ${cardsText(cards)}`;
}

function foldOf(hand: PlayedHand, seat: SeatIndex): string | null {
  const at = hand.events.findIndex(
    (event) => event.type === 'acted' && event.seat === seat && event.action === 'fold',
  );
  if (at < 0) return null;
  const before = hand.events.slice(0, at);
  const street = eventsOf(before, 'street_dealt').at(-1)?.street ?? 'preflop';
  const hasBet = before.some(
    (event) =>
      (event.type === 'blind_posted' && event.seat === seat) ||
      (event.type === 'entry_posted' && event.seat === seat) ||
      (event.type === 'acted' && event.seat === seat && event.addedKrw > 0),
  );
  return `folded ${FOLD_WORDS[street]}${hasBet ? '' : " (didn't bet)"}`;
}

const wonBy = (hand: PlayedHand, seat: SeatIndex): Krw =>
  eventsOf(hand.events, 'pot_awarded')
    .flatMap(({ winners }) => winners)
    .filter((winner) => winner.seat === seat)
    .reduce<Krw>((sum, { amountKrw }) => sumKrw([sum, amountKrw]), ZERO_KRW);
