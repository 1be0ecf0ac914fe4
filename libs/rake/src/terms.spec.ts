import { termsAt, type RakeVersion } from './terms';

const first: RakeVersion = { fromMs: null, rateBp: 500, capKrw: 6_000 };
const second: RakeVersion = { fromMs: 1_000, rateBp: 400, capKrw: 8_000 };
const third: RakeVersion = { fromMs: 2_000, rateBp: 300, capKrw: 9_000 };

describe('§4 terms', () => {
  it.each([
    ['§4.1 from the beginning until the next', 999, first],
    ['§4.1 from their moment on', 1_000, second],
    ['§4.1 until the moment of the next', 1_999, second],
    ['§4.1 the latest of all', 99_999, third],
  ])('%s', (_rule, startMs, expected) => {
    expect(termsAt([third, first, second], startMs)).toBe(expected);
  });

  it('are none before the first', () => {
    expect(termsAt([second], 0)).toBeNull();
    expect(termsAt([], 0)).toBeNull();
  });
});
