import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';

interface Stakes {
  readonly name: string;
  readonly smallBlindKrw: number;
  readonly bigBlindKrw: number;
  readonly rakeBp: number;
  readonly rakeCapKrw: number;
}

/** Rule: rake by blinds, capped at 3, 4 and 5 big blinds. */
const STAKES: readonly Stakes[] = [
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

const TABLE_NAMES = ['Hangang', 'Namsan', 'Seorak', 'Halla', 'Dokdo', 'Jiri', 'Nakdong', 'Bukhan'];
const MAX_SEATS = 6;

/**
 * Stakes, and at least `count` open tables that go round them. What is there already stays as it
 * is. Returns the ids of the open tables, the oldest first.
 */
export async function seedTables(databaseUrl: string, count: number): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const stakesIds: string[] = [];
    for (const stakes of STAKES) stakesIds.push(await seedStakes(client, stakes));
    for (let index = 0; index < count; index += 1) {
      await client.query(
        `INSERT INTO tables (id, name, stakes_id, max_seats) VALUES ($1, $2, $3, $4)
         ON CONFLICT (name) DO NOTHING`,
        [uuidv7(), tableName(index), stakesIds[index % stakesIds.length], MAX_SEATS],
      );
    }
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM tables WHERE status = 'open' ORDER BY id`,
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}

async function seedStakes(client: Client, stakes: Stakes): Promise<string> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM stakes WHERE name = $1', [
    stakes.name,
  ]);
  if (rows[0] !== undefined) return rows[0].id;
  const id = uuidv7();
  await client.query(
    `INSERT INTO stakes (id, name, small_blind_krw, big_blind_krw, ante_krw, big_blind_ante_krw, rake_bp, rake_cap_krw)
     VALUES ($1, $2, $3, $4, 0, 0, $5, $6)`,
    [id, stakes.name, stakes.smallBlindKrw, stakes.bigBlindKrw, stakes.rakeBp, stakes.rakeCapKrw],
  );
  return id;
}

function tableName(index: number): string {
  const name = TABLE_NAMES[index % TABLE_NAMES.length] ?? 'Table';
  const round = Math.floor(index / TABLE_NAMES.length);
  return round === 0 ? name : `${name} ${round + 1}`;
}
