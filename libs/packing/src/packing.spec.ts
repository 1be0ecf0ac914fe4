import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

import { pick, randomHand, seededRandom } from '@cardroom/testing';
import { krw } from '@cardroom/money';
import { seatIndex } from '@cardroom/engine';

import { DICTIONARY as FIRST } from './dictionary-1';
import { DICTIONARY as SECOND } from './dictionary-2';
import { digestOf, packHand, unpackHand, type HandRecordJson } from './packing';
import { SHAPES } from './shapes';
import { isMoved, recordOf } from './stored-record';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

const digits = Array.from('0123456789abcdef');
const hexOf = (random: () => number, length: number): string =>
  Array.from({ length }, () => pick(random, digits)).join('');
const sha256 = (hex: string): string =>
  createHash('sha256').update(Buffer.from(hex, 'hex')).digest('hex');

/** Records as the database gives them back: plain JSON, with roots, and seeds that are opened or not. */
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
    const handId = `0190a7c2-0000-7000-8000-${hexOf(random, 12)}`;
    const setup = { handId, handNo: at + 1, buttonSeat: seatIndex(0), stakes, seats };
    const rake = { rateBp: 500, capKrw: 6_000 };
    const { events } = randomHand(setup, { random, rake, isVoided: at % 9 === 0 });
    const seeds = seats.map(({ seat }) => ({ seat: Number(seat), value: hexOf(random, 64) }));
    const commitments = seeds.map(({ seat, value }) => ({ seat, commitment: sha256(value) }));
    const opened = seeds.filter(() => at % 3 !== 0 || random() < 0.5);
    const root = { algorithm: 'cardroom-deal-1', root: hexOf(random, 64) };
    const deal = { handId, ...root, commitments, seeds: opened, dealOrder: [1, 0] };
    const record = { events, deal: at % 7 === 0 ? null : deal, thoughtMs: [120, 4_000] };
    return JSON.parse(JSON.stringify(record)) as HandRecordJson;
  });
}

const isSame = (record: HandRecordJson): boolean =>
  isDeepStrictEqual(unpackHand(packHand(record)), record);

describe('a packed hand', () => {
  it('opens to the very record, alone', () => {
    for (const record of records(200)) expect([seed, isSame(record)]).toEqual([seed, true]);
  });

  it.each([
    ['of members that no hand had yet', { note: { a: 1, b: [{ a: 2, b: null }] } }],
    ['whose seed is not what was promised', withDeal('ab'.repeat(32), 'cd'.repeat(32))],
    ['whose promise is no hash', withDeal('ab', 'cd'.repeat(32))],
    ['with texts that look like ids', { ids: ['ab'.repeat(16), 'AB'.repeat(32), '-'.repeat(36)] }],
    ['without anything', {}],
  ])('opens to the very record: one %s', (_what, members) => {
    expect(isSame({ events: [], ...members })).toBe(true);
    expect(SHAPES).toHaveLength(32);
  });

  it('is a seventh of its JSON or less, seeds and all', () => {
    const all = records(200);
    const json = all.reduce((sum, record) => sum + JSON.stringify(record).length, 0);
    const packed = all.reduce((sum, record) => sum + packHand(record).length, 0);
    expect([seed, packed * 7 < json]).toEqual([seed, true]);
  });

  it('that is broken or of another version does not open', () => {
    const packed = packHand({ events: [], deal: null, note: 'x'.repeat(200) });
    expect(() => unpackHand(packed.subarray(0, -3))).toThrow();
    expect(() => unpackHand(Buffer.concat([Buffer.of(9), packed.subarray(1)]))).toThrow('packing');
    expect(() => unpackHand(Buffer.alloc(0))).toThrow('packing');
  });

  it.each([
    ['1', 'AXj53J79LkO02CYSVX9PYmCEaAQAtFYXmg=='],
    ['2', 'Anj53nwgSkMfyp2IUmhMYmA8AAAZMA8C'],
  ])('of packing %s opens for good', (_version, packed) => {
    const events = [{ type: 'cards_dealt', seatsInDealOrder: [0, 1] }];
    expect(unpackHand(Buffer.from(packed, 'base64'))).toEqual({ events, deal: null });
  });

  it('needs the dictionary and the shapes that it was packed with, which never change', () => {
    const digests = [FIRST, SECOND, Buffer.from(SHAPES.join('\n'))].map((each) =>
      digestOf(each).toString('hex'),
    );
    expect(digests).toEqual([
      '14a9bfa8ba12ef62553f14e5b408787cb44cfbd36799e9b636b3b7de4c767f1e',
      'f11c15bb72d56197c12ab679bba0645ceca346694e940f38fdaedc2ca2d94d4a',
      'a25d03e3ba9edaf8ae45184b9a5197823bf20e0df441a297adc156583b64a8a4',
    ]);
  });
});

describe('the record of a row', () => {
  const record: HandRecordJson = { events: [], deal: null };

  it('is the same in either form', () => {
    expect(recordOf({ record: packHand(record), archive: null })).toEqual(record);
    expect(recordOf({ record: null, archive: record })).toEqual(record);
    expect(() => recordOf({ record: null, archive: null })).toThrow('has a record');
  });

  it('that has moved to the archive says so', () => {
    expect(isMoved({ archive: { events: [], moved: true } })).toBe(true);
    expect([isMoved({ archive: null }), isMoved({ archive: record })]).toEqual([false, false]);
  });
});

function withDeal(commitment: string, value: string) {
  const seeded = { commitments: [{ seat: 1, commitment }], seeds: [{ seat: 1, value }] };
  return { deal: { handId: 'a', algorithm: 'b', root: 'c', ...seeded, dealOrder: [] } };
}
