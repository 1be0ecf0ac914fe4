import { isDeepStrictEqual } from 'node:util';

import { randomHand, seededRandom } from '@cardroom/testing';
import { krw } from '@cardroom/money';
import { seatIndex } from '@cardroom/engine';

import { DICTIONARY } from './dictionary';
import { digestOf, packHand, unpackHand, type HandRecordJson } from './packing';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

/** Records as the database gives them back: plain JSON. */
function records(count: number): HandRecordJson[] {
  const random = seededRandom(seed);
  const stakes = {
    ...{ smallBlindKrw: krw(1_000), bigBlindKrw: krw(2_000) },
    ...{ anteKrw: krw(0), bigBlindAnteKrw: krw(0) },
  };
  return Array.from({ length: count }, (_, at) => {
    const seats = Array.from({ length: 2 + (at % 8) }, (_each, seat) => ({
      ...{ seat: seatIndex(seat), stackKrw: krw(50_000 + 10_000 * seat) },
    }));
    const setup = { handId: `hand-${at}`, handNo: at + 1, buttonSeat: seatIndex(0), stakes, seats };
    const rake = { rateBp: 500, capKrw: 6_000 };
    const { events } = randomHand(setup, { random, rake, isVoided: at % 9 === 0 });
    return JSON.parse(JSON.stringify({ events, deal: null })) as HandRecordJson;
  });
}

describe('a packed hand', () => {
  it('opens to the very record, alone', () => {
    for (const record of records(200)) {
      expect([seed, isDeepStrictEqual(unpackHand(packHand(record)), record)]).toEqual([seed, true]);
    }
  });

  it('is a fifth of its JSON or less', () => {
    const all = records(200);
    const json = all.reduce((sum, record) => sum + JSON.stringify(record).length, 0);
    const packed = all.reduce((sum, record) => sum + packHand(record).length, 0);
    expect(packed / json).toBeLessThan(0.2);
  });

  it('that is broken or of another version does not open', () => {
    const packed = packHand({ events: [], deal: null, note: 'x'.repeat(200) });
    expect(() => unpackHand(packed.subarray(0, -3))).toThrow();
    expect(() => unpackHand(Buffer.concat([Buffer.of(9), packed.subarray(1)]))).toThrow('packing');
    expect(() => unpackHand(Buffer.alloc(0))).toThrow('packing');
  });

  it('needs the dictionary that it was packed with, which never changes', () => {
    expect(digestOf(DICTIONARY).toString('hex')).toBe(
      '14a9bfa8ba12ef62553f14e5b408787cb44cfbd36799e9b636b3b7de4c767f1e',
    );
  });
});
