import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { seatIndex } from '@cardroom/engine';
import {
  parsePhh,
  phhsOf,
  playRecord,
  toRecordedHand,
  type PlayedHand,
  type RecordedHand,
} from '@cardroom/records';

import { readHands } from '../tools/hand-records/read-hands';

const ORACLE = resolve(__dirname, 'fixtures/oracle-hands.jsonl.gz');
const PLURIBUS = resolve(__dirname, '../../shared/hands/pluribus-a.phhs.gz');

const mismatches = (hands: readonly RecordedHand[]) =>
  hands.flatMap((hand, index) => playRecord(hand, index + 1).mismatch ?? []);

/** A record as a hand of ours, of which everybody may see what the record knows. */
function playedOf(hand: RecordedHand): PlayedHand {
  const knownCards = hand.holes.flatMap(([first, second], player) =>
    first === null || second === null ? [] : [{ seat: seatIndex(player), cards: [first, second] }],
  );
  return {
    ...{ handId: hand.id, events: playRecord(hand, 1).events, knownCards },
    ...{ names: {}, tableName: 'records', maxSeats: 10, startedAt: '2026-11-21T00:00:00Z' },
  };
}

const exportedAndRead = (hands: readonly RecordedHand[]): RecordedHand[] =>
  parsePhh(phhsOf(hands.map(playedOf))).map(toRecordedHand);

const withoutLegal = (hand: RecordedHand): RecordedHand => ({
  ...hand,
  steps: hand.steps.map(({ player, action, toKrw }) => ({
    ...{ player, action },
    ...(toKrw === undefined ? {} : { toKrw }),
  })),
});

describe('recorded hands', () => {
  it('5,000 random hands agree at every decision and in every stack', () => {
    const { hands } = readHands(ORACLE);
    expect(hands).toHaveLength(5_000);
    expect(mismatches(hands)).toEqual([]);
  });

  it('random hands are the same after an export as PHH and an import', () => {
    const hands = readHands(ORACLE).hands.slice(0, 1_000);
    expect(exportedAndRead(hands)).toEqual(hands.map(withoutLegal));
  });

  it('a record that was altered is a mismatch', () => {
    const [hand] = readHands(ORACLE).hands;
    if (hand === undefined || hand.finalKrw === null)
      throw new Error('the fixture has hands with final stacks');
    const altered = { ...hand, finalKrw: [...hand.finalKrw].reverse() };
    expect(mismatches([altered])).toHaveLength(1);
  });

  const isHere = existsSync(PLURIBUS);
  (isHere ? it : it.skip)(
    `hands of professionals agree${isHere ? '' : ' (skipped: their file is not here)'}`,
    () => {
      const { hands } = readHands(PLURIBUS);
      expect(hands.length).toBeGreaterThan(5_000);
      expect(mismatches(hands)).toEqual([]);
      expect(exportedAndRead(hands)).toEqual(hands);
    },
  );
});
