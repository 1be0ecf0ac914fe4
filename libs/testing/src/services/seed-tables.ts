import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';

export interface StakesSeed {
  readonly name: string;
  readonly smallBlindKrw: number;
  readonly bigBlindKrw: number;
  readonly anteKrw?: number;
  readonly bigBlindAnteKrw?: number;
  readonly rakeBp: number;
  readonly rakeCapKrw: number;
}

/** A table to be; what is left out is what the database gives a table, with six seats. */
export interface TableSeed {
  readonly name: string;
  readonly stakes: StakesSeed;
  readonly pool?: string;
  readonly maxSeats?: number;
  readonly minBuyInBb?: number;
  readonly maxBuyInBb?: number;
  readonly minPlayersToStart?: number;
  readonly actionTimeoutMs?: number;
  readonly timeBankMs?: number;
  readonly showdownPauseMs?: number;
  readonly structure?: 'no-limit' | 'pot-limit' | 'fixed-limit';
  readonly straddle?: 'none' | 'under_the_gun' | 'button';
  readonly runItTwice?: boolean;
  readonly rabbitHunt?: boolean;
  readonly ratholeWindowMs?: number;
  readonly awayRemovalMs?: number;
  readonly seatOfferMs?: number;
}

const DEFAULT_SEATS = 6;

const COLUMNS = {
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
} as const satisfies Partial<Record<keyof TableSeed, string>>;

/**
 * Puts stakes and tables into the database; those whose name is there already stay as they are.
 * Returns the ids in the order given.
 */
export async function seedTables(
  databaseUrl: string,
  tables: readonly TableSeed[],
): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const ids: string[] = [];
    for (const table of tables) {
      ids.push(await seedTable(client, table, await seedStakes(client, table.stakes)));
    }
    return ids;
  } finally {
    await client.end();
  }
}

async function seedStakes(client: Client, stakes: StakesSeed): Promise<string> {
  const known = await idOf(client, 'stakes', stakes.name);
  if (known !== null) return known;
  const id = uuidv7();
  await insert(client, 'stakes', {
    id,
    name: stakes.name,
    small_blind_krw: stakes.smallBlindKrw,
    big_blind_krw: stakes.bigBlindKrw,
    ante_krw: stakes.anteKrw ?? 0,
    big_blind_ante_krw: stakes.bigBlindAnteKrw ?? 0,
    rake_bp: stakes.rakeBp,
    rake_cap_krw: stakes.rakeCapKrw,
  });
  return id;
}

async function seedTable(client: Client, table: TableSeed, stakesId: string): Promise<string> {
  const known = await idOf(client, 'tables', table.name);
  if (known !== null) return known;
  const id = uuidv7();
  const settings = Object.entries(COLUMNS).flatMap(([property, column]) => {
    const value = table[property as keyof typeof COLUMNS];
    return value === undefined ? [] : [[column, value] as const];
  });
  await insert(client, 'tables', {
    id,
    name: table.name,
    stakes_id: stakesId,
    max_seats: DEFAULT_SEATS,
    ...Object.fromEntries(settings),
  });
  return id;
}

async function idOf(
  client: Client,
  relation: 'stakes' | 'tables',
  name: string,
): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM ${relation} WHERE name = $1`,
    [name],
  );
  return rows[0]?.id ?? null;
}

async function insert(
  client: Client,
  relation: 'stakes' | 'tables',
  row: Readonly<Record<string, string | number | boolean>>,
): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await client.query(
    `INSERT INTO ${relation} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
    Object.values(row),
  );
}
