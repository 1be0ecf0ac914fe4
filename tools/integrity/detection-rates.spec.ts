import { measureRates } from './detection-rates';

const seed = Number(process.env['SEED'] ?? 20_261_121);

describe('the integrity watch on simulated players', () => {
  it('finds those who dump, play softly, share a device or are bots, and hardly anybody else', () => {
    const rates = measureRates({ seed, tables: 12, handsPerTable: 300, dumpEvery: 12 });
    const shares = rates.map(({ kind, guilty, found, honest, accused }) => ({
      ...{ kind, isFound: found / guilty >= 0.5, isFair: accused / honest <= 0.02 },
    }));
    expect({ seed, shares }).toEqual({
      seed,
      shares: ['chip_dumping', 'soft_play', 'shared_access', 'bot_timing'].map((kind) => ({
        ...{ kind, isFound: true, isFair: true },
      })),
    });
  });
});
