import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { playRecord } from '../tools/hand-records/play-record';
import { readHands } from '../tools/hand-records/read-hands';
import type { RecordedHand } from '../tools/hand-records/recorded-hand';

const ORACLE = resolve(__dirname, 'fixtures/oracle-hands.jsonl.gz');
const PLURIBUS = resolve(__dirname, '../../shared/hands/pluribus-a.phhs.gz');

const mismatches = (hands: readonly RecordedHand[]) =>
  hands.flatMap((hand, index) => playRecord(hand, index + 1));

describe('recorded hands', () => {
  it('5,000 random hands agree at every decision and in every stack', () => {
    const hands = readHands(ORACLE);
    expect(hands).toHaveLength(5_000);
    expect(mismatches(hands)).toEqual([]);
  });

  it('a record that was altered is a mismatch', () => {
    const [hand] = readHands(ORACLE);
    if (hand === undefined || hand.finalKrw === null)
      throw new Error('the fixture has hands with final stacks');
    const altered = { ...hand, finalKrw: [...hand.finalKrw].reverse() };
    expect(mismatches([altered])).toHaveLength(1);
  });

  const isHere = existsSync(PLURIBUS);
  (isHere ? it : it.skip)(
    `hands of professionals agree${isHere ? '' : ' (skipped: their file is not here)'}`,
    () => {
      const hands = readHands(PLURIBUS);
      expect(hands.length).toBeGreaterThan(5_000);
      expect(mismatches(hands)).toEqual([]);
    },
  );
});
