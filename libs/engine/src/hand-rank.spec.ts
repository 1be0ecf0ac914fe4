import { card, parseCards } from './cards';
import { categoryOf, HAND_CATEGORIES, rankHand } from './hand-rank';

const cards = (text: string) => {
  const parsed = parseCards(text);
  if (parsed === null) throw new Error(`${text} is not a list of cards`);
  return parsed;
};

describe('§6.1 the ranking of hands', () => {
  it('reproduces the published frequencies of all 2,598,960 five-card hands', () => {
    const counts = Object.fromEntries(HAND_CATEGORIES.map((category) => [category, 0]));
    const deck = Array.from({ length: 52 }, (_, code) => card(code));
    const hand = Array.from({ length: 5 }, () => card(0));
    const choose = (from: number, place: number): void => {
      for (let code = from; code <= 52 - (5 - place); code += 1) {
        hand[place] = deck[code] ?? card(0);
        if (place < 4) choose(code + 1, place + 1);
        else {
          const category = categoryOf(rankHand(hand));
          counts[category] = (counts[category] ?? 0) + 1;
        }
      }
    };
    choose(0, 0);
    expect(counts).toEqual({
      high_card: 1_302_540,
      pair: 1_098_240,
      two_pair: 123_552,
      three_of_a_kind: 54_912,
      straight: 10_200,
      flush: 5_108,
      full_house: 3_744,
      four_of_a_kind: 624,
      straight_flush: 40,
    });
  });

  it.each([
    ['a royal flush', 'AsKsQsJsTs2c3d', '9s8s7s6s5sAcAd'],
    ['a wheel below a six-high straight', '2c3d4h5s6cKdQh', 'Ac2d3h4s5cKdQh'],
    ['the higher of two flushes of six cards', 'As9s7s5s3s2sKd', 'Ks9s7s5s3s2sAd'],
    ['two trips as a full house', 'AcAdAhKcKdKh2s', 'AcAdAhKcKd3h2s'],
    ['the best kicker', 'AcAdKhQs9c3d2h', 'AcAdKhQs8c3d2h'],
  ])('puts %s first', (_name, better, worse) => {
    expect(rankHand(cards(better))).toBeGreaterThanOrEqual(rankHand(cards(worse)));
  });

  it('plays the board where it is best', () => {
    const board = 'AsKdQhJcTs';
    expect(rankHand(cards(`${board}2c3d`))).toBe(rankHand(cards(`${board}9c9d`)));
  });
});
