/**
 * What clients see of tables. All of it is public: a view is built from an allow-list, and a
 * player's own cards travel in a message of their own (`CardsMessage`). The types follow from the
 * schemas, and so does the document of the wire.
 */
import { Type, type Static } from '@sinclair/typebox';

import { HandId, HashText, Seat, StateVersion, TableId } from './schemas';
import { TABLE_EVENTS } from './table-events';
import {
  Cards,
  CardText,
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

export const StakesView = view({
  smallBlindKrw: Won,
  bigBlindKrw: Won,
  anteKrw: Won,
  bigBlindAnteKrw: Won,
});
export type StakesView = Static<typeof StakesView>;

export const TableSettingsView = view(
  {
    structure: oneOf(['no-limit', 'pot-limit', 'fixed-limit']),
    straddle: oneOf(['none', 'under_the_gun', 'button']),
    runItTwice: flag(),
    rabbitHunt: flag(),
    actionTimeoutMs: ms('Time for an action.'),
    timeBankMs: ms('Time beyond it, for the session.'),
    showdownPauseMs: ms('Pause after a showdown.'),
    ratholeWindowMs: ms('Within this time whoever left comes back with the stack that left.'),
    awayRemovalMs: ms('An idle seat is freed after this time.'),
    seatOfferMs: ms('A free seat is kept so long for the first who waits.'),
  },
  'What a table plays by.',
);
export type TableSettingsView = Static<typeof TableSettingsView>;

export const SEAT_STATUSES = ['playing', 'entering', 'sitting_out', 'away', 'leaving'] as const;
export type SeatStatus = (typeof SEAT_STATUSES)[number];

export const SeatView = view({
  seat: Seat,
  userId: UserId,
  nickname: text(),
  stackKrw: won('Chips behind, without what is bet on this street.'),
  status: oneOf(
    SEAT_STATUSES,
    '`entering`: will be dealt in with the big blind, or once the button has gone by.',
  ),
  connected: flag(),
  timeBankMs: ms('What is left of the time bank.'),
  inHand: flag('Holds cards in the hand being played.'),
  folded: flag(),
  allIn: flag(),
  streetBetKrw: Won,
  shownCards: nullable(Cards, 'Cards shown by rule at the showdown of this hand, else null.'),
});
export type SeatView = Static<typeof SeatView>;

export const LegalActionsView = view(
  {
    seat: Seat,
    canFold: flag(),
    canCheck: flag(),
    callKrw: won('Chips to add for a call; 0 where checking is free.'),
    minRaiseToKrw: nullable(
      Won,
      'Smallest total to bet or raise to; null where it is not allowed.',
    ),
    maxRaiseToKrw: nullable(Won, 'Largest total to bet or raise to; null where it is not allowed.'),
  },
  'What the player to act may do; the same function answers server, bots and clients.',
);
export type LegalActionsView = Static<typeof LegalActionsView>;

export const TurnView = view({
  seat: Seat,
  deadlineAtMs: ms('Server time at which the system acts, milliseconds since 1970.'),
  usingTimeBank: flag(),
  legal: LegalActionsView,
});
export type TurnView = Static<typeof TurnView>;

export const RunChoiceView = view(
  {
    seats: list(Seat),
    deadlineAtMs: ms('Server time at which a missing answer is one run, milliseconds since 1970.'),
  },
  'Betting is closed: these seats still choose how often the rest of the board is dealt.',
);
export type RunChoiceView = Static<typeof RunChoiceView>;

export const PotView = view({ amountKrw: Won, seats: list(Seat) });
export type PotView = Static<typeof PotView>;

const ROOT = {
  handId: HandId,
  algorithm: text('Names the rules of the deal.'),
  root: HashText,
  commitments: list(
    view({ seat: Seat, commitment: HashText }),
    "The players' promises of the moment when the root came out, by seat.",
  ),
  seeds: list(
    view({ seat: Seat, value: HashText }),
    'The promised seeds that were opened before the deal, by seat.',
  ),
};

/** Rule: docs/rules/fairness.md §3. */
export const RootView = view(
  ROOT,
  'The root of a committed deck and what it is bound to, before the deal.',
);
export type RootView = Static<typeof RootView>;

/** Rule: docs/rules/fairness.md §4. */
export const DealView = view(
  { ...ROOT, dealOrder: list(Seat, 'Seats dealt in, in the order of dealing.') },
  'All that decides the order of the cards of a hand.',
);
export type DealView = Static<typeof DealView>;

/** Rule: docs/rules/fairness.md §5. */
export const CardOpening = view(
  {
    place: count('Which card of the deal it is, counted from 0.'),
    card: CardText,
    position: count('Where it lay in the committed deck.'),
    salt: HashText,
    path: list(HashText),
  },
  'A card with the proof that it was committed.',
);
export type CardOpening = Static<typeof CardOpening>;

export const HandResultView = view({
  handId: HandId,
  handNo: count(),
  outcome: oneOf(['settled', 'voided']),
  rakeKrw: Won,
  results: list(view({ seat: Seat, netKrw: Type.Integer({ description: 'Whole won.' }) })),
});
export type HandResultView = Static<typeof HandResultView>;

const TABLE_STATUSES = ['open', 'closed', 'paused'] as const;

const TABLE = {
  status: oneOf(TABLE_STATUSES),
  stakes: StakesView,
  maxSeats: count(),
  minBuyInKrw: Won,
  maxBuyInKrw: Won,
  settings: TableSettingsView,
  handNo: count(),
  handId: nullable(HandId),
  buttonSeat: nullable(Seat),
  street: nullable(oneOf(['preflop', 'flop', 'turn', 'river'])),
  board: Cards,
  secondBoard: list(
    CardText,
    'The board of the second run where the hand is run twice, else empty.',
  ),
  rabbitCards: nullable(Cards, 'Cards that would have come, once somebody has asked for them.'),
  pots: list(PotView),
  potKrw: won('Everything in the middle, the bets of this street included.'),
  currentBetKrw: Won,
  turn: nullable(TurnView),
  runChoice: nullable(RunChoiceView),
  seats: Type.Unsafe<Readonly<Record<string, SeatView | null>>>(
    Type.Record(Type.String(), nullable(SeatView), {
      description: 'By seat number; a free seat is null.',
    }),
  ),
  lastHand: nullable(HandResultView),
  waiting: count('How many wait for a seat.'),
  keptSeats: list(Seat, 'Free seats that are kept for some of those who wait.'),
  deal: nullable(DealView, 'Of the hand `handId`; null where it was dealt without a root.'),
  nextDeal: nullable(RootView, 'The root of the next hand, as soon as it is out.'),
};

export const TableView = view({ tableId: TableId, name: text(), ...TABLE });
export type TableView = Static<typeof TableView>;

const openings = Type.Optional(
  list(CardOpening, 'Proofs of cards; none where the hand was dealt without a root.'),
);

export const Snapshot = view(
  { tableId: TableId, stateVersion: StateVersion, table: TableView, openings },
  'A table whole. `openings`: of all cards of this hand that everybody has seen.',
);
export type Snapshot = Static<typeof Snapshot>;

/** Changed properties of a TableView; `seats` holds only the seats that changed. */
export const TablePatch = Type.Unsafe<Partial<Omit<TableView, 'tableId' | 'name'>>>(
  Type.Partial(Type.Object(TABLE), {
    additionalProperties: false,
    description: 'The changed properties of the table; `seats` holds only the seats that changed.',
  }),
);
export type TablePatch = Static<typeof TablePatch>;

/** Typed loosely, so that a client reads on when a new kind appears; `TABLE_EVENTS` says which there are. */
export const TableEventView = Type.Unsafe<{ readonly type: string; readonly [p: string]: unknown }>(
  Type.Union(Object.values(TABLE_EVENTS), {
    description: 'A public event of the table or the hand, in the order it happened.',
  }),
);
export type TableEventView = Static<typeof TableEventView>;

export const Delta = view(
  {
    tableId: TableId,
    stateVersion: StateVersion,
    atMs: ms('Server time, milliseconds since 1970.'),
    events: list(TableEventView),
    patch: TablePatch,
    openings,
  },
  'One version of one table. A client whose version is not `stateVersion - 1` asks again. `openings`: of the cards that everybody sees from this version on.',
);
export type Delta = Static<typeof Delta>;

export const CardsMessage = view(
  { tableId: TableId, handId: HandId, seat: Seat, cards: Cards, openings },
  "A player's own cards, to that player's sockets only.",
);
export type CardsMessage = Static<typeof CardsMessage>;

export const PRE_ACTIONS = ['check_fold', 'check', 'call', 'call_any'] as const;
export type PreActionName = (typeof PRE_ACTIONS)[number];

export const OwnSeatView = view(
  {
    seat: Seat,
    entry: oneOf(['post', 'wait']),
    owesBigBlind: flag(),
    owesSmallBlind: flag(),
    sitOutNextBigBlind: flag(),
    straddleNext: flag(),
    autoTopUpKrw: nullable(Won),
    preAction: nullable(view({ action: oneOf(PRE_ACTIONS), callKrw: Won })),
  },
  "A player's own seat, with what others do not see of it.",
);
export type OwnSeatView = Static<typeof OwnSeatView>;

export const OwnMessage = view(
  {
    tableId: TableId,
    buyIn: view({ minKrw: Won, maxKrw: Won }, 'What the player may sit down with now.'),
    seat: nullable(OwnSeatView),
    waiting: nullable(
      view({
        place: count('In the waiting list, from 1.'),
        offer: nullable(view({ seat: Seat, untilMs: ms('Milliseconds since 1970.') })),
      }),
    ),
  },
  "What a table tells one player alone, to that player's sockets, whenever it changes.",
);
export type OwnMessage = Static<typeof OwnMessage>;

export const LobbyTable = view({
  tableId: TableId,
  name: text(),
  pool: text(),
  stakes: StakesView,
  maxSeats: count(),
  seated: count(),
  minBuyInKrw: Won,
  maxBuyInKrw: Won,
  settings: TableSettingsView,
  waiting: count(),
  handNo: count(),
  status: oneOf(TABLE_STATUSES),
});
export type LobbyTable = Static<typeof LobbyTable>;

/** `data` of the ack of `lobby.enter`. */
export const LobbyData = view({ tables: list(LobbyTable) });
export type LobbyData = Static<typeof LobbyData>;

/** What is new in the lobby: a room of many tables is not told whole every second. */
export const LobbyChange = view({
  tables: list(LobbyTable),
  gone: list(TableId),
});
export type LobbyChange = Static<typeof LobbyChange>;

export const ChatMessage = view({
  tableId: TableId,
  userId: UserId,
  nickname: text(),
  text: text(),
  atMs: ms('Server time, milliseconds since 1970.'),
});
export type ChatMessage = Static<typeof ChatMessage>;

export const NOTICE_CODES = [
  'TOP_UP_DONE',
  'TOP_UP_REFUSED',
  'CASHED_OUT',
  'HAND_VOIDED',
  'TABLE_PAUSED',
  'TABLE_RESUMED',
  'SERVER_DRAINING',
  'SESSION_REVOKED',
  'CONNECTION_REPLACED',
  'ACCOUNT_EXCLUDED',
  'SESSION_TIME',
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

export const Notice = view(
  {
    code: oneOf(NOTICE_CODES),
    message: text(),
    tableId: Type.Optional(TableId),
    reconnectAfterMs: Type.Optional(
      ms('Before a planned close: wait this long, then connect again.'),
    ),
  },
  "Something a player is told outside of a table's versions.",
);
export type Notice = Static<typeof Notice>;

export const NotificationMessage = view(
  {
    notificationId: text(),
    topic: text(
      'deposit.credited, withdrawal.changed, rakeback.paid, vip.level_changed or security.event.',
    ),
    title: text(),
    text: text('Plain text, in the language of the account.'),
    atMs: ms('Server time, milliseconds since 1970.'),
  },
  "Something new in the player's list of notifications, to that player's sockets only. It may come twice: the id tells.",
);
export type NotificationMessage = Static<typeof NotificationMessage>;

const watched = <K extends 'snapshot' | 'deltas'>(kind: K) => ({
  kind: Type.Literal(kind),
  cards: nullable(CardsMessage),
  own: OwnMessage,
});

/** `data` of the ack of `table.watch`. */
export const WatchData = Type.Union([
  view({ ...watched('snapshot'), snapshot: Snapshot }),
  view({ ...watched('deltas'), deltas: list(Delta) }),
]);
export type WatchData = Static<typeof WatchData>;

/** What the server sends, by the name of the event. */
export const SERVER_MESSAGES = {
  snapshot: Snapshot,
  delta: Delta,
  cards: CardsMessage,
  own: OwnMessage,
  lobby: LobbyChange,
  chat: ChatMessage,
  notice: Notice,
  notification: NotificationMessage,
} as const;

/** Events from server to client, by name. */
export type ServerEvents = {
  readonly [E in keyof typeof SERVER_MESSAGES]: (
    message: Static<(typeof SERVER_MESSAGES)[E]>,
  ) => void;
};
