import { Logger } from '@nestjs/common';
import {
  connectRedis,
  Keys,
  Leases,
  TableLog,
  waitUntilReady,
  type CommitOutcome,
  type CommitRequest,
} from '@cardroom/cache';
import { Ledger } from '@cardroom/ledger';
import { HealthRegistry, SealedBox } from '@cardroom/platform';
import type { CardsMessage, Delta, Notice, Snapshot, TableView } from '@cardroom/protocol';
import { generateSecrets, testRedisUrl } from '@cardroom/testing';
import type { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';

import { GatewayConfig } from '../config/gateway.config';
import { FairDeckSource } from '../deck/deck-source';
import { DeckVault } from '../deck/deck-vault';
import { SeatMoneyRepository } from '../seats/seat-money.repository';
import { SettlementRepository } from '../settlement/settlement.repository';
import type { TableActor } from './table.actor';
import { TableHost } from './table.host';
import { TableBroadcaster } from './table.io';
import { TableOpener, type HostedTable } from './table.opener';
import { TableRepository, type TableRow } from './table.repository';
import type { Clock } from './turn-clock';

/** Time that passes when a test says so. */
export class TestClock implements Clock {
  private ms = 1_000;
  readonly nowMs = (): number => this.ms;
  readonly wallMs = (): number => 1_700_000_000_000 + this.ms;

  advance(ms: number): void {
    this.ms += ms;
  }
}

/** What a table said, to whom. */
export class Broadcasts extends TableBroadcaster {
  readonly deltas: Delta[] = [];
  readonly snapshots: Snapshot[] = [];
  readonly notices: (Notice & { readonly userId?: string })[] = [];
  readonly dealt: CardsMessage[] = [];

  override delta = (delta: Delta): void => void this.deltas.push(delta);
  override snapshot = (snapshot: Snapshot): void => void this.snapshots.push(snapshot);
  override chat = (): void => undefined;
  override cards = (_userId: string, cards: CardsMessage): void => void this.dealt.push(cards);
  override notice = (userId: string, notice: Notice): void =>
    void this.notices.push({ ...notice, userId });
  override tableNotice = (_tableId: string, notice: Notice): void => void this.notices.push(notice);
  override lobby = (): void => undefined;
  override isConnected = (): boolean => true;
}

/** Where a process breaks off: before its commit reaches Redis, or before the answer reaches it. */
export type Break = 'before commit' | 'after commit' | 'before trim';

class BreakableLog extends TableLog {
  breaksAt: Break | null = null;

  override async commit(request: CommitRequest): Promise<CommitOutcome> {
    if (this.breaksAt === 'before commit') throw new Error('broken off before the commit');
    const outcome = await super.commit(request);
    if (this.breaksAt === 'after commit') throw new Error('broken off after the commit');
    return outcome;
  }

  override async settled(tableId: string, token: number, handId: string): Promise<boolean> {
    if (this.breaksAt === 'before trim') throw new Error('broken off before the trim');
    return super.settled(tableId, token, handId);
  }
}

const SECRETS = generateSecrets();

/** The tables of one gateway process, without sockets: real PostgreSQL and Redis, a clock of its own. */
export class TableNode {
  readonly io = new Broadcasts();
  readonly clock = new TestClock();
  readonly faults: unknown[] = [];
  readonly money: SeatMoneyRepository;
  readonly settlements: SettlementRepository;
  readonly tables: TableRepository;
  readonly log: BreakableLog;
  readonly opener: TableOpener;
  readonly host: TableHost;
  private readonly opened: HostedTable[] = [];

  private constructor(
    source: DataSource,
    readonly redis: Redis,
    readonly keys: Keys,
    name: string,
  ) {
    const ledger = new Ledger();
    this.money = new SeatMoneyRepository(source, ledger);
    this.settlements = new SettlementRepository(source, ledger);
    this.tables = new TableRepository(source);
    this.log = new BreakableLog(redis, keys);
    const reporter = { report: (cause: unknown): void => void this.faults.push(cause) };
    this.opener = new TableOpener(
      ...([this.clock, this.tables, this.log] as const),
      new DeckVault(new SealedBox(SECRETS.cardSealKey)),
      new FairDeckSource(),
      ...([this.money, this.settlements, this.io, reporter] as const),
    );
    this.host = new TableHost(
      ...([new GatewayConfig(), name, this.tables, new Leases(redis, keys)] as const),
      ...([this.opener, this.io, new HealthRegistry()] as const),
    );
  }

  static async start(source: DataSource, prefix: string, name = 'node'): Promise<TableNode> {
    Logger.overrideLogger(false);
    const settings = {
      redisUrl: testRedisUrl(),
      redisSocketTimeoutSeconds: 2,
      redisSocketConnectTimeoutSeconds: 2,
    };
    const redis = connectRedis(settings, 'game');
    await waitUntilReady(redis);
    return new TableNode(source, redis, new Keys(prefix), name);
  }

  async row(tableId: string): Promise<TableRow> {
    const rows = await this.tables.tablesToHost('main');
    const row = rows.find((each) => each.tableId === tableId);
    if (row === undefined) throw new Error('The table is not for play');
    return row;
  }

  /** Opens a table past all leases, as a node does that believes it may. */
  async open(
    tableId: string,
    onLost: (reason: 'fenced' | 'lost') => void = () => undefined,
  ): Promise<HostedTable> {
    const hosted = await this.opener.open(await this.row(tableId), onLost);
    if (hosted === null) throw new Error('Somebody else has the table');
    this.opened.push(hosted);
    hosted.actor.wake();
    return hosted;
  }

  /** Ends as a killed process does: nothing is handed over. */
  async crash(): Promise<void> {
    for (const { actor, settler } of this.opened.splice(0)) {
      await actor.close();
      await settler.stop(0);
    }
  }

  async stop(): Promise<void> {
    this.log.breaksAt = null;
    await this.crash();
    await this.host.drain();
    this.redis.disconnect();
  }
}

/** Waits for what a table does by itself. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`In vain waited for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const viewOf = (actor: TableActor): TableView => actor.table.snapshot().table;
