import { formatCard, holeCards, type HandState } from '@cardroom/engine';

import { parsePhh, toRecordedHand } from './phh-reader';
import { phhOf, phhsOf } from './phh-writer';
import { playRecord } from './play-record';
import { playedHand } from './played-hand.builder';
import type { RecordedHand } from './recorded-hand';

const HANDS = 400;
const first = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const seeds = Array.from({ length: HANDS }, (_, index) => first + index);

const importOf = (text: string): RecordedHand[] => parsePhh(text).map(toRecordedHand);

/** Stacks in dealing order, as a record lists its players. */
const stacksOf = ({ seats }: HandState): number[] => seats.map(({ stackKrw }) => stackKrw);

describe('a hand of ours as a PHH record', () => {
  it('is read back and played to the same stacks, whatever the table allows', () => {
    for (const seed of seeds) {
      const { hand, end } = playedHand(seed);
      const [record] = importOf(phhOf(hand));
      if (record === undefined) throw new Error(`seed ${seed}: no hand was read`);
      const { mismatch } = playRecord(record, 1);
      expect({ seed, mismatch, stacks: record.finalKrw }).toEqual({
        ...{ seed, mismatch: null, stacks: stacksOf(end) },
      });
    }
  });

  it('stands with others in one file', () => {
    const hands = seeds.slice(0, 20).map((seed) => playedHand(seed).hand);
    const read = importOf(phhsOf(hands));
    expect(read.map(({ id }) => id)).toEqual(hands.map(({ handId }) => handId));
    expect(read).toEqual(hands.flatMap((hand) => importOf(phhOf(hand))));
  });

  it('holds no card that its reader may not see', () => {
    for (const seed of seeds) {
      const { hand, end, deck } = playedHand(seed);
      const text = phhOf(hand).replaceAll(/^players = .*$/gm, '');
      const hidden = end.seats
        .filter(({ seat, shownCards }) => shownCards === null && seat !== hand.knownCards[0]?.seat)
        .flatMap(({ seat }) => holeCards(end, deck, seat).map(formatCard));
      const seen = hidden.filter((card) => text.includes(card));
      expect({ seed, seen }).toEqual({ seed, seen: [] });
      expect(text.match(/\?\?\?\?/g)?.length ?? 0).toBe(hidden.length / 2);
    }
  });

  it('reads as a person would write it', () => {
    const { hand } = playedHand(7);
    expect(
      phhOf(hand)
        .split('\n')
        .map((line) => line.split(' = ')[0]),
    ).toEqual(
      expect.arrayContaining([
        'variant',
        'antes',
        'blinds_or_straddles',
        'starting_stacks',
        'actions',
      ]),
    );
    expect(phhOf(hand)).toContain("table = 'Hangang'\n");
    expect(phhOf(hand)).toContain(
      "time = 08:05:09\ntime_zone = 'UTC'\nday = 21\nmonth = 11\nyear = 2026\n",
    );
  });
});
