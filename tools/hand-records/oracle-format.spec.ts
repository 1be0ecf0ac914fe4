import { formatCard } from '@cardroom/engine';

import { parseOracleLine } from './oracle-format';

const LINE = {
  id: 7,
  n: 2,
  button: 1,
  sb: 1,
  bb: 2,
  antes: [0, 0],
  stacks: [100, 100],
  holes: [
    ['As', 'Ad'],
    ['Kc', 'Kd'],
  ],
  board: [],
  steps: [{ seat: 1, act: 'fold', legal: { call: 1, min: 4, max: 100 } }],
  final: [101, 99],
};

describe('a line of an oracle file', () => {
  it('is a hand whose first player is left of the button, heads-up the big blind', () => {
    const hand = parseOracleLine(JSON.stringify(LINE), 1);
    expect(hand).toMatchObject({ id: '7', buttonPlayer: 1, stacksKrw: [100, 100] });
    expect(hand.posts).toMatchObject({ smallBlindPlayer: 1, bigBlindPlayer: 0 });
    expect(hand.holes.flat().map((card) => (card === null ? '??' : formatCard(card)))).toEqual([
      ...['As', 'Ad', 'Kc', 'Kd'],
    ]);
    expect(hand.steps).toEqual([
      { player: 1, action: 'fold', legal: { callKrw: 1, minRaiseToKrw: 4, maxRaiseToKrw: 100 } },
    ]);
  });

  it.each<[string, string]>([
    ['antes of all', '[3, 3]'],
    ['a big-blind ante', '[2, 0]'],
  ])('may have %s', (_what, antes) => {
    const text = JSON.stringify({ ...LINE, antes: JSON.parse(antes) as unknown });
    expect(() => parseOracleLine(text, 1)).not.toThrow();
  });

  it.each<[string, unknown, string]>([
    ['nothing', null, 'line 12: '],
    ['a list', [], 'line 12: '],
    ['no stacks', { ...LINE, stacks: undefined }, 'line 12: /stacks '],
    ['too few stacks', { ...LINE, stacks: [100] }, 'line 12: /stacks must have 2 items'],
    ['too few hands', { ...LINE, holes: [] }, 'line 12: /holes must have 2 items'],
    ['a fraction', { ...LINE, stacks: [100.5, 100] }, 'line 12: /stacks/0 '],
    ['a stack past the safe integers', { ...LINE, stacks: [1e300, 100] }, 'line 12: /stacks/0 '],
    ['an unknown action', { ...LINE, steps: [{ ...LINE.steps[0], act: 'sing' }] }, '/steps/0/act'],
    ['a raise to nowhere', { ...LINE, steps: [{ ...LINE.steps[0], act: 'raise' }] }, 'its total'],
    ['no such card', { ...LINE, board: ['Xx'] }, 'line 12: /board/0 '],
    ['a card twice', { ...LINE, board: ['As'] }, 'line 12: a card is dealt twice'],
    ['another button', { ...LINE, button: 0 }, 'line 12: /button must be the last seat'],
    ['eleven players', { ...LINE, n: 11 }, 'line 12: /n '],
    ['odd antes', { ...LINE, antes: [1, 2] }, 'line 12: /antes must be the same for everyone'],
  ])('that has %s names its number and what is wrong', (_what, line, message) => {
    expect(() => parseOracleLine(JSON.stringify(line), 12)).toThrow(message);
  });

  it('that is no JSON says so', () => {
    expect(() => parseOracleLine('{"id": 1', 3)).toThrow('line 3: is not JSON');
  });
});
