import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { isHandRunning } from '@cardroom/engine';
import {
  APP_CONFIG,
  currentRequestId,
  HealthRegistry,
  requestIdOf,
  sampledGauge,
  SERVER_ID,
} from '@cardroom/platform';
import type { LobbyTable } from '@cardroom/protocol';

import type { GatewayConfig } from '../config/gateway.config';
import { NodePeers } from '../nodes/node-peers';
import { NodePulse } from '../nodes/node-pulse';
import { relieverOf, takers } from '../nodes/placement.rules';
import { handVoidedNotice } from './hand-in-progress';
import { HostedTables, isAtRest, playersOf, type SeatedPlayer } from './hosted-tables';
import { OrphanTables } from './orphan-tables';
import { OutdatedTables } from './outdated-tables';
import { PoolTables } from './pool-tables';
import type { TableActor } from './table.actor';
import { TableBroadcaster } from './table.io';
import { TableOpener } from './table.opener';
import { TableRepository, type TableRow } from './table.repository';

const ROUND_MS = 1_000;
/** The players of all tables have been looked for after so many rounds. */
const ATTENDANCE_ROUNDS = 20;
const SETTLE_GRACE_MS = 5_000;
/** So many tables are opened at a time: each waits for PostgreSQL and Redis. */
const OPEN_AT_A_TIME = 8;

/** Hosts tables of a pool: takes leases, opens actors, hands over what others are to host. */
@Injectable()
export class TableHost implements OnApplicationBootstrap {
  private readonly logger = new Logger(TableHost.name);
  private readonly hosted = new HostedTables();
  private readonly opening = new Map<string, Promise<boolean>>();
  private readonly orphans: OrphanTables;
  private readonly poolTables: PoolTables;
  private readonly outdated = new OutdatedTables();
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();
  private isDraining = false;
  private rounds = 0;
  /** Tables that Redis has lost: they open again when their finished hands are in PostgreSQL. */
  private readonly lost = new Set<string>();

  constructor(
    @Inject(APP_CONFIG) private readonly config: Pick<GatewayConfig, 'tablePool'>,
    @Inject(SERVER_ID) private readonly nodeId: string,
    private readonly tables: TableRepository,
    private readonly pulse: NodePulse,
    private readonly peers: NodePeers,
    private readonly opener: TableOpener,
    private readonly io: TableBroadcaster,
    private readonly health: HealthRegistry,
  ) {
    this.orphans = new OrphanTables(nodeId);
    this.poolTables = new PoolTables(tables, config.tablePool);
  }

  async onApplicationBootstrap(): Promise<void> {
    sampledGauge('gateway_tables', 'Tables that this process hosts.', () => this.hosted.size);
    sampledGauge('seated_players', 'Seats taken at the tables of this process.', () =>
      this.lobby().reduce((sum, table) => sum + table.seated, 0),
    );
    this.health.addDetails(() => ({
      tables: this.hosted.size,
      hands: this.hosted.handsInProgress(),
    }));
    await this.pulse.start({
      load: () => ({ ...this.pool, tables: this.hosted.size, isDraining: this.isDraining }),
      onLost: (tableId) => this.forget(tableId),
      onDeath: () => this.lookAgain(),
    });
    await this.lookAround();
    this.timer = setInterval(() => this.lookAgain(), ROUND_MS);
  }

  actor(tableId: string): TableActor | null {
    return this.hosted.get(tableId)?.actor ?? null;
  }

  lobby(): LobbyTable[] {
    return this.hosted.lobby();
  }

  /** Hosts a table that nobody hosts; whether this node hosts it now. */
  async hostNow(tableId: string): Promise<boolean> {
    if (this.hosted.has(tableId)) return true;
    if (this.isDraining) return false;
    const row = await this.tables.tableToHost(tableId);
    return row !== null && this.host(row);
  }

  /** Who sits at the tables of this process. */
  seated(): SeatedPlayer[] {
    return this.hosted.seated();
  }

