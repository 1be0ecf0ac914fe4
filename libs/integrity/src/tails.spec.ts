import { rarityAbove, rarityOfBoth, rarityOfFew, rarityOfMany, rarityOfOneSided } from './tails';

describe('how rare something is, as a power of ten', () => {
  it.each([
    [0, 0],
    [-3, 0],
    [1.6449, 1.301],
    [3.0902, 3],
    [6, 9.006],
  ])('normal: %d deviations above the mean: %d', (deviations, rarity) => {
    expect(rarityAbove(deviations)).toBeCloseTo(rarity, 2);
  });

  it.each([
    [0, 5, 0],
    [5, 5, 0],
    [5, 0.5, 3.765],
    [1, 0.001, 3],
    [12, 2, 5.866],
  ])('Poisson: %d or more where %d are expected: %d', (seen, mean, rarity) => {
    expect(rarityOfMany(seen, mean)).toBeCloseTo(rarity, 2);
  });

  it.each([
    [0, 10, 0.5, 3.01],
    [5, 10, 0.5, 0],
    [2, 20, 0.5, 3.696],
    [0, 0, 0.5, 0],
    [3, 10, 0, 0],
  ])('binomial: %d or fewer of %d with a chance of %d: %d', (seen, trials, chance, rarity) => {
    expect(rarityOfFew(seen, trials, chance)).toBeCloseTo(rarity, 2);
  });

  it('a certain thing that did not happen, and an impossible one that did, are beyond measure', () => {
    expect(rarityOfFew(3, 4, 1)).toBe(Infinity);
    expect(rarityOfMany(1, 0)).toBe(Infinity);
  });

  it('one-sided sums: one large amount proves nothing, many that go one way do', () => {
    expect(rarityOfOneSided(1_000, 1_000_000)).toBeCloseTo(0.217, 2);
    expect(rarityOfOneSided(20, 20)).toBeCloseTo(4.343, 2);
    expect(rarityOfOneSided(0, 0)).toBe(0);
  });

  it('two signs together: less than the sum, more than the larger where both are rare', () => {
    expect(rarityOfBoth(3, 0)).toBeCloseTo(2.102, 2);
    expect(rarityOfBoth(5, 4)).toBeCloseTo(7.663, 2);
    expect(rarityOfBoth(0, 0)).toBe(0);
  });
});
