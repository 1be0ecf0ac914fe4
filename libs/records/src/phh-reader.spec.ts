import { formatCard } from '@cardroom/engine';

import { parsePhh, toRecordedHand } from './phh-reader';
import { playRecord } from './play-record';
import type { RecordedHand } from './recorded-hand';

const HAND = `variant = 'NT'
antes = [0, 0, 0]
blinds_or_straddles = [1, 2, 0]
min_bet = 2
starting_stacks = [200, 200, 200]
actions = ['d dh p1 AsAd', 'd dh p2 ????', 'd dh p3 7h6h', 'p3 cbr 6', 'p1 cc', 'p2 f', 'd db Jc3d5c', 'p1 cbr 20', 'p3 f']
`;

const read = (text: string): RecordedHand[] => parsePhh(text).map(toRecordedHand);

function one(text: string): RecordedHand {
  const [hand] = read(text);
  if (hand === undefined) throw new Error('no hand was read');
  return hand;
}

/** The hand with some of its lines replaced. */
function withFields(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields).reduce((text, [name, value]) => {
    const line = `${name} = ${value}\n`;
    const known = new RegExp(`^${name} = .*\\n`, 'm');
    return known.test(text) ? text.replace(known, () => line) : text + line;
  }, HAND);
}

const cardsOf = ({ holes }: RecordedHand): string[] =>
  holes.map((hole) => hole.map((card) => (card === null ? '??' : formatCard(card))).join(''));

describe('a PHH file', () => {
  it('holds one hand without a number, or several under theirs', () => {
    expect(read(HAND).map(({ id }) => id)).toEqual(['1']);
    expect(read(`[1]\n${HAND}\n[2]\n${HAND}hand = 7\n`).map(({ id }) => id)).toEqual(['1', '7']);
  });

  it('may have comments, empty lines, lists over lines, both quotes and no last line end', () => {
    const text = `# a hand of note\n\n[12] # the twelfth
variant = "NT" # no-limit
antes = [
  0, # small blind
  0,

  0,
]
blinds_or_straddles = [0_1, 2, 0]
min_bet = 2
starting_stacks = [ 2_00 , +200,200]
actions = [
  # before the flop
  "d dh p1 AsAd", 'd dh p2 ????',
  'd dh p3 7h6h',
  '', '# he thinks for a while',
  "  p3   cbr 6 # a raise",
  'p1 cc', 'p2 f', 'd db Jc3d5c', 'p1 cbr 20', 'p3 f',
]
time = 12:30:00
author = "A \\"B\\" \\u00e9 # C"`;
    expect(one(text)).toEqual({ ...one(HAND), id: '12' });
  });

  it('may have unknown cards, known later when they are shown', () => {
    expect(cardsOf(one(HAND))).toEqual(['AsAd', '????', '7h6h']);
    const shown = HAND.replace("'p3 f']", "'p3 cc', 'p2 sm', 'p2 sm -', 'p2 sm Kd??']");
    expect(cardsOf(one(shown))).toEqual(['AsAd', 'Kd??', '7h6h']);
  });

  it('may have hundredths: then all amounts of the hand are counted in them', () => {
    const hand = one(withFields({ blinds_or_straddles: '[0.25, 0.5, 0]', min_bet: '0.5' }));
    expect(hand.posts.stakes).toMatchObject({ smallBlindKrw: 25, bigBlindKrw: 50 });
    expect(hand.stacksKrw).toEqual([20_000, 20_000, 20_000]);
    expect(hand.steps[0]?.toKrw).toBe(600);
  });

  it('is played as it says', () => {
    const { mismatch } = playRecord(one(withFields({ finishing_stacks: '[208, 198, 194]' })), 1);
    expect(mismatch).toBeNull();
  });
});

describe('forced bets of a PHH record', () => {
  const heads = (blinds: string, antes = '[0, 0]'): RecordedHand =>
    one(
      withFields({
        ...{ antes, blinds_or_straddles: blinds, starting_stacks: '[200, 200]' },
        actions: "['d dh p1 AsAd', 'd dh p2 KsKd', 'p2 cc', 'p1 cbr 6', 'p2 f']",
      }),
    );

  it('heads-up are listed small blind first, and the first player is the big blind', () => {
    const { posts } = heads('[1, 2]', '[0, 2]');
    expect(posts).toMatchObject({ bigBlindPlayer: 0, smallBlindPlayer: 1 });
    expect(posts.stakes).toMatchObject({ smallBlindKrw: 1, bigBlindKrw: 2, bigBlindAnteKrw: 2 });
    expect(playRecord(heads('[1, 2]'), 1).mismatch).toBeNull();
  });

  it('heads-up mean the same when they are listed the other way round', () => {
    expect(heads('[2, 1]')).toEqual(heads('[1, 2]'));
  });

  it.each<[string, string, string, object]>([
    ['antes of all', '[1, 1, 1, 1]', '[1, 2, 0, 0]', { stakes: { anteKrw: 1 } }],
    ['a big-blind ante', '[0, 2, 0, 0]', '[1, 2, 0, 0]', { stakes: { bigBlindAnteKrw: 2 } }],
    ['both antes', '[1, 3, 1, 1]', '[1, 2, 0, 0]', { stakes: { anteKrw: 1, bigBlindAnteKrw: 2 } }],
    [
      'a straddle',
      '[0, 0, 0, 0]',
      '[1, 2, 4, 0]',
      { straddle: { player: 2, amountKrw: 4 }, entryPosts: [] },
    ],
    ['a button straddle', '[0, 0, 0, 0]', '[1, 2, 0, 5]', { straddle: { player: 3 } }],
    [
      'a live entry post',
      '[0, 0, 0, 0]',
      '[1, 2, 0, 2]',
      { straddle: null, entryPosts: [{ player: 3, liveKrw: 2, deadKrw: 0 }] },
    ],
    [
      'a live and a dead entry post',
      '[0, 0, 0, 1]',
      '[1, 2, 0, 2]',
      { entryPosts: [{ player: 3, liveKrw: 2, deadKrw: 1 }] },
    ],
    [
      'no small blind',
      '[0, 0, 0, 0]',
      '[2, 0, 0, 0]',
      { smallBlindPlayer: null, bigBlindPlayer: 0, stakes: { smallBlindKrw: 0, bigBlindKrw: 2 } },
    ],
  ])('may be %s', (_what, antes, blinds, posts) => {
    const fields = { antes, blinds_or_straddles: blinds, starting_stacks: '[9, 9, 9, 9]' };
    expect(one(withFields(fields)).posts).toMatchObject(posts);
  });

  it('of fixed-limit are one and two big blinds', () => {
    const fixed = { variant: "'FT'", small_bet: '2', big_bet: '4' };
    expect(one(withFields(fixed)).structure).toBe('fixed-limit');
    expect(() => one(withFields({ ...fixed, big_bet: '6' }))).toThrow(/small_bet: other bets/);
  });
});

