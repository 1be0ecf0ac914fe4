import { formatCard } from './cards';
import type { HandCommand } from './hand-types';
import { seatIndex } from './seat-index';
import { PlayedHand } from './played-hand.builder';

const show = (seat: number): HandCommand => ({ type: 'show', seat: seatIndex(seat) });
const RABBIT_HUNT: HandCommand = { type: 'rabbit_hunt' };
const DEAL = { holes: { 0: 'AsAd', 1: 'KsKd', 2: '7h6c' }, board: '2c3d4hKc8d' };

const stolen = PlayedHand.start([500, 500, 500], { rabbitHunt: true }, DEAL).play(
  '2 raise 300',
  '0 fold',
  '1 fold',
);

describe('§12.1 showing after the hand', () => {
  it('is the owner’s choice: the winner without a showdown, and who folded', () => {
    const shown = stolen.do(show(2)).do(show(0));
    expect(shown.all('hand_shown').map(({ seat, cards }) => [seat, cards.map(formatCard)])).toEqual(
      [
        [2, ['7h', '6c']],
        [0, ['As', 'Ad']],
      ],
    );
    expect(shown.stacks).toEqual(stolen.stacks);
  });

  it('opens a mucked hand', () => {
    const deal = { ...DEAL, holes: { 0: 'AsAd', 1: 'QsQd' }, board: '2h3d4h9c8d' };
    const checks = ['0 check', '1 check'];
    const over = PlayedHand.start([500, 500], {}, deal).play(
      '1 call',
      '0 check',
      ...checks,
      ...checks,
      ...checks,
    );
    expect(over.state.seats.find(({ seat }) => seat === 1)).toMatchObject({ mucked: true });
    expect(over.do(show(1)).state.seats.find(({ seat }) => seat === 1)).toMatchObject({
      mucked: false,
      shownCards: [expect.any(Number), expect.any(Number)],
    });
  });

  it.each([show(0), RABBIT_HUNT])(
    '§12.3 after a void hand there is nothing to see: %j',
    (command) => {
      const voided = PlayedHand.start([500, 500], { rabbitHunt: true }).do({
        type: 'void',
        reason: 'test',
      });
      expect(voided.codeOf(command)).toBe('HAND_NOT_ACTIVE');
    },
  );

  it.each([
    ['while the hand is played', () => PlayedHand.start([500, 500]), 'ILLEGAL_ACTION'],
    ['twice', () => stolen.do(show(0)), 'ILLEGAL_ACTION'],
  ] as const)('is refused %s', (_when, hand, code) => {
    expect(hand().codeOf(show(0))).toBe(code);
  });

  it('is refused to who was not dealt in', () => {
    expect(stolen.codeOf(show(7))).toBe('ILLEGAL_ACTION');
  });
});

describe('§12.2 rabbit hunt', () => {
  it('shows the cards that would have come, and moves no chips', () => {
    const hunted = stolen.do(RABBIT_HUNT);
    expect(hunted.all('rabbit_cards').map(({ cards }) => cards.map(formatCard).join(''))).toEqual([
      '2c3d4hKc8d',
    ]);
    expect(hunted.state.board).toEqual([]);
    expect(hunted.stacks).toEqual(stolen.stacks);
  });

  it('shows only what is missing of the board', () => {
    const hand = PlayedHand.start([500, 500], { rabbitHunt: true }, DEAL);
    const hunted = hand.play('1 call', '0 check', '0 bet 100', '1 fold').do(RABBIT_HUNT);
    expect(hunted.state.rabbitCards?.map(formatCard)).toEqual(['Kc', '8d']);
  });

  const checks = ['0 check', '1 check'];
  it.each([
    ['where the table does not have it', () => PlayedHand.start([500, 500]).play('1 fold')],
    ['while the hand is played', () => PlayedHand.start([500, 500], { rabbitHunt: true })],
    ['twice', () => stolen.do(RABBIT_HUNT)],
    [
      'where the board is whole',
      () =>
        PlayedHand.start([500, 500], { rabbitHunt: true }).play(
          ...['1 call', '0 check', ...checks, ...checks, ...checks],
        ),
    ],
  ] as const)('is refused %s', (_when, hand) => {
    expect(hand().codeOf(RABBIT_HUNT)).toBe('ILLEGAL_ACTION');
  });
});
