import { isHandRunning } from '@cardroom/engine';
import type { LobbyTable } from '@cardroom/protocol';

import type { HostedTable } from './table.opener';
import { lobbyTable } from './table.views';

/** Somebody who sits at a table of this process. */
export interface SeatedPlayer {
  readonly tableId: string;
  readonly userId: string;
  readonly nickname: string;
  readonly seatSessionId: string;
}

/** The tables of this process, by id. */
export class HostedTables extends Map<string, HostedTable> {
  lobby(): LobbyTable[] {
    return [...this.values()].map(({ row, actor: { table } }) =>
      lobbyTable(row, table.state, table.status),
    );
  }

  seated(): SeatedPlayer[] {
    return [...this.values()].flatMap(seatedAt);
  }

  handsInProgress(): number {
    return [...this.values()].filter(({ actor }) => isHandRunning(actor.table.state)).length;
  }

  /** Those who sit at one of so many parts of the tables. */
  playersOfPart(part: number, parts: number): string[] {
    const tables = [...this.values()].filter((_, at) => at % parts === part);
    return tables.flatMap(playersOf);
  }
}

export const playersOf = (table: HostedTable): string[] =>
  seatedAt(table).map(({ userId }) => userId);

/** Whether a table may be let go: no hand is played, and none waits for PostgreSQL. */
export const isAtRest = ({ actor, settler }: HostedTable): boolean =>
  !isHandRunning(actor.table.state) && settler.backlogHands === 0;

function seatedAt({ actor }: HostedTable): SeatedPlayer[] {
  const { tableId, seats } = actor.table.state;
  return seats.flatMap((at) => {
    if (at === null) return [];
    const { userId, nickname, seatSessionId } = at;
    return [{ tableId, userId, nickname, seatSessionId }];
  });
}
