import fc from 'fast-check';

import { TestTable } from './table.builder';

/** A table with players A, B, C, … at these seats who have played a hand together. */
function table(seats: readonly number[], hands = 1): TestTable {
  const made = new TestTable();
  seats.forEach((seat, index) => made.sit(seat, NAMES[index] ?? ''));
  for (let hand = 0; hand < hands; hand += 1) made.hand();
  return made;
}
const NAMES = ['A', 'B', 'C', 'D', 'E', 'F'];

describe('§1 button and blinds', () => {
  it('§1.1 at a fresh table the last seat has the button and nobody owes anything', () => {
    const made = table([1, 3, 4], 0);
    expect(made.hand()).toEqual({ button: 4, small: 1, big: 3, dealt: [1, 3, 4], posts: {} });
  });

  it('§1.2 all three move on to the next player', () => {
    const made = table([0, 1, 2, 3]);
    expect(made.hand()).toMatchObject({ button: 0, small: 1, big: 2 });
    expect(made.hand()).toMatchObject({ button: 1, small: 2, big: 3 });
  });

  it('§1.2 the big blind goes on where the player due for it leaves', () => {
    const made = table([0, 1, 2, 3]);
    made.leave('C');
    expect(made.hand()).toMatchObject({ button: 0, small: 1, big: 3 });
  });

  it('§1.3 dead small blind: the last big blind left, nobody pays the small one', () => {
    const made = table([0, 1, 2, 3]);
    made.leave('B');
    expect(made.hand()).toMatchObject({ button: 0, small: null, big: 2 });
  });

  it('§1.3 dead button: it stays at the empty seat of the last small blind', () => {
    const made = table([0, 1, 2, 3]);
    made.leave('A');
    expect(made.hand()).toMatchObject({ button: 0, small: 1, big: 2, dealt: [1, 2, 3] });
    expect(made.hand()).toMatchObject({ button: 1, small: 2, big: 3 });
  });

  it('§1.3 both at once: nobody pays a big blind twice and nobody is skipped', () => {
    const made = table([0, 1, 2, 3, 4]);
    made.leave('A');
    made.leave('B');
    expect(made.hand()).toMatchObject({ button: 0, small: null, big: 2 });
    expect(made.hand()).toMatchObject({ button: 1, small: 2, big: 3 });
    expect(made.hand()).toMatchObject({ button: 2, small: 3, big: 4 });
  });

  it('§1.3 regression: a button that only ever moves to a player skips the big blind of another', () => {
    const made = table([0, 1, 2, 3]);
    made.leave('A');
    const bigs = [made.hand()?.big, made.hand()?.big, made.hand()?.big];
    expect(bigs).toEqual([2, 3, 1]);
  });

  it('§1.4 heads-up the button is the small blind', () => {
    const made = table([2, 5]);
    expect(made.state).toMatchObject({ buttonSeat: 5, smallBlindSeat: 5, bigBlindSeat: 2 });
    expect(made.hand()).toMatchObject({ button: 2, small: 2, big: 5 });
  });

  it.each([
    ['the small blind', 'A', { button: 1, small: 1, big: 2 }],
    ['the big blind', 'B', { button: 0, small: 0, big: 2 }],
    ['the button', 'C', { button: 1, small: 1, big: 0 }],
  ])(
    '§1.4 going heads-up after %s leaves, nobody pays the big blind twice running',
    (_w, who, next) => {
      const made = table([0, 1, 2]);
      expect(made.state).toMatchObject({ buttonSeat: 2, smallBlindSeat: 0, bigBlindSeat: 1 });
      made.leave(who);
      expect(made.hand()).toMatchObject(next);
    },
  );

  it('§1.5 a void hand moves no button and settles no debt', () => {
    const made = table([0, 1, 2]);
    made.sit(3, 'D', { entry: 'post' });
    const before = made.state;
    expect(made.deal()).not.toBeNull();
    made.act({ type: 'void', reason: 'test' });
    const { buttonSeat, smallBlindSeat, bigBlindSeat, seats } = made.state;
    expect({ buttonSeat, smallBlindSeat, bigBlindSeat }).toEqual({
      buttonSeat: before.buttonSeat,
      smallBlindSeat: before.smallBlindSeat,
      bigBlindSeat: before.bigBlindSeat,
    });
    expect(seats).toEqual(before.seats);
  });
});

