import { Logger } from '@nestjs/common';
import {
  connectRedis,
  Keys,
  Leases,
  NodeLine,
  NodeRegistry,
  TableLog,
  waitUntilReady,
  type CommitOutcome,
  type CommitRequest,
} from '@cardroom/cache';
import { KillSwitches } from '@cardroom/database';
import { Ledger } from '@cardroom/ledger';
import { LimitRepository, PlayLimits } from '@cardroom/limits';
import { HealthRegistry, SealedBox } from '@cardroom/platform';
import { generateSecrets, testRedisUrl } from '@cardroom/testing';
import type { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';

import { GatewayConfig } from '../config/gateway.config';
import { COMMAND_BUDGET } from '../connection/rate-limit.rules';
import { FairDeckSource } from '../deck/deck-source';
import { DeckVault } from '../deck/deck-vault';
import { NodeDeaths } from '../nodes/node-deaths';
import { NodePeers } from '../nodes/node-peers';
import { NodePulse } from '../nodes/node-pulse';
import { Placement } from '../routing/placement';
import { SeatMoneyRepository } from '../seats/seat-money.repository';
import { DealRootRepository } from '../settlement/deal-root.repository';
import { SettlementRepository } from '../settlement/settlement.repository';
import type { PlayCommand, Player } from './player-commands';
import { Broadcasts, TestClock } from './recorded-table.builder';
import type { TableActor } from './table.actor';
import { TableHost } from './table.host';
import { TableOpener, type HostedTable } from './table.opener';
import { TableRepository, type TableRow } from './table.repository';

/** Where a process breaks off: before its commit reaches Redis, or before the answer reaches it. */
export type Break = 'before commit' | 'after commit' | 'before trim';

class BreakableLog extends TableLog {
  breaksAt: Break | null = null;
  /** What else happens while it breaks off. */
  meanwhile: () => Promise<void> = () => Promise.resolve();

  override async commit(request: CommitRequest): Promise<CommitOutcome> {
    if (this.breaksAt === 'before commit') {
      await this.meanwhile();
      throw new Error('broken off before the commit');
    }
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
  readonly vault = new DeckVault(new SealedBox(SECRETS.cardSealKey));
  readonly opener: TableOpener;
  readonly pulse: NodePulse;
  readonly line: NodeLine;
  readonly host: TableHost;
  readonly placement: Placement;
  private readonly opened: HostedTable[] = [];
  private ears: Redis | null = null;

  private constructor(
    source: DataSource,
    readonly redis: Redis,
    readonly keys: Keys,
    readonly prefix: string,
    name: string,
  ) {
    const ledger = new Ledger();
    this.money = new SeatMoneyRepository(
      ...([source, ledger, new PlayLimits(new LimitRepository()), new KillSwitches()] as const),
    );
    const roots = new DealRootRepository(source);
    this.settlements = new SettlementRepository(source, ledger, roots);
    this.tables = new TableRepository(source);
    this.log = new BreakableLog(redis, keys);
    const reporter = { report: (cause: unknown): void => void this.faults.push(cause) };
    this.opener = new TableOpener(
      ...([this.clock, this.tables, this.log] as const),
      this.vault,
      new FairDeckSource(),
      ...([this.money, this.settlements, roots, this.io, reporter] as const),
    );
    const [leases, registry] = [new Leases(redis, keys), new NodeRegistry(redis, keys)];
    this.line = new NodeLine(redis, keys, name);
    this.pulse = new NodePulse(name, {
      ...{ leases, registry, deaths: new NodeDeaths(this.line), close: () => undefined },
      onReconnect: (listener) => redis.on('ready', listener),
    });
    const peers = new NodePeers(this.line);
    this.host = new TableHost(
      ...([new GatewayConfig(), name, this.tables, this.pulse, peers] as const),
      ...([this.opener, this.io, new HealthRegistry()] as const),
    );
    this.placement = new Placement(name, this.pulse, this.tables, this.host, peers);
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
    return new TableNode(source, redis, new Keys(prefix), prefix, name);
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

  /** Hears other nodes from now on; without it, it knows nothing of their deaths. */
  async listen(): Promise<void> {
    this.ears = this.redis.duplicate();
    await waitUntilReady(this.ears);
    await this.line.listen(this.ears, () => Promise.resolve(null));
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
    await this.pulse.stop();
    this.ears?.disconnect();
    this.redis.disconnect();
  }
}

/** As often as one socket may ask for any length of time, with a little to spare. */
export const SOCKET_ASKS_EVERY_MS = 1_200 / COMMAND_BUDGET.perSecond;

export const seated = (actor: TableActor): number =>
  actor.table.state.seats.filter((at) => at !== null).length;

export function playerToAct({ table }: TableActor): Player {
  const userId = table.state.seats[table.turn?.seat ?? -1]?.userId ?? '';
  return { userId, nickname: userId, isStaff: false };
}

/** What the player to act sends; the same moment gives the same command. */
export function actOf(
  actor: TableActor,
  action: 'call' | 'fold',
): { readonly command: PlayCommand; readonly player: Player } {
  const { state, version, handId } = actor.table;
  const command: PlayCommand = {
    ...{ type: 'table.act', cmdId: `${action}-${version}`, tableId: state.tableId },
    ...{ handId: handId ?? '', stateVersion: version, action },
  };
  return { command, player: playerToAct(actor) };
}
