import { likePrefix, playerSearchOf } from './player-search.rules';

describe('a search for a player', () => {
  it.each([
    ['0190a7c2-0000-7000-8000-00000000000A', 'id'],
    ['Ann@Example.com', 'email'],
    ['ann@', 'email'],
    ['River', 'nickname'],
    ['  ', 'everybody'],
    ['._-', 'nobody'],
  ])('for %j is by %s', (text, by) => {
    expect(playerSearchOf(text).by).toBe(by);
  });

  it('finds nicknames that look alike together', () => {
    expect(playerSearchOf('A1ice')).toEqual(playerSearchOf('alice'));
  });

  it.each([
    ['100%', '100\\%%'],
    ['a_b', 'a\\_b%'],
    ['\\', '\\\\%'],
    ["'; DROP TABLE users", "'; DROP TABLE users%"],
    ['', '%'],
  ])('#122 %j stands for itself', (text, pattern) => {
    expect(likePrefix(text)).toBe(pattern);
  });

  it('#127 takes no time for a text of 50 KB', () => {
    for (const text of ['@'.repeat(50_000), 'a'.repeat(50_000), '0'.repeat(50_000)]) {
      const startedMs = performance.now();
      playerSearchOf(text);
      expect(performance.now() - startedMs).toBeLessThan(500);
    }
  });
});