describe('§2 coming in', () => {
  it('§2.1 somebody new waits for the big blind unless told', () => {
    const made = table([0, 1, 2, 3]);
    made.sit(5, 'N');
    expect(made.hand()?.dealt).toEqual([0, 1, 2, 3]);
    expect(made.hand()?.dealt).toEqual([0, 1, 2, 3]);
    expect(made.hand()).toMatchObject({ big: 5, dealt: [0, 1, 2, 3, 5], posts: {} });
  });

  it('§2.1 somebody new who posts pays one live big blind and no dead one', () => {
    const made = table([0, 1, 2, 3]);
    made.sit(5, 'N', { entry: 'post' });
    expect(made.hand()).toMatchObject({ big: 2, posts: { 5: [100, 0] } });
    expect(made.hand()).toMatchObject({ dealt: [0, 1, 2, 3, 5], posts: {} });
  });

  it('§2.1 the choice can be changed while waiting', () => {
    const made = table([0, 1, 2, 3]);
    made.sit(5, 'N');
    made.hand();
    made.choose('N', 'post');
    expect(made.hand()?.posts).toEqual({ 5: [100, 0] });
  });

  it('§2.2 whoever missed both blinds posts the big one live and the small one dead', () => {
    const made = table([0, 1, 2, 3]);
    made.as('C', 'sit_out');
    expect(made.hand()).toMatchObject({ big: 3, dealt: [0, 1, 3] });
    expect(made.state.seats[2]?.owes).toEqual({ big: true, small: false });
    made.hand();
    expect(made.state.seats[2]?.owes).toEqual({ big: true, small: true });
    made.choose('C', 'post');
    made.as('C', 'sit_in');
    // First the button has to go by.
    expect(made.hand()).toMatchObject({ button: 3, small: 0, big: 1, posts: { 2: [100, 50] } });
  });

  it('§2.2 whoever missed only the small blind posts only that, dead', () => {
    const made = table([0, 1, 2, 3, 4]);
    made.as('B', 'sit_out');
    expect(made.hand()).toMatchObject({ small: null, big: 2 });
    expect(made.state.seats[1]?.owes).toEqual({ big: false, small: true });
    made.choose('B', 'post');
    made.as('B', 'sit_in');
    expect(made.hand()).toMatchObject({ button: 1, posts: {} });
    expect(made.hand()).toMatchObject({ button: 2, posts: { 1: [0, 50] } });
  });

  it('§2.2 sitting out between the blinds costs nothing', () => {
    const made = table([0, 1, 2, 3, 4]);
    made.as('E', 'sit_out');
    expect(made.hand()).toMatchObject({ big: 2, dealt: [0, 1, 2, 3] });
    made.as('E', 'sit_in');
    expect(made.hand()).toMatchObject({ big: 3, dealt: [0, 1, 2, 3, 4], posts: {} });
  });

  it('§2.2 waiting for the big blind settles what was missed', () => {
    const made = table([0, 1, 2]);
    made.as('C', 'sit_out');
    made.hand();
    made.hand();
    made.as('C', 'sit_in');
    expect(made.hand()).toMatchObject({ big: 2, posts: {} });
    expect(made.state.seats[2]?.owes).toEqual({ big: false, small: false });
  });

  it.each([
    ['on the button', 0, 'A', 1],
    ['at the small blind', 1, 'B', 2],
  ])('§2.3 nobody posts in %s', (_where, seat, who, hands) => {
    const made = table([0, 1, 2, 3, 4]);
    made.leave(who);
    made.sit(seat, 'N', { entry: 'post' });
    for (let hand = 0; hand < hands; hand += 1) {
      expect(made.hand()?.dealt).not.toContain(seat);
    }
    expect(made.hand()?.posts).toEqual({ [seat]: [100, 0] });
  });

  it('§2.3 nobody posts in between the small blind and the big blind', () => {
    const made = table([0, 1, 3, 4]);
    made.hand();
    expect(made.state).toMatchObject({ smallBlindSeat: 1, bigBlindSeat: 3 });
    made.sit(2, 'N', { entry: 'post' });
    made.leave('C');
    expect(made.hand()).toMatchObject({ button: 1, small: null, big: 4, posts: {} });
    expect(made.hand()).toMatchObject({ button: 3, small: 4, big: 0, posts: { 2: [100, 0] } });
  });

  it('§2.4 a game that has come to a stop goes on with a newcomer in the big blind', () => {
    const made = table([0, 1]);
    expect(made.state.bigBlindSeat).toBe(0);
    made.leave('A');
    expect(made.hand()).toBeNull();
    made.sit(4, 'N');
    expect(made.hand()).toMatchObject({ button: 1, small: 1, big: 4 });
    expect(made.hand()).toMatchObject({ button: 4, small: 4, big: 1 });
  });

  it('§2.4 where all owe, all are dealt in', () => {
    const made = table([0, 1, 2]);
    made.sit(3, 'M');
    made.sit(4, 'N');
    ['A', 'B', 'C'].forEach((who) => made.leave(who));
    expect(made.hand()).toMatchObject({ dealt: [3, 4], big: 3, posts: {} });
  });

  it('§2.5 leaving and coming back owes the small blind that was missed', () => {
    const made = table([0, 1, 2, 3, 4]);
    made.as('B', 'sit_out');
    made.hand();
    made.leave('B');
    made.sit(5, 'B', { entry: 'post' });
    expect(made.state.seats[5]?.owes).toEqual({ big: true, small: true });
    made.nowMs += 60_000;
    made.leave('B');
    made.nowMs += 60_000;
    made.sit(5, 'B');
    expect(made.state.seats[5]?.owes).toEqual({ big: true, small: false });
  });

  it('§2.5 regression: changing seats past the big blind is a new entry, not a free hand', () => {
    const made = table([0, 1, 2, 3]);
    made.leave('C');
    made.sit(5, 'C');
    expect(made.hand()).toMatchObject({ big: 3, dealt: [0, 1, 3] });
    expect(made.hand()).toMatchObject({ big: 5, dealt: [0, 1, 3, 5] });
  });

  it('§2.6 whoever asked to sit out at the big blind is not dealt in and owes it', () => {
    const made = table([0, 1, 2, 3]);
    made.do({ type: 'sit_out_next_big_blind', seat: made.seatOf('D'), on: true });
    made.tidy();
    expect(made.hand()).toMatchObject({ big: 2, dealt: [0, 1, 2, 3] });
    made.tidy();
    expect(made.hand()).toMatchObject({ big: 0, dealt: [0, 1, 2] });
    expect(made.state.seats[3]).toMatchObject({ sittingOut: true, owes: { big: true } });
  });
});

