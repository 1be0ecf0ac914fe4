import type { CommandOf, LobbyTable } from '@cardroom/protocol';

export type LobbyFilter = Pick<
  CommandOf<'lobby.enter'>,
  'pool' | 'bigBlindMinKrw' | 'bigBlindMaxKrw' | 'withFreeSeat'
>;

/** Tables that fit a filter, the smallest stakes first. */
export function filterTables(
  tables: readonly LobbyTable[],
  filter: LobbyFilter,
): readonly LobbyTable[] {
  const { pool, bigBlindMinKrw = 0, bigBlindMaxKrw = Infinity, withFreeSeat = false } = filter;
  return tables
    .filter((table) => pool === undefined || table.pool === pool)
    .filter(({ stakes }) => stakes.bigBlindKrw >= bigBlindMinKrw)
    .filter(({ stakes }) => stakes.bigBlindKrw <= bigBlindMaxKrw)
    .filter((table) => !withFreeSeat || table.seated < table.maxSeats)
    .sort((a, b) => a.stakes.bigBlindKrw - b.stakes.bigBlindKrw || (a.name < b.name ? -1 : 1));
}
