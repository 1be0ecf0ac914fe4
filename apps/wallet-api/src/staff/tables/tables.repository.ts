import { Injectable } from '@nestjs/common';
import { constraintOf } from '@cardroom/database';
import { BusinessError } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import type { NewStakesDto, NewTableDto, StakesDto, TableChangeDto, TableDto } from './tables.dto';

/** Every setting of a table and its column; only these names reach a statement. */
const COLUMNS = {
  name: 'name',
  stakesId: 'stakes_id',
  pool: 'pool',
  maxSeats: 'max_seats',
  minBuyInBb: 'min_buy_in_bb',
  maxBuyInBb: 'max_buy_in_bb',
  minPlayersToStart: 'min_players_to_start',
  actionTimeoutMs: 'action_timeout_ms',
  timeBankMs: 'time_bank_ms',
  showdownPauseMs: 'showdown_pause_ms',
  structure: 'structure',
  straddle: 'straddle',
  runItTwice: 'run_it_twice',
  rabbitHunt: 'rabbit_hunt',
  ratholeWindowMs: 'rathole_window_ms',
  awayRemovalMs: 'away_removal_ms',
  seatOfferMs: 'seat_offer_ms',
} as const satisfies Record<keyof NewTableDto, string>;

/** What says who and where a table is; the rest is what it plays by. */
const IDENTITY: readonly string[] = ['name', 'stakesId', 'pool'];

const SETTINGS = Object.entries(COLUMNS)
  .filter(([property]) => !IDENTITY.includes(property))
  .map(([property, column]) => `'${property}', t.${column}`)
  .join(', ');

type Value = string | number | boolean;

const givenOf = (settings: NewTableDto | TableChangeDto): [string, Value][] =>
  Object.entries(COLUMNS).flatMap(([property, column]) => {
    const value: Value | undefined = settings[property as keyof typeof COLUMNS];
    return value === undefined ? [] : [[column, value]];
  });

/** Tables and stakes as staff see and set them. */
@Injectable()
export class TablesRepository {
  constructor(private readonly source: DataSource) {}

  list(tableId: string | null = null): Promise<TableDto[]> {
    return this.source.query(
      `SELECT t.id AS "tableId", t.name, t.stakes_id AS "stakesId", s.name AS stakes, t.pool,
              t.status, t.hand_no AS "handNo", jsonb_build_object(${SETTINGS}) AS settings,
              (SELECT count(*)::int FROM seat_sessions p
               WHERE p.table_id = t.id AND p.status = 'open') AS seated
       FROM tables t JOIN stakes s ON s.id = t.stakes_id
       WHERE $1::uuid IS NULL OR t.id = $1 ORDER BY t.name LIMIT 1000`,
      [tableId],
    );
  }

  stakes(): Promise<StakesDto[]> {
    return this.source.query(
      `SELECT s.id AS "stakesId", s.name, s.small_blind_krw AS "smallBlindKrw",
              s.big_blind_krw AS "bigBlindKrw", s.ante_krw AS "anteKrw",
              s.big_blind_ante_krw AS "bigBlindAnteKrw",
              (SELECT count(*)::int FROM tables t WHERE t.stakes_id = s.id) AS tables
       FROM stakes s ORDER BY s.big_blind_krw, s.name LIMIT 1000`,
    );
  }

  /** Its rake begins as the house's figures say. Errors: BusinessError NAME_TAKEN, STATE_CONFLICT. */
  async addStakes(manager: EntityManager, stakes: NewStakesDto): Promise<string> {
    const id = uuidv7();
    const { name, smallBlindKrw, bigBlindKrw, anteKrw = 0, bigBlindAnteKrw = 0 } = stakes;
    await refusing(
      manager.query(
        `INSERT INTO stakes
           (id, name, small_blind_krw, big_blind_krw, ante_krw, big_blind_ante_krw)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, name, smallBlindKrw, bigBlindKrw, anteKrw, bigBlindAnteKrw],
      ),
    );
    return id;
  }

  /** It is closed until staff open it. Errors: BusinessError NAME_TAKEN, NOT_FOUND, STATE_CONFLICT. */
  async addTable(manager: EntityManager, table: NewTableDto): Promise<string> {
    const id = uuidv7();
    const given: [string, Value][] = [['max_seats', table.maxSeats ?? 6], ...givenOf(table)];
    const row = new Map<string, Value>([['id', id], ['status', 'closed'], ...given]);
    await refusing(
      manager.query(
        `INSERT INTO tables (${[...row.keys()].join(', ')})
         VALUES (${[...row.keys()].map((_, index) => `$${index + 1}`).join(', ')})`,
        [...row.values()],
      ),
    );
    return id;
  }

  /** Holds the table; null where there is none. */
  async lock(
    manager: EntityManager,
    tableId: string,
  ): Promise<{ readonly status: 'open' | 'closed'; readonly seated: number } | null> {
    const [row] = await manager.query<{ status: 'open' | 'closed' }[]>(
      'SELECT status FROM tables WHERE id = $1 FOR UPDATE',
      [tableId],
    );
    if (row === undefined) return null;
    const [count] = await manager.query<{ seated: number }[]>(
      `SELECT count(*)::int AS seated FROM seat_sessions WHERE table_id = $1 AND status = 'open'`,
      [tableId],
    );
    return { status: row.status, seated: count?.seated ?? 0 };
  }

  /** Errors: BusinessError NAME_TAKEN, NOT_FOUND, STATE_CONFLICT. */
  async change(manager: EntityManager, tableId: string, change: TableChangeDto): Promise<void> {
    const given = givenOf(change);
    if (given.length === 0) return;
    const sets = given.map(([column], index) => `${column} = $${index + 2}`).join(', ');
    await refusing(
      manager.query(`UPDATE tables SET ${sets} WHERE id = $1`, [
        tableId,
        ...given.map(([, value]) => value),
      ]),
    );
  }

  /** False where it stood so before. */
  async setStatus(
    manager: EntityManager,
    tableId: string,
    status: 'open' | 'closed',
  ): Promise<boolean> {
    const [, count] = await manager.query<[unknown, number]>(
      'UPDATE tables SET status = $2 WHERE id = $1 AND status <> $2',
      [tableId, status],
    );
    return count === 1;
  }
}

/** What the database refuses by a named rule, as staff are told it. */
async function refusing(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (cause) {
    const constraint = constraintOf(cause) ?? '';
    if (constraint === 'UQ_tables_name' || constraint === 'UQ_stakes_name') {
      throw new BusinessError('NAME_TAKEN');
    }
    if (constraint === 'FK_tables_stakes') throw new BusinessError('NOT_FOUND');
    if (/^CK_(tables|stakes)_/.test(constraint)) throw new BusinessError('SETTINGS_CONTRADICT');
    throw cause;
  }
}
