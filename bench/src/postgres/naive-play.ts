import { evolve, type HandEvent, type HandState } from '@cardroom/engine';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';

/** A hand as it was played: its events, and who sat where. */
export interface PlayedEvents {
  readonly handId: string;
  readonly tableId: string;
  readonly events: readonly HandEvent[];
}

const TABLES = `
CREATE TABLE naive_tables (
  table_id uuid PRIMARY KEY, token bigint NOT NULL, version bigint NOT NULL, state jsonb NOT NULL);
CREATE TABLE naive_actions (
  command_id uuid PRIMARY KEY, hand_id uuid NOT NULL, version bigint NOT NULL, events jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(), UNIQUE (hand_id, version));
CREATE TABLE naive_stacks (
  hand_id uuid NOT NULL, seat int NOT NULL, stack_krw bigint NOT NULL, PRIMARY KEY (hand_id, seat));`;

/**
 * The way that keeps a hand in progress in PostgreSQL: each command is a transaction that looks
 * whether the table is still ours, notes the command with its events, saves the state that another
 * node would go on from, and moves the stack of who acted. What is written once the hand is over
 * comes on top, here as there.
 */
export class NaivePlay {
  private constructor(private readonly client: Client) {}

  static async start(databaseUrl: string): Promise<NaivePlay> {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(TABLES);
    return new NaivePlay(client);
  }

  async play({ handId, tableId, events }: PlayedEvents): Promise<void> {
    let state: HandState | null = null;
    let version = 0;
    for (const command of commandsOf(events)) {
      for (const event of command) state = evolve(state, event);
      if (state === null) continue;
      version += 1;
      await this.write({ handId, tableId, version, events: command, state });
    }
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  private async write(step: {
    readonly handId: string;
    readonly tableId: string;
    readonly version: number;
    readonly events: readonly HandEvent[];
    readonly state: HandState;
  }): Promise<void> {
    const { handId, tableId, version, events, state } = step;
    const [first] = events;
    const isStart = first?.type === 'hand_started';
    await this.client.query('BEGIN');
    await this.client.query('SELECT token FROM naive_tables WHERE table_id = $1 FOR UPDATE', [
      tableId,
    ]);
    await this.client.query(
      'INSERT INTO naive_actions (command_id, hand_id, version, events) VALUES ($1, $2, $3, $4)',
      [uuidv7(), handId, version, JSON.stringify(events)],
    );
    await this.client.query(
      `INSERT INTO naive_tables AS t (table_id, token, version, state) VALUES ($1, 1, $2, $3)
       ON CONFLICT (table_id) DO UPDATE SET version = excluded.version, state = excluded.state`,
      [tableId, version, JSON.stringify(state)],
    );
    const moved = state.seats.filter(
      ({ seat }) => isStart || events.some((event) => 'seat' in event && event.seat === seat),
    );
    await this.client.query(
      `INSERT INTO naive_stacks (hand_id, seat, stack_krw)
       SELECT $1, w.seat, w.krw FROM unnest($2::int[], $3::bigint[]) w (seat, krw)
       ON CONFLICT (hand_id, seat) DO UPDATE SET stack_krw = excluded.stack_krw`,
      [handId, moved.map(({ seat }) => seat), moved.map(({ stackKrw }) => stackKrw)],
    );
    await this.client.query('COMMIT');
  }
}

/** The events by the command that brought them: the deal, and then each decision. */
function commandsOf(events: readonly HandEvent[]): HandEvent[][] {
  const commands: HandEvent[][] = [];
  for (const event of events) {
    const isDecision = event.type === 'acted' || commands.length === 0;
    if (isDecision) commands.push([event]);
    else commands.at(-1)?.push(event);
  }
  return commands;
}
