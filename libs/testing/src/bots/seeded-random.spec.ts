import { pick, seededRandom, wholeBetween } from './seeded-random';

describe('the seeded numbers of bots', () => {
  it('are the same for the same seed, and others for another', () => {
    const draw = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('cover a range evenly, both ends included', () => {
    const random = seededRandom(1);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 4_000; i += 1) {
      const drawn = wholeBetween(random, 2, 5) - 2;
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  });

  it('pick nothing from nothing', () => {
    expect(pick(seededRandom(1), [])).toBeNull();
  });
});