describe('a PHH record that is wrong', () => {
  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['another game', { variant: "'PO'" }, "hand [2], line 9: variant: PO is not hold'em"],
    ['no list', { antes: '0' }, 'hand [2], line 10: antes: needs a list'],
    ['too few', { antes: '[0, 0]' }, 'hand [2], line 10: antes: needs 3 numbers'],
    ['a text', { antes: "[0, 'x', 0]" }, 'hand [2], line 10: antes: needs 3 numbers'],
    ['an unknown stack', { starting_stacks: '[200, inf, 200]' }, 'line 13: starting_stacks: needs'],
    ['one player', { starting_stacks: '[200]' }, 'line 13: starting_stacks: needs two to ten'],
    ['no big blind', { blinds_or_straddles: '[0, 0, 0]' }, 'line 11: blinds_or_straddles: needs'],
    ['two straddles', { blinds_or_straddles: '[1, 2, 4, 8]' }, 'needs 3 numbers'],
    ['a negative stack', { starting_stacks: '[200, -5, 200]' }, 'hand [2]: -5 is no whole number'],
    ['thousandths', { starting_stacks: '[200.125, 9, 9]' }, 'hand [2]: 200.125 is no whole number'],
    ['an action', { actions: "['p1 dance']" }, 'line 14: the action "dance" is not known'],
    ['no action', { actions: '[5]' }, 'hand [2], line 14: an action is a text'],
    ['a fourth player', { actions: "['p4 f']" }, 'the player "p4" is not in the hand'],
    ['a player without a number', { actions: "['x f']" }, 'the player "x" is not in the hand'],
    ['a bet of nothing', { actions: "['p1 cbr']" }, 'line 14: a bet needs its total'],
    ['a bet of words', { actions: "['p1 cbr all']" }, 'line 14: a bet needs its total'],
    ['half a hole', { actions: "['d dh p1 As']" }, 'line 14: "As" is not two cards'],
    ['no such card', { actions: "['d dh p1 AsXx']" }, 'line 14: "AsXx" is not two cards'],
    ['a hole of three', { actions: "['d dh p1 AsKdQd']" }, '"AsKdQd" is not two cards'],
    ['no board', { actions: "['d db']" }, 'line 14: "" are no board cards'],
    ['an unknown board', { actions: "['d db ??????']" }, '"??????" are no board cards'],
    ['a card twice', { actions: "['d dh p1 AsAs']" }, 'hand [2]: a card is dealt twice'],
  ])('%s: names the hand and the line', (_what, fields, message) => {
    const text = `[1]\n${HAND}[2]\n${withFields(fields)}`;
    expect(() => read(text)).toThrow(message);
  });

  it.each<[string, string, string]>([
    ['a list without an end', 'antes = [0, 0\nmin_bet = 2\n', 'hand [2], line 10: needs "]"'],
    ['a text without an end', "table = 'x\n", 'line 9: cannot be read'],
    ['a name without a value', 'antes\n', 'hand [2], line 9: needs "="'],
    ['a value without a name', '= 5\n', 'hand [2], line 9: needs a name and a value'],
    ['two values', 'antes = 1 2\n', 'hand [2], line 9: goes on after its value'],
    ['a bare word', 'antes = none\n', 'hand [2], line 9: has no value that can be read'],
    ['a name that comes twice', 'min_bet = 2\nmin_bet = 2\n', 'line 10: min_bet comes twice'],
    ['an escape that is none', 'table = "\\q"\n', 'hand [2], line 9: has a text that cannot be'],
    ['no end at all', 'antes = [0, 0, ', 'hand [2], line 9: has no value that can be read'],
  ])('%s: names the line', (_what, lines, message) => {
    expect(() => read(`[1]\n${HAND}[2]\n${lines}`)).toThrow(message);
  });
});