  /** Hands every table over: what is played rests in the log, what is over goes to PostgreSQL. */
  async drain(): Promise<void> {
    this.isDraining = true;
    if (this.timer !== null) clearInterval(this.timer);
    await Promise.all([this.round, ...this.opening.values(), this.pulse.beat()]);
    const others = this.others();
    await Promise.all(
      [...this.hosted.keys()].map((tableId, at) =>
        this.handOver(tableId, others[at % others.length]?.nodeId ?? null),
      ),
    );
  }

  private get pool(): { readonly pool: string } {
    return { pool: this.config.tablePool };
  }

  /** The other nodes that may be given tables, the least loaded first. */
  private others() {
    const { nodes } = this.pulse;
    return takers(nodes, this.config.tablePool).filter(({ nodeId }) => nodeId !== this.nodeId);
  }

  private lookAgain(): void {
    this.round = this.round.then(() => this.lookAround());
  }

  private async lookAround(): Promise<void> {
    if (this.isDraining) return;
    try {
      await this.reopenLost();
      const rows = await this.poolTables.now();
      await this.closeAllBut(rows.filter((row) => !row.isClosed));
      this.outdated.compare(rows, this.hosted);
      await this.refit();
      await this.takeOrphans(rows.filter(({ tableId }) => !this.hosted.has(tableId)));
      await this.relieve();
      await this.io.lookFor(this.playersInTurn());
    } catch (cause) {
      this.logger.warn({ err: cause }, 'could not look after the tables of the pool');
    }
  }

  /** Hosts those of the tables that nobody hosts and that are this node's to take. */
  private async takeOrphans(rows: readonly TableRow[]): Promise<void> {
    const owners = await this.pulse.ownersOf(rows.map(({ tableId }) => tableId));
    const orphans = rows.filter((_, at) => (owners[at] ?? this.nodeId) === this.nodeId);
    const ours = this.orphans.toTake(orphans, takers(this.pulse.nodes, this.config.tablePool));
    for (let from = 0; from < ours.length; from += OPEN_AT_A_TIME) {
      if (this.isDraining) return;
      const some = ours.slice(from, from + OPEN_AT_A_TIME).map(({ tableId }) => tableId);
      // Read anew: where a table goes on from is told by how many hands PostgreSQL has of it.
      await Promise.all((await this.tables.toHostOf(some)).map((row) => this.host(row)));
    }
  }

  /** Opens tables again whose settings staff have changed, between two hands: the next plays by them. */
  private async refit(): Promise<void> {
    for (const tableId of this.outdated.all()) {
      const hosted = this.hosted.get(tableId);
      if (hosted === undefined || !isAtRest(hosted)) continue;
      this.logger.log({ tableId }, 'opening the table with its new settings');
      await this.letGo(tableId);
      this.outdated.forget(tableId);
      await this.hostNow(tableId);
    }
  }

  /** Gives one table, between two of its hands, to a node that has fewer. */
  private async relieve(): Promise<void> {
    const reliever = relieverOf(this.hosted.size, this.others());
    if (reliever === null) return;
    for (const [tableId, hosted] of this.hosted) {
      if (!isAtRest(hosted)) continue;
      this.logger.log({ tableId, to: reliever }, 'giving the table to a node that has fewer');
      return this.handOver(tableId, reliever);
    }
  }

  /** A node that was killed has told nobody of its players: of those who sit here it is found out. */
  private playersInTurn(): string[] {
    this.rounds += 1;
    return this.hosted.playersOfPart(this.rounds % ATTENDANCE_ROUNDS, ATTENDANCE_ROUNDS);
  }

