import {
  areAllSeedsOpen,
  commitmentOf,
  commitSeed,
  evolveDeal,
  NO_DEAL,
  openSeed,
  type DealEvent,
  type DealState,
} from './announced-deal';
import { nodeHashes } from './node-hashes.builder';

const { sha256 } = nodeHashes;
const handId = 'hand-1';
const root = 'ab'.repeat(32);
/** A chain of seeds: each is the promise of the one after it. */
const third = '03'.repeat(32);
const second = commitmentOf(third, sha256);
const first = commitmentOf(second, sha256);
const promise = commitmentOf(first, sha256);
const other = '0f'.repeat(32);

const after = (events: readonly DealEvent[], from: DealState = NO_DEAL): DealState =>
  events.reduce(evolveDeal, from);
const announce = (state: DealState, hand = handId): DealState =>
  evolveDeal(state, {
    ...{ type: 'root_announced', handId: hand, algorithm: 'cardroom-deal-1', root },
    commitments: state.commitments,
  });
const committed = after([{ type: 'seed_committed', seat: 3, commitment: promise }]);
const waiting = announce(committed);

const opened = (state: DealState, seed: string, seat = 3): DealState => {
  const decided = openSeed(
    state,
    { handId: state.announced?.handId ?? '', seat, value: seed },
    sha256,
  );
  if (!decided.ok) throw new Error(decided.code);
  return after(decided.events, state);
};

describe('§3.1 promises', () => {
  it('are of seats, in their order, the newest of each', () => {
    const state = after([
      { type: 'seed_committed', seat: 5, commitment: other },
      { type: 'seed_committed', seat: 2, commitment: other },
      { type: 'seed_committed', seat: 5, commitment: promise },
    ]);
    expect(state.commitments).toEqual([
      { seat: 2, commitment: other },
      { seat: 5, commitment: promise },
    ]);
  });

  it('are 32 bytes in lower-case hex', () => {
    for (const commitment of ['', 'ab', promise.toUpperCase(), `${promise}0`]) {
      const decided = commitSeed(NO_DEAL, { seat: 1, commitment });
      expect(decided).toEqual({ ok: false, code: 'VALIDATION_FAILED' });
    }
  });

  it('given again change nothing', () => {
    expect(commitSeed(committed, { seat: 3, commitment: promise })).toEqual({
      ok: true,
      events: [],
    });
  });

  it('leave with their player', () => {
    expect(after([{ type: 'seed_withdrawn', seat: 3 }], committed)).toEqual(NO_DEAL);
  });
});

describe('§3.2 the root', () => {
  it('is bound to the promises of the moment when it came out', () => {
    const late = after([{ type: 'seed_committed', seat: 4, commitment: other }], waiting);
    expect(late.announced?.commitments).toEqual([{ seat: 3, commitment: promise }]);
    expect(openSeed(late, { handId, seat: 4, value: other }, sha256)).toEqual({
      ok: false,
      code: 'SEED_NOT_EXPECTED',
    });
  });

  it('becomes that of the hand, or is void', () => {
    const used = after([{ type: 'root_used', handId, dealOrder: [3, 1] }], waiting);
    expect(used).toMatchObject({ announced: null, begun: { root, dealOrder: [3, 1] } });
    const voided = after([{ type: 'root_voided', handId, reason: 'not_enough_players' }], waiting);
    expect(voided).toMatchObject({ announced: null, begun: null });
  });
});

describe('§3.3 opened seeds', () => {
  it('are taken as long as the root waits for its hand', () => {
    expect(waiting.announced && areAllSeedsOpen(waiting.announced)).toBe(false);
    const state = opened(waiting, first);
    expect(state.announced?.seeds).toEqual([{ seat: 3, value: first }]);
    expect(state.announced && areAllSeedsOpen(state.announced)).toBe(true);
  });

  it('given again change nothing', () => {
    const again = openSeed(opened(waiting, first), { handId, seat: 3, value: first }, sha256);
    expect(again).toEqual({ ok: true, events: [] });
  });

  it('are in the order of seats, whoever was first', () => {
    const both = announce(
      after([{ type: 'seed_committed', seat: 1, commitment: promise }], committed),
    );
    const state = opened(opened(both, first, 3), first, 1);
    expect(state.announced?.seeds.map(({ seat }) => seat)).toEqual([1, 3]);
  });

  it.each([
    ['VALIDATION_FAILED', waiting, { handId, seat: 3, value: 'ab' }],
    ['HAND_MISMATCH', committed, { handId, seat: 3, value: first }],
    ['HAND_MISMATCH', waiting, { handId: 'hand-2', seat: 3, value: first }],
    ['SEED_NOT_EXPECTED', waiting, { handId, seat: 2, value: first }],
    ['SEED_MISMATCH', waiting, { handId, seat: 3, value: second }],
    ['SEED_MISMATCH', waiting, { handId, seat: 3, value: promise }],
  ] as const)('%s', (code, state, opening) => {
    expect(openSeed(state, opening, sha256)).toEqual({ ok: false, code });
  });

  it('are too late once the hand has begun', () => {
    const begun = after([{ type: 'root_used', handId, dealOrder: [3, 1] }], waiting);
    expect(openSeed(begun, { handId, seat: 3, value: first }, sha256)).toEqual({
      ok: false,
      code: 'HAND_MISMATCH',
    });
  });
});

describe('§3.4 chains', () => {
  it('open one value a hand, each the promise of the next', () => {
    let state = committed;
    for (const seed of [first, second, third]) {
      state = after(
        [{ type: 'root_used', handId, dealOrder: [3, 1] }],
        opened(announce(state), seed),
      );
    }
    expect(state.commitments).toEqual([{ seat: 3, commitment: third }]);
  });

  it('stay where they are when a hand begins without them', () => {
    const missed = after([{ type: 'root_used', handId, dealOrder: [3, 1] }], waiting);
    expect(missed.commitments).toEqual([{ seat: 3, commitment: promise }]);
    expect(opened(announce(missed), first).announced?.seeds).toHaveLength(1);
  });

  it('give way to a newer promise, and stay away with their player', () => {
    const renewed = after([{ type: 'seed_committed', seat: 3, commitment: other }], waiting);
    expect(opened(renewed, first).commitments).toEqual([{ seat: 3, commitment: other }]);
    const gone = after([{ type: 'seed_withdrawn', seat: 3 }], waiting);
    expect(opened(gone, first).commitments).toEqual([]);
  });
});
