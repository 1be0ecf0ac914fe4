import { lobbyTable } from '../table/table.views';
import { MemoryTable } from '../table/actor.builder';
import { filterTables } from './lobby.rules';

const tableOf = (name: string, bigBlindKrw: number, seated: number, pool = 'main') => {
  const stacks = Array.from({ length: seated }, () => 50_000);
  const { state } = new MemoryTable(stacks).live;
  const table = lobbyTable({ name, pool }, state, 'open');
  return { ...table, stakes: { ...table.stakes, bigBlindKrw } };
};

const TABLES = [
  tableOf('Namsan', 10_000, 2),
  tableOf('Hangang', 1_000, 6),
  tableOf('Bukhan', 1_000, 0),
  tableOf('Jeju', 5_000, 5, 'vip'),
];

const names = (filter: Parameters<typeof filterTables>[1]): string[] =>
  filterTables(TABLES, filter).map(({ name }) => name);

describe('the lobby', () => {
  it('lists all tables without a filter, the smallest stakes first, then by name', () => {
    expect(names({})).toEqual(['Bukhan', 'Hangang', 'Jeju', 'Namsan']);
  });

  it.each<[string, Parameters<typeof filterTables>[1], string[]]>([
    ['a pool', { pool: 'vip' }, ['Jeju']],
    ['stakes from', { bigBlindMinKrw: 5_000 }, ['Jeju', 'Namsan']],
    ['stakes up to', { bigBlindMaxKrw: 5_000 }, ['Bukhan', 'Hangang', 'Jeju']],
    ['a free seat', { withFreeSeat: true }, ['Bukhan', 'Jeju', 'Namsan']],
    ['all of it', { pool: 'main', bigBlindMaxKrw: 1_000, withFreeSeat: true }, ['Bukhan']],
  ])('filters by %s', (_name, filter, expected) => {
    expect(names(filter)).toEqual(expected);
  });

  it('leaves the list that it was given as it was', () => {
    filterTables(TABLES, {});
    expect(TABLES.map(({ name }) => name)).toEqual(['Namsan', 'Hangang', 'Bukhan', 'Jeju']);
  });
});