  /** A table that is closed for play is let go when its last player has left with their chips. */
  private async closeAllBut(open: readonly TableRow[]): Promise<void> {
    const isOpen = new Set(open.map(({ tableId }) => tableId));
    for (const [tableId, { actor, duties, settler }] of [...this.hosted]) {
      duties.setClosing(!isOpen.has(tableId));
      if (isOpen.has(tableId)) continue;
      const { state, deals } = actor.table;
      const isEmpty = state.seats.every((at) => at === null) && deals.state.announced === null;
      if (isEmpty && settler.backlogHands === 0) await this.letGo(tableId);
      else actor.wake();
    }
  }

  /** Whoever wants a table that is being opened waits for the same opening. */
  private host(row: TableRow): Promise<boolean> {
    const { tableId } = row;
    if (this.hosted.has(tableId)) return Promise.resolve(true);
    const opening = this.opening.get(tableId) ?? this.open(row);
    this.opening.set(tableId, opening);
    return opening.finally(() => this.opening.delete(tableId));
  }

  /** One table that does not open must not keep the others closed. */
  private async open(row: TableRow): Promise<boolean> {
    const { tableId } = row;
    if (!(await this.pulse.acquire(tableId))) return false;
    try {
      const hosted = await this.opener.open(row, (reason) => this.lose(tableId, reason));
      if (hosted !== null) {
        await this.io.lookFor(playersOf(hosted));
        this.hosted.set(tableId, hosted);
        this.logger.log({ tableId }, 'hosting the table');
        this.io.snapshot(hosted.actor.table.snapshot());
        hosted.actor.wake();
        return true;
      }
    } catch (cause) {
      this.logger.error({ tableId, err: cause }, 'the table does not open');
    }
    await this.pulse.release(tableId);
    return false;
  }

  private lose(tableId: string, reason: 'fenced' | 'lost'): void {
    if (reason === 'fenced') this.forget(tableId);
    else this.voidHand(tableId);
  }

  /** The table is not ours any more: its actor must not touch it again. */
  private forget(tableId: string): void {
    const hosted = this.hosted.get(tableId);
    if (hosted === undefined) return;
    this.hosted.delete(tableId);
    this.lost.delete(tableId);
    this.logger.warn({ tableId }, 'the table is no longer hosted here');
    void hosted.actor.close();
    void hosted.settler.stop(0);
    void this.pulse.release(tableId);
  }

  /** Redis has lost the table: the hand in progress is void. Rule: docs/rules/holdem.md §9. */
  private voidHand(tableId: string): void {
    const hosted = this.hosted.get(tableId);
    if (hosted === undefined || this.lost.has(tableId)) return;
    const { actor, settler } = hosted;
    this.lost.add(tableId);
    const ended = actor.table.lost('state_lost', requestIdOf(currentRequestId()));
    this.logger.error({ tableId, handId: ended?.handId }, 'Redis has lost the table');
    if (ended !== null) settler.add(ended);
    if (isHandRunning(actor.table.state)) {
      this.io.tableNotice(tableId, handVoidedNotice(tableId));
    }
    void settler.idle().then(() => this.lookAgain());
  }

  /**
   * Once the finished hands that only this process remembers are in PostgreSQL, the table opens
   * again with the seats that PostgreSQL has; what is left of its log is not played on from.
   */
  private async reopenLost(): Promise<void> {
    for (const tableId of [...this.lost]) {
      const hosted = this.hosted.get(tableId);
      if (hosted === undefined || hosted.settler.backlogHands > 0) continue;
      await hosted.store.forget();
      this.forget(tableId);
    }
  }

  private async handOver(tableId: string, nodeId: string | null): Promise<void> {
    await this.letGo(tableId);
    if (nodeId !== null) await this.peers.host(nodeId, tableId);
  }

  private async letGo(tableId: string): Promise<void> {
    const hosted = this.hosted.get(tableId);
    if (hosted === undefined) return;
    hosted.duties.drain();
    await hosted.actor.close();
    await hosted.settler.stop(SETTLE_GRACE_MS);
    this.hosted.delete(tableId);
    await this.pulse.release(tableId);
  }
}
