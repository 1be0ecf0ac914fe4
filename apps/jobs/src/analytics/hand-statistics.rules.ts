import type { HandEvent, SeatIndex } from '@cardroom/engine';

/** What one hand adds to a player's day. Rule: docs/rules/statistics.md. */
export interface HandStatistics {
  readonly seat: SeatIndex;
  readonly won: boolean;
  /** §2.1 Put chips in before the flop of the player's own will: a call or raise, not a blind. */
  readonly vpip: boolean;
  /** §2.2 Raised before the flop. */
  readonly pfr: boolean;
  /** §2.3 Had to act before the flop when one other had raised, and once. */
  readonly couldThreeBet: boolean;
  /** §2.3 Raised then. */
  readonly threeBet: boolean;
  /** §2.4 Bets and raises after the flop. */
  readonly aggressiveActions: number;
  /** §2.4 Calls after the flop. */
  readonly calls: number;
  readonly showdown: boolean;
  readonly netKrw: number;
  readonly putInKrw: number;
}

type Acted = Extract<HandEvent, { type: 'acted' }>;

const isActed = (event: HandEvent): event is Acted => event.type === 'acted';
const isRaise = ({ action }: Acted): boolean => action === 'bet' || action === 'raise';
const isVoluntary = (acted: Acted): boolean => acted.action === 'call' || isRaise(acted);

/** The actions of a seat before the flop that answered one raise of another. */
function answersToOneRaise(preflop: readonly Acted[], seat: SeatIndex): Acted[] {
  return preflop.filter((acted, place) => {
    const raises = preflop.slice(0, place).filter(isRaise);
    return acted.seat === seat && raises.length === 1 && raises[0]?.seat !== seat;
  });
}

/**
 * Statistics of a settled hand, a line a player; nothing for a void one. Who shows a hand after the
 * pots were won has not been at a showdown.
 */
export function handStatistics(allEvents: readonly HandEvent[]): HandStatistics[] {
  const settledAt = allEvents.findIndex((event) => event.type === 'hand_settled');
  const settled = allEvents[settledAt];
  if (settled?.type !== 'hand_settled') return [];
  const events = allEvents.slice(0, settledAt);
  const flopAt = events.findIndex((event) => event.type === 'street_dealt');
  const preflop = (flopAt < 0 ? events : events.slice(0, flopAt)).filter(isActed);
  const later = flopAt < 0 ? [] : events.slice(flopAt).filter(isActed);
  const atShowdown = new Set(
    events.flatMap((event) =>
      event.type === 'hand_shown' || event.type === 'hand_mucked' ? [event.seat] : [],
    ),
  );
  return settled.results.map(({ seat, netKrw, putInKrw }) => {
    const [early, late] = [preflop, later].map((acts) => acts.filter((act) => act.seat === seat));
    const answers = answersToOneRaise(preflop, seat);
    return {
      ...{ seat, won: netKrw > 0, netKrw, putInKrw, showdown: atShowdown.has(seat) },
      vpip: early?.some(isVoluntary) ?? false,
      pfr: early?.some(isRaise) ?? false,
      couldThreeBet: answers.length > 0,
      threeBet: answers.some(isRaise),
      aggressiveActions: late?.filter(isRaise).length ?? 0,
      calls: late?.filter(({ action }) => action === 'call').length ?? 0,
    };
  });
}

/** A player's share of a hand, by the hand's records. */
export interface CountedSeat {
  readonly seat: number;
  readonly userId: string;
  readonly rakeKrw: number;
}

/** A hand as it is counted. */
export interface HandToCount {
  readonly handId: string;
  readonly tableId: string;
  /** The day of Seoul on which it ended. */
  readonly day: string;
  readonly potKrw: number;
  readonly rakeKrw: number;
  readonly events: readonly HandEvent[];
  readonly seats: readonly CountedSeat[];
}

/** The counters of `player_day_stats`, in the order of its columns. */
export const PLAYER_COUNTERS = [
  'hands',
  'won_hands',
  'vpip_hands',
  'pfr_hands',
  'three_bet_chances',
  'three_bet_hands',
  'aggressive_actions',
  'calls',
  'showdown_hands',
  'net_krw',
  'put_in_krw',
  'rake_krw',
] as const;
export type PlayerCounter = (typeof PLAYER_COUNTERS)[number];

/** The counters of `table_day_stats`. */
export const TABLE_COUNTERS = ['hands', 'player_hands', 'pot_krw', 'rake_krw'] as const;
export type TableCounter = (typeof TABLE_COUNTERS)[number];

export interface Counted<Counter extends string> {
  /** Whose counters they are: a player's or a table's id. */
  readonly id: string;
  readonly day: string;
  readonly counters: Readonly<Record<Counter, number>>;
}

const asCount = (holds: boolean): number => (holds ? 1 : 0);

function playersOf({ day, events, seats }: HandToCount): Counted<PlayerCounter>[] {
  return handStatistics(events).flatMap((line) => {
    const counted = seats.find(({ seat }) => seat === line.seat);
    if (counted === undefined) return [];
    const counters = {
      ...{ hands: 1, won_hands: asCount(line.won), vpip_hands: asCount(line.vpip) },
      ...{ pfr_hands: asCount(line.pfr), three_bet_chances: asCount(line.couldThreeBet) },
      ...{ three_bet_hands: asCount(line.threeBet), aggressive_actions: line.aggressiveActions },
      ...{ calls: line.calls, showdown_hands: asCount(line.showdown), net_krw: line.netKrw },
      ...{ put_in_krw: line.putInKrw, rake_krw: counted.rakeKrw },
    };
    return [{ id: counted.userId, day, counters }];
  });
}

function tableOf(hand: HandToCount): Counted<TableCounter>[] {
  const { tableId: id, day, potKrw, rakeKrw } = hand;
  const players = handStatistics(hand.events).length;
  if (players === 0) return [];
  const counters = { hands: 1, player_hands: players, pot_krw: potKrw, rake_krw: rakeKrw };
  return [{ id, day, counters }];
}

/** Adds up lines of the same id and day; in the order of their ids, so that rows lock in one order. */
function addedUp<Counter extends string>(
  lines: readonly Counted<Counter>[],
  names: readonly Counter[],
): Counted<Counter>[] {
  const sums = new Map<string, { id: string; day: string; counters: Record<Counter, number> }>();
  for (const { id, day, counters } of lines) {
    const sum = sums.get(`${id} ${day}`);
    if (sum === undefined) sums.set(`${id} ${day}`, { id, day, counters: { ...counters } });
    else for (const name of names) sum.counters[name] += counters[name];
  }
  return [...sums.values()].sort((one, other) =>
    one.id + one.day < other.id + other.day ? -1 : 1,
  );
}

export interface CountedHands {
  readonly players: readonly Counted<PlayerCounter>[];
  readonly tables: readonly Counted<TableCounter>[];
}

/** What hands add to the days of their players and tables; a void hand adds nothing. */
export const countHands = (hands: readonly HandToCount[]): CountedHands => ({
  players: addedUp(hands.flatMap(playersOf), PLAYER_COUNTERS),
  tables: addedUp(hands.flatMap(tableOf), TABLE_COUNTERS),
});

/** The same with more added. */
export const together = (one: CountedHands, other: CountedHands): CountedHands => ({
  players: addedUp([...one.players, ...other.players], PLAYER_COUNTERS),
  tables: addedUp([...one.tables, ...other.tables], TABLE_COUNTERS),
});
