import type { StakesSeed, TableSeed } from '@cardroom/testing';

/** Rake by blinds, capped at 3, 4 and 5 big blinds. */
const STAKES: readonly StakesSeed[] = [
  { name: '1,000/2,000', smallBlindKrw: 1_000, bigBlindKrw: 2_000, rakeBp: 500, rakeCapKrw: 6_000 },
  {
    name: '5,000/10,000',
    smallBlindKrw: 5_000,
    bigBlindKrw: 10_000,
    rakeBp: 500,
    rakeCapKrw: 40_000,
  },
  {
    name: '25,000/50,000',
    smallBlindKrw: 25_000,
    bigBlindKrw: 50_000,
    rakeBp: 400,
    rakeCapKrw: 250_000,
  },
];

const NAMES = ['Hangang', 'Namsan', 'Seorak', 'Halla', 'Dokdo', 'Jiri', 'Nakdong', 'Bukhan'];
const MAX_SEATS = 6;

/** The first `count` tables of a development system: always the same ones, round the stakes. */
export const demoTables = (count: number): TableSeed[] =>
  Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / NAMES.length) + 1;
    const name = NAMES[index % NAMES.length] ?? 'Table';
    const stakes = STAKES[index % STAKES.length];
    if (stakes === undefined) throw new Error('there are no stakes');
    return { name: round === 1 ? name : `${name} ${round}`, stakes, maxSeats: MAX_SEATS };
  });
