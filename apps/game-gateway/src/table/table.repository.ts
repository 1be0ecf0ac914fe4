import { Injectable } from '@nestjs/common';
import type {
  BettingStructure,
  DepartedPlayer,
  StraddleRule,
  TableConfig,
  TableState,
  WaitingPlayer,
} from '@cardroom/engine';
import { krw } from '@cardroom/money';
import type { RakeVersion } from '@cardroom/rake';
import { DataSource } from 'typeorm';

/** A table as the database has it. */
export interface TableRow {
  readonly tableId: string;
  readonly name: string;
  readonly pool: string;
  readonly handNo: number;
  /** Closed for play; it is hosted only until its players have their chips. */
  readonly isClosed: boolean;
  readonly config: TableConfig;
  /** Every version of the rake of its stakes. */
  readonly rake: readonly RakeVersion[];
}

/** What a table that Redis has lost still knows. */
export type TableMemory = Pick<TableState, 'waiting' | 'departed'>;

interface JoinedRow {
  readonly id: string;
  readonly name: string;
  readonly pool: string;
  readonly hand_no: number;
  readonly status: 'open' | 'closed';
  readonly max_seats: number;
  readonly min_buy_in_bb: number;
  readonly max_buy_in_bb: number;
  readonly min_players_to_start: number;
  readonly action_timeout_ms: number;
  readonly time_bank_ms: number;
  readonly showdown_pause_ms: number;
  readonly structure: BettingStructure;
  readonly straddle: StraddleRule;
  readonly run_it_twice: boolean;
  readonly rabbit_hunt: boolean;
  readonly rathole_window_ms: number;
  readonly away_removal_ms: number;
  readonly seat_offer_ms: number;
  readonly small_blind_krw: number;
  readonly big_blind_krw: number;
  readonly ante_krw: number;
  readonly big_blind_ante_krw: number;
  readonly rake: readonly RakeVersion[];
}

/**
 * Those for play, and closed ones with players left. A table whose kill switch is off is closed, as
 * if staff had closed it.
 */
const TABLES_TO_HOST = `
  SELECT t.*, play.status, s.small_blind_krw, s.big_blind_krw, s.ante_krw, s.big_blind_ante_krw,
         (SELECT json_agg(json_build_object(
            'fromMs', CASE WHEN isfinite(r.effective_from)
              THEN floor(extract(epoch FROM r.effective_from) * 1000) END,
            'rateBp', r.rate_bp, 'capKrw', r.cap_krw))
          FROM rake_terms r WHERE r.stakes_id = s.id) AS rake
  FROM tables t JOIN stakes s ON s.id = t.stakes_id
  CROSS JOIN LATERAL (
    SELECT CASE WHEN EXISTS (
      SELECT 1 FROM kill_switches k WHERE k.name = 'table:' || t.id AND NOT k.is_on
    ) THEN 'closed' ELSE t.status END AS status) play
  WHERE (play.status = 'open' OR EXISTS (
    SELECT 1 FROM seat_sessions p WHERE p.table_id = t.id AND p.status = 'open'))`;

@Injectable()
export class TableRepository {
  constructor(private readonly source: DataSource) {}

  /** The tables of a pool that somebody has to host. */
  async tablesToHost(pool: string): Promise<TableRow[]> {
    const rows = await this.source.query<JoinedRow[]>(
      `${TABLES_TO_HOST} AND t.pool = $1 ORDER BY t.id`,
      [pool],
    );
    return rows.map(toTable);
  }

  /** Those of these tables that somebody has to host. */
  async toHostOf(tableIds: readonly string[]): Promise<TableRow[]> {
    if (tableIds.length === 0) return [];
    const rows = await this.source.query<JoinedRow[]>(`${TABLES_TO_HOST} AND t.id = ANY($1)`, [
      tableIds,
    ]);
    return rows.map(toTable);
  }

  /** A table that somebody has to host; null for none. */
  async tableToHost(tableId: string): Promise<TableRow | null> {
    const [table = null] = await this.toHostOf([tableId]);
    return table;
  }

  /** Another number than before where staff have changed a table, or what it plays by. */
  async settingsVersion(): Promise<string> {
    const [row] = await this.source.query<{ version: string | number }[]>(
      'SELECT version FROM table_changes',
    );
    return String(row?.version);
  }

  /** Who waits for a seat by the last hand, and who left so short ago that it still counts. */
  async memoryOf({ tableId, config }: TableRow): Promise<TableMemory> {
    const [line] = await this.source.query<{ waiting: Omit<WaitingPlayer, 'offer'>[] }[]>(
      'SELECT waiting FROM tables WHERE id = $1',
      [tableId],
    );
    const departed = await this.source.query<DepartedPlayer[]>(
      `SELECT DISTINCT ON (user_id) user_id AS "userId", left_with_krw AS "stackKrw",
              floor(extract(epoch FROM closed_at) * 1000)::float8 AS "leftAtMs",
              owes_small AS "owesSmall"
       FROM seat_sessions
       WHERE table_id = $1 AND left_with_krw IS NOT NULL
         AND closed_at > now() - make_interval(secs => $2::double precision / 1000)
       ORDER BY user_id, closed_at DESC`,
      [tableId, config.rathole.windowMs],
    );
    return { waiting: (line?.waiting ?? []).map((each) => ({ ...each, offer: null })), departed };
  }

  /** Whether there is such a table at all. */
  async exists(tableId: string): Promise<boolean> {
    const rows = await this.source.query<unknown[]>('SELECT 1 FROM tables WHERE id = $1', [
      tableId,
    ]);
    return rows.length > 0;
  }

  /**
   * Draws a token above all tokens ever given and stores it as the table's, so that an earlier owner
   * is refused from now on, once what he has begun is done. Null where somebody drew a higher one meanwhile.
   */
  async raiseFence(tableId: string): Promise<{ token: number; isFirst: boolean } | null> {
    const [row] = await this.source.query<{ token: number; is_first: boolean }[]>(
      'SELECT token, is_first FROM raise_fence($1)',
      [tableId],
    );
    return row === undefined ? null : { token: row.token, isFirst: row.is_first };
  }
}

const toTable = (row: JoinedRow): TableRow => ({
  tableId: row.id,
  name: row.name,
  pool: row.pool,
  handNo: row.hand_no,
  isClosed: row.status === 'closed',
  rake: row.rake,
  config: {
    stakes: {
      smallBlindKrw: krw(row.small_blind_krw),
      bigBlindKrw: krw(row.big_blind_krw),
      anteKrw: krw(row.ante_krw),
      bigBlindAnteKrw: krw(row.big_blind_ante_krw),
    },
    maxSeats: row.max_seats,
    minBuyInKrw: krw(row.min_buy_in_bb * row.big_blind_krw),
    maxBuyInKrw: krw(row.max_buy_in_bb * row.big_blind_krw),
    minPlayersToStart: row.min_players_to_start,
    actionTimeoutMs: row.action_timeout_ms,
    timeBankMs: row.time_bank_ms,
    showdownPauseMs: row.showdown_pause_ms,
    structure: row.structure,
    straddle: row.straddle,
    runItTwice: row.run_it_twice,
    rabbitHunt: row.rabbit_hunt,
    rathole: { windowMs: row.rathole_window_ms },
    awayRemovalMs: row.away_removal_ms,
    seatOfferMs: row.seat_offer_ms,
  },
});
