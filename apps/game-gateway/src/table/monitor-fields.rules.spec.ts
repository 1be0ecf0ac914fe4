import { formatCard, seatIndex } from '@cardroom/engine';

import { MemoryTable } from './actor.builder';
import { changedFields, monitorFields } from './monitor-fields.rules';

const playing = async (): Promise<MemoryTable> => {
  const table = new MemoryTable([50_000, 50_000, 50_000]);
  await table.tend();
  return table;
};

describe('what monitors read of a table', () => {
  it('#71 #76 has no card that is not on the board', async () => {
    const table = await playing();
    const cards = table.io.dealt.flatMap((message) => message.cards);
    expect(cards).toHaveLength(6);
    // Values alone, and none of the hand's id: `toActSeat` has the letters of a card, and an id may.
    const text = table.commits
      .flatMap(({ publicFields }) => Object.values({ ...publicFields, handId: '' }))
      .join(' ');
    expect(cards.filter((card) => text.includes(card))).toEqual([]);
    expect(monitorFields(table.live.state)).toMatchObject({ board: '', potKrw: '1500' });
  });

  it('is what everybody sees: the board as its cards are dealt', async () => {
    const { live } = await playing();
    const { hand } = live.state;
    if (hand === null) throw new Error('a hand is played');
    const board = [0, 14, 28].map((code) => code as (typeof hand.board)[number]);
    const state = { ...live.state, hand: { ...hand, board } };
    expect(monitorFields(state)['board']).toBe(board.map(formatCard).join(''));
  });

  it('is written whole at first, then only where it has changed', async () => {
    const table = await playing();
    const written = table.commits.map(({ publicFields }) => Object.keys(publicFields ?? {}));
    expect(written[0]).toEqual(Object.keys(monitorFields(table.live.state)));
    const leaves = { type: 'leave_requested', seat: seatIndex(0) } as const;
    await table.live.commit([leaves], { requestId: 'test' });
    expect(table.commits.at(-1)?.publicFields).toEqual({});
  });

  it('names what differs, and nothing else', () => {
    expect(changedFields(null, { a: '1', b: '2' })).toEqual({ a: '1', b: '2' });
    expect(changedFields({ a: '1', b: '2' }, { a: '1', b: '3' })).toEqual({ b: '3' });
  });
});
