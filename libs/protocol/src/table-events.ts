import { Type, type TObject, type TProperties, type TSchema } from '@sinclair/typebox';

import { HandId, HashText, Seat } from './schemas';
import {
  Cards,
  count,
  flag,
  list,
  ms,
  nullable,
  oneOf,
  text,
  UserId,
  view,
  won,
  Won,
} from './view-schemas';

const event = (type: string, description: string, properties: TProperties = {}): TObject =>
  Type.Object(
    { type: Type.Literal(type), ...properties },
    { additionalProperties: false, description },
  );

const optional = <S extends TSchema>(of: S) => Type.Optional(of);
const seat = { seat: Seat };
const bySystem = { bySystem: flag('Because the time was up, or nobody was there.') };
const runs = { runs: Type.Union([Type.Literal(1), Type.Literal(2)]) };
const run = {
  run: optional(Type.Integer({ minimum: 0, maximum: 1, description: 'Which of two boards.' })),
};
const entryPost = {
  liveKrw: won("Counts as the seat's bet."),
  deadKrw: won('Belongs to the main pot.'),
};

const HandSetup = view(
  {
    handId: HandId,
    handNo: count(),
    buttonSeat: Seat,
    stakes: view({
      smallBlindKrw: Won,
      bigBlindKrw: Won,
      anteKrw: Won,
      bigBlindAnteKrw: Won,
    }),
    seats: list(view({ seat: Seat, stackKrw: Won })),
    smallBlindSeat: optional(nullable(Seat, 'null: a dead small blind.')),
    bigBlindSeat: optional(Seat),
    structure: optional(oneOf(['no-limit', 'pot-limit', 'fixed-limit'])),
    entryPosts: optional(list(view({ seat: Seat, ...entryPost }))),
    straddle: optional(view({ seat: Seat, amountKrw: Won })),
    boards: optional(runs.runs),
    rabbitHunt: optional(flag()),
  },
  'What the hand starts from.',
);

const SeatResult = view({
  seat: Seat,
  startStackKrw: Won,
  endStackKrw: Won,
  netKrw: Type.Integer({ description: 'Whole won; below 0 where it was lost.' }),
  putInKrw: won('Chips that stayed in the middle: an uncalled bet does not count.'),
});

/** Every public event of a table, as it stands in `events` of a delta. */
export const TABLE_EVENTS = {
  seat_taken: event('seat_taken', 'A player sits down.', {
    ...seat,
    userId: UserId,
    nickname: text(),
    stackKrw: Won,
  }),
  seat_left: event('seat_left', 'A seat is free again.', seat),
  leave_requested: event('leave_requested', 'Leaves after this hand.', { ...seat, ...bySystem }),
  sat_out: event('sat_out', 'Is not dealt in.', { ...seat, ...bySystem }),
  sat_in: event('sat_in', 'Comes back.', seat),
  top_up_queued: event('top_up_queued', 'Chips come after this hand.', {
    ...seat,
    amountKrw: Won,
  }),
  topped_up: event('topped_up', 'Chips were added.', { ...seat, amountKrw: Won }),
  top_up_dropped: event('top_up_dropped', 'The chips that were to come do not.', seat),
  time_bank_started: event('time_bank_started', 'Thinks on its time bank.', seat),
  time_bank_used: event('time_bank_used', 'Part of the time bank is gone.', {
    ...seat,
    usedMs: ms('How much.'),
  }),
  hand_started: event('hand_started', 'A hand begins.', { setup: HandSetup }),
  ante_posted: event('ante_posted', 'An ante.', {
    ...seat,
    amountKrw: Won,
    dead: flag("Dead money of the main pot (a big-blind ante), not the seat's own."),
  }),
  blind_posted: event('blind_posted', 'A blind or straddle.', {
    ...seat,
    kind: oneOf(['small', 'big', 'straddle']),
    amountKrw: Won,
  }),
  entry_posted: event('entry_posted', 'Blinds that were owed.', { ...seat, ...entryPost }),
  cards_dealt: event('cards_dealt', 'Everybody has cards; own ones come with `cards`.', {
    seatsInDealOrder: list(Seat),
  }),
  acted: event('acted', 'A player acts.', {
    ...seat,
    action: oneOf(['fold', 'check', 'call', 'bet', 'raise']),
    toKrw: won('The total of this street after it.'),
    addedKrw: won('Chips added.'),
    allIn: flag(),
    ...bySystem,
  }),
  uncalled_returned: event('uncalled_returned', 'A bet that nobody called goes back.', {
    ...seat,
    amountKrw: Won,
  }),
  runs_offered: event('runs_offered', 'These seats choose how often the board is dealt.', {
    seats: list(Seat),
  }),
  runs_chosen: event('runs_chosen', 'One of them has chosen.', { ...seat, ...runs, ...bySystem }),
  runs_agreed: event('runs_agreed', 'So often it is dealt.', runs),
  street_dealt: event('street_dealt', 'Cards of the board.', {
    street: oneOf(['preflop', 'flop', 'turn', 'river']),
    cards: Cards,
    ...run,
  }),
  hand_shown: event('hand_shown', 'Cards are face up.', { ...seat, cards: Cards }),
  hand_mucked: event('hand_mucked', 'Cards stay face down.', seat),
  pot_awarded: event('pot_awarded', 'A pot goes to its winners.', {
    potIndex: count('0 is the main pot.'),
    ...run,
    amountKrw: won('After rake.'),
    rakeKrw: Won,
    winners: list(view({ seat: Seat, amountKrw: Won })),
  }),
  hand_settled: event('hand_settled', 'The hand is over.', {
    results: list(SeatResult),
    potKrw: Won,
    rakeKrw: Won,
  }),
  hand_voided: event('hand_voided', 'The hand counts for nothing: all chips go back.', {
    reason: text(),
  }),
  rabbit_cards: event('rabbit_cards', 'Cards that would have come.', { cards: Cards }),
  seed_committed: event('seed_committed', 'A player promises a seed.', {
    ...seat,
    commitment: HashText,
  }),
  seed_withdrawn: event('seed_withdrawn', 'A promise goes with its player.', seat),
  seed_opened: event('seed_opened', 'A promised seed is opened.', { ...seat, value: HashText }),
  root_announced: event('root_announced', 'The root of the next deal.', {
    handId: HandId,
    algorithm: text(),
    root: HashText,
    commitments: list(view({ seat: Seat, commitment: HashText })),
  }),
  root_used: event('root_used', 'The hand of the root begins.', {
    handId: HandId,
    dealOrder: list(Seat),
  }),
  root_voided: event('root_voided', 'The root ends without a hand.', {
    handId: HandId,
    reason: text(),
  }),
} as const;
