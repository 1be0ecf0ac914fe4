import fc from 'fast-check';

import { applyPatch, diffViews } from './patch';
import type { TableView } from './views';

const seat = fc.option(
  fc.record({
    seat: fc.nat(9),
    userId: fc.uuid(),
    nickname: fc.string(),
    stackKrw: fc.nat(),
    status: fc.constantFrom('playing' as const, 'sitting_out' as const, 'leaving' as const),
    connected: fc.boolean(),
    timeBankMs: fc.nat(),
    inHand: fc.boolean(),
    folded: fc.boolean(),
    allIn: fc.boolean(),
    streetBetKrw: fc.nat(),
    shownCards: fc.option(fc.array(fc.constantFrom('As', 'Kd', 'Tc'), { maxLength: 2 })),
  }),
);

const hash = fc.string({ unit: fc.constantFrom('0', 'a'), minLength: 64, maxLength: 64 });
const root = {
  handId: fc.uuid(),
  algorithm: fc.constant('cardroom-deal-1'),
  root: hash,
  commitments: fc.array(fc.record({ seat: fc.nat(9), commitment: hash })),
  seeds: fc.array(fc.record({ seat: fc.nat(9), value: hash })),
};

const view: fc.Arbitrary<TableView> = fc.record({
  tableId: fc.constant('t'),
  name: fc.constant('Table'),
  status: fc.constantFrom('open' as const, 'closed' as const, 'paused' as const),
  stakes: fc.record({
    smallBlindKrw: fc.nat(),
    bigBlindKrw: fc.nat(),
    anteKrw: fc.nat(),
    bigBlindAnteKrw: fc.nat(),
  }),
  maxSeats: fc.constant(2),
  minBuyInKrw: fc.nat(),
  maxBuyInKrw: fc.nat(),
  settings: fc.record({
    structure: fc.constantFrom('no-limit' as const, 'fixed-limit' as const),
    straddle: fc.constantFrom('none' as const, 'button' as const),
    runItTwice: fc.boolean(),
    rabbitHunt: fc.boolean(),
    actionTimeoutMs: fc.nat(),
    timeBankMs: fc.nat(),
    showdownPauseMs: fc.nat(),
    ratholeWindowMs: fc.nat(),
    awayRemovalMs: fc.nat(),
    seatOfferMs: fc.nat(),
  }),
  handNo: fc.nat(),
  handId: fc.option(fc.uuid()),
  buttonSeat: fc.option(fc.nat(9)),
  street: fc.constantFrom('preflop' as const, 'flop' as const, null),
  board: fc.array(fc.constantFrom('2c', '3d', '4h')),
  secondBoard: fc.array(fc.constantFrom('2c', '3d', '4h')),
  rabbitCards: fc.option(fc.array(fc.constantFrom('5s', '6c'))),
  pots: fc.array(fc.record({ amountKrw: fc.nat(), seats: fc.array(fc.nat(9)) })),
  potKrw: fc.nat(),
  currentBetKrw: fc.nat(),
  turn: fc.constant(null),
  runChoice: fc.option(fc.record({ seats: fc.array(fc.nat(9)), deadlineAtMs: fc.nat() })),
  seats: fc.record({ '0': seat, '1': seat }),
  lastHand: fc.constant(null),
  waiting: fc.nat(),
  keptSeats: fc.array(fc.nat(9)),
  deal: fc.option(fc.record({ ...root, dealOrder: fc.array(fc.nat(9)) })),
  nextDeal: fc.option(fc.record(root)),
});

describe('a delta of two views', () => {
  it('applied to the first gives the second', () => {
    fc.assert(
      fc.property(view, view, (before, after) => {
        expect(applyPatch(before, diffViews(before, after))).toEqual(after);
      }),
    );
  });

  it('of equal views is empty', () => {
    fc.assert(
      fc.property(view, (same) => {
        expect(diffViews(same, structuredClone(same))).toEqual({});
      }),
    );
  });
});
