import { randomUUID } from 'node:crypto';

import { PlayerClient } from '@cardroom/client';
import type { Answer, TableView } from '@cardroom/protocol';
import { seedTables, startApps, type RunningApps } from '@cardroom/testing';
import { Client } from 'pg';

const NAMES = ['Anna', 'Boram', 'Chan', 'Dana'] as const;
type Name = (typeof NAMES)[number];

const STAKES = {
  name: 'abuse',
  ...{ smallBlindKrw: 500, bigBlindKrw: 1_000, rakeBp: 0, rakeCapKrw: 0 },
};
const CLOCK = { actionTimeoutMs: 60_000, timeBankMs: 0, showdownPauseMs: 100 };

export const newId = (): string => `cmd-${randomUUID()}`;

/**
 * One room in which everything is tried, one file after the other. After each refusal nothing has changed: ledger,
 * seats, outbox (but for notices of deposits, which come when they come) and the table's version are
 * what they were.
 */
export class AbuseRoom {
  readonly players = {} as Record<Name, PlayerClient>;
  tableId = '';
  otherTableId = '';
  private opened: { apps: RunningApps; database: Client; intruder: PlayerClient } | null = null;

  get apps(): RunningApps {
    return this.parts.apps;
  }

  get database(): Client {
    return this.parts.database;
  }

  /** Whoever sends raw frames; its many connections push nobody else's out. */
  get intruder(): PlayerClient {
    return this.parts.intruder;
  }

  async open(): Promise<void> {
    const table = { stakes: STAKES, maxSeats: 4, minPlayersToStart: 3, ...CLOCK };
    const apps = await startApps({
      seed: async (databaseUrl) => {
        const tables = ['Abuse', 'Other'].map((name) => ({ name, ...table }));
        [this.tableId = '', this.otherTableId = ''] = await seedTables(databaseUrl, tables);
      },
    });
    const database = new Client({ connectionString: apps.databaseUrl });
    await database.connect();
    const intruder = clientOf(apps, 'Mallory', 50);
    this.opened = { apps, database, intruder };
    for (const [place, name] of NAMES.entries()) this.players[name] = await this.enter(name, place);
    await intruder.enter();
  }

  async close(): Promise<void> {
    Object.values(this.players).forEach((client) => client.disconnect());
    await this.database.end();
    await this.apps.stop();
  }

  newClient(name: string, place: number): PlayerClient {
    return clientOf(this.apps, name, place);
  }

  /** The table as Dana, who only looks on, sees it. */
  view(): TableView {
    const seen = this.players.Dana.tables.get(this.tableId)?.view;
    if (!seen) throw new Error('the table is not followed');
    return seen;
  }

  version(): number {
    return this.players.Dana.tables.get(this.tableId)?.stateVersion ?? -1;
  }

  /** Everything that a refusal must not change. */
  async fingerprint(): Promise<unknown> {
    const { rows } = await this.database.query<Record<string, string>>(`
      SELECT (SELECT count(*) FROM ledger_transfers) AS transfers,
             (SELECT coalesce(sum(balance_krw), 0) FROM ledger_accounts) AS balances,
             (SELECT string_agg(seat_session_id::text || status || stack_krw, ',' ORDER BY seat_session_id)
              FROM seat_stacks) AS seats,
             (SELECT count(*) FROM hands) AS hands,
             (SELECT count(*) FROM outbox WHERE topic <> 'notification.send') AS outbox`);
    const live = await fetch(`${this.apps.gatewayUrl}/health/live`);
    const { serverId } = (await live.json()) as { serverId: string };
    return { ...rows[0], version: this.version(), serverId };
  }

  async refusedWith(code: string, work: () => Promise<Answer>): Promise<void> {
    const before = await this.fingerprint();
    const answer = await work();
    expect(answer).toMatchObject({ ok: false, code, requestId: expect.any(String) as string });
    expect(await this.fingerprint()).toEqual(before);
  }

  async until(fits: (seen: TableView) => boolean): Promise<void> {
    const deadline = performance.now() + 15_000;
    while (!fits(this.view())) {
      if (performance.now() > deadline) throw new Error('the table does not get there');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** The player to act. */
  actor(): PlayerClient {
    return this.bySeat(this.view().turn?.seat ?? -1);
  }

  /** One of those who are not to act. */
  waiting(): PlayerClient {
    return this.bySeat([0, 1, 2].find((seat) => seat !== this.view().turn?.seat) ?? 0);
  }

  act(who: PlayerClient, action: object, extra: object = {}): Promise<Answer> {
    return who.send({
      ...{ cmdId: newId(), type: 'table.act', tableId: this.tableId },
      ...{ handId: this.view().handId, stateVersion: this.version(), ...action, ...extra },
    });
  }

  private get parts() {
    if (this.opened === null) throw new Error('the room is not open yet');
    return this.opened;
  }

  private bySeat(seat: number): PlayerClient {
    const name = NAMES[seat];
    if (name === undefined) throw new Error('there is no such seat');
    return this.players[name];
  }

  private async enter(name: Name, place: number): Promise<PlayerClient> {
    const client = this.newClient(name, place);
    await client.enter();
    await client.account.faucet(1_000_000);
    await client.connect();
    await client.watch(this.tableId);
    return client;
  }
}

const clientOf = (apps: RunningApps, name: string, place: number): PlayerClient =>
  new PlayerClient({
    ...{ walletApiUrl: apps.walletApiUrl, gatewayUrl: apps.gatewayUrl, nickname: name },
    ...{ email: `${name.toLowerCase()}@abuse.example`, address: `10.2.0.${place + 1}` },
    password: 'a password for abuse tests',
  });
