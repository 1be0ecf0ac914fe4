import {
  decideTable,
  evolveTable,
  type HandEvent,
  type TableEvent,
  type TableState,
} from '@cardroom/engine';
import { krw } from '@cardroom/money';

import { ENGINE, type Rules } from './rules';
import { simulate } from './simulate';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

/** An engine whose decisions about hands are altered on their way out. */
const withEvents = (alter: (event: HandEvent) => HandEvent[]): Rules => ({
  evolveTable,
  decideTable: (state, command, dealer) => {
    const decided = decideTable(state, command, dealer);
    if (!decided.ok) return decided;
    const value = decided.value.flatMap((event): TableEvent[] =>
      event.type === 'hand'
        ? alter(event.event).map((altered) => ({ type: 'hand', event: altered }))
        : [event],
    );
    return { ok: true, value };
  },
});

/** The odd chip of a hand stays nowhere. */
const LOSES_ODD_CHIP = withEvents((event) => {
  if (event.type !== 'hand_settled') return [event];
  const [first, second, ...others] = event.results.filter(({ netKrw }) => netKrw > 0);
  if (first === undefined || second === undefined || others.length > 0) return [event];
  const results = event.results.map((result) =>
    result === first
      ? { ...result, endStackKrw: krw(result.endStackKrw - 1), netKrw: krw(result.netKrw - 1) }
      : result,
  );
  return [{ ...event, results }];
});

const REFUNDS_TWICE = withEvents((event) =>
  event.type === 'uncalled_returned' ? [event, event] : [event],
);

/** The betting is open to everybody at any time. */
const REOPENS_BETS: Rules = {
  evolveTable,
  decideTable: (state, command, dealer) => decideTable(withoutMemory(state), command, dealer),
};

const withoutMemory = (state: TableState): TableState => {
  const { hand } = state;
  if (hand === null) return state;
  const seats = hand.seats.map((seat) => ({ ...seat, actedOnKrw: null }));
  return { ...state, hand: { ...hand, seats } };
};

/** A new event does not compile until it is listed here, and so comes up in the simulation. */
const listed = <T extends string>(types: Readonly<Record<T, true>>): string[] => Object.keys(types);

const HAND_EVENTS = listed<HandEvent['type']>({
  hand_started: true,
  ante_posted: true,
  blind_posted: true,
  entry_posted: true,
  cards_dealt: true,
  acted: true,
  uncalled_returned: true,
  runs_offered: true,
  runs_chosen: true,
  runs_agreed: true,
  street_dealt: true,
  hand_shown: true,
  hand_mucked: true,
  pot_awarded: true,
  hand_settled: true,
  rabbit_cards: true,
  hand_voided: true,
});

const TABLE_EVENTS = listed<Exclude<TableEvent['type'], 'hand'>>({
  seat_taken: true,
  seat_left: true,
  sat_out: true,
  sat_in: true,
  leave_requested: true,
  seat_idle: true,
  entry_chosen: true,
  big_blind_sit_out_set: true,
  straddle_set: true,
  auto_top_up_set: true,
  waiting_joined: true,
  waiting_left: true,
  seat_offered: true,
  top_up_queued: true,
  top_up_dropped: true,
  topped_up: true,
  time_bank_started: true,
  time_bank_used: true,
});

describe('the simulation', () => {
  it('finds no rule broken', () => {
    const violation = simulate({ hands: 500, seed, rules: ENGINE });
    expect({ seed, violation }).toEqual({ seed, violation: null });
  });

  it('comes across everything that can happen at a table', () => {
    const seen = new Set<string>();
    const rules: Rules = {
      decideTable,
      evolveTable: (state, event) => {
        seen.add(event.type === 'hand' ? event.event.type : event.type);
        return evolveTable(state, event);
      },
    };
    expect(simulate({ hands: 1_000, seed: 1, rules })).toBeNull();
    expect([...seen].sort()).toEqual([...TABLE_EVENTS, ...HAND_EVENTS].sort());
  });

  it('plays the same for the same seed', () => {
    const first = simulate({ hands: 500, seed: 1, rules: REFUNDS_TWICE });
    expect(first).not.toBeNull();
    expect(simulate({ hands: 500, seed: 1, rules: REFUNDS_TWICE })).toEqual(first);
  });

  it.each([
    ['an odd chip that is lost', LOSES_ODD_CHIP, /its share makes|conserved/],
    ['a bet that is open again', REOPENS_BETS, /not open|not refused/],
    ['a refund that comes twice', REFUNDS_TWICE, /uncalled|negative/],
  ])('catches %s', (_what, rules, rule) => {
    const violation = simulate({ hands: 2_000, seed: 1, rules });
    expect(violation).toMatchObject({ seed: 1, rule: expect.stringMatching(rule) as unknown });
    expect(violation?.essence.length).toBeLessThan(violation?.prefix.length ?? 0);
  });
});