describe('any table', () => {
  const step = fc.record({
    kind: fc.constantFrom('sit', 'leave', 'out', 'in', 'hand', 'hand', 'hand', 'void'),
    seat: fc.nat(5),
    user: fc.nat(7),
    post: fc.boolean(),
  });

  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

  it(`§1.2 §2 nobody pays the big blind twice running, or plays a round of the table without one (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const made = new TestTable();
        const freeHands = new Map<string, number>();
        let lastBig: string | null = null;
        for (const { kind, seat, user, post } of steps) {
          const at = made.state.seats[seat] ?? null;
          const entry = post ? 'post' : 'wait';
          const userId = `U${user}`;
          const isSeated = made.state.seats.some((other) => other?.userId === userId);
          if (kind === 'sit' && at === null && !isSeated) made.sit(seat, userId, { entry });
          if (kind === 'leave' && at !== null) made.leave(at.userId);
          if (kind === 'out' && at !== null) made.as(at.userId, 'sit_out');
          if (kind === 'in' && at !== null) made.as(at.userId, 'sit_in');
          if (kind !== 'hand' && kind !== 'void') continue;
          const before = made.state;
          const deal = made.deal();
          if (deal === null) continue;
          if (kind === 'void') {
            made.act({ type: 'void', reason: 'test' });
            expect(made.state.seats).toEqual(before.seats);
            continue;
          }
          made.finish();
          const big = made.state.seats[deal.big]?.userId ?? '';
          const isGoingOn = before.bigBlindSeat !== null && deal.dealt.length >= 2;
          if (isGoingOn) expect(big).not.toBe(lastBig);
          lastBig = big;
          if (!isGoingOn) freeHands.clear();
          if (deal.dealt.length === 2) expect(deal.button).toBe(deal.small);
          else expect(deal.button).not.toBe(deal.small ?? -1);
          expect([deal.small, deal.button]).not.toContain(deal.big);
          for (const place of Object.keys(deal.posts)) {
            expect(deal.dealt).toContain(Number(place));
            expect([deal.small, deal.button, deal.big]).not.toContain(Number(place));
          }
          for (const place of deal.dealt) {
            const who = made.state.seats[place]?.userId ?? '';
            const pays = place === deal.big || (deal.posts[place]?.[0] ?? 0) > 0;
            const free = pays ? 0 : (freeHands.get(who) ?? 0) + 1;
            freeHands.set(who, free);
            expect(free).toBeLessThan(made.state.config.maxSeats);
          }
          expect(JSON.parse(JSON.stringify(made.state))).toEqual(made.state);
        }
      }),
      { numRuns: 500, seed },
    );
  });
});
