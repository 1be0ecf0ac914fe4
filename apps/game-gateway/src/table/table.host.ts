import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Leases } from '@cardroom/cache';
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
import { handVoidedNotice } from './hand-in-progress';
import type { TableActor } from './table.actor';
import { TableBroadcaster } from './table.io';
import { TableOpener, type HostedTable } from './table.opener';
import { TableRepository, type TableRow } from './table.repository';
import { lobbyTable } from './table.views';

const LEASE_TTL_MS = 6_000;
const LEASE_RENEWAL_MS = 2_000;
const SETTLE_GRACE_MS = 5_000;

/** Hosts the tables of a pool: takes leases, opens actors, lets go of what is not ours any more. */
@Injectable()
export class TableHost implements OnApplicationBootstrap {
  private readonly logger = new Logger(TableHost.name);
  private readonly hosted = new Map<string, HostedTable>();
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();
  private isDraining = false;
  /** Tables that Redis has lost: they open again when their finished hands are in PostgreSQL. */
  private readonly lost = new Set<string>();

  constructor(
    @Inject(APP_CONFIG) private readonly config: GatewayConfig,
    @Inject(SERVER_ID) private readonly nodeId: string,
    private readonly tables: TableRepository,
    private readonly leases: Leases,
    private readonly opener: TableOpener,
    private readonly io: TableBroadcaster,
    private readonly health: HealthRegistry,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    sampledGauge('gateway_tables', 'Tables that this process hosts.', () => this.hosted.size);
    sampledGauge('seated_players', 'Seats taken at the tables of this process.', () =>
      this.lobby().reduce((sum, table) => sum + table.seated, 0),
    );
    this.health.addDetails(() => ({ tables: this.hosted.size, hands: this.handsInProgress() }));
    await this.lookAround();
    this.timer = setInterval(() => this.lookAgain(), LEASE_RENEWAL_MS);
  }

  actor(tableId: string): TableActor | null {
    return this.hosted.get(tableId)?.actor ?? null;
  }

  /** Why there is no actor: the table is on its way from one owner to the next, or there is none. */
  async refusalOf(tableId: string): Promise<'TABLE_MOVED' | 'TABLE_CLOSED' | 'TABLE_NOT_FOUND'> {
    const status = await this.tables.statusOf(tableId, this.config.tablePool);
    if (status === null) return 'TABLE_NOT_FOUND';
    return status === 'closed' ? 'TABLE_CLOSED' : 'TABLE_MOVED';
  }

  lobby(): LobbyTable[] {
    return [...this.hosted.values()].map(({ row, actor }) =>
      lobbyTable(actor.table.state, row.name, row.pool, actor.table.status),
    );
  }

  /** Hands every table over: what is played rests in the log, what is over goes to PostgreSQL. */
  async drain(): Promise<void> {
    this.isDraining = true;
    if (this.timer !== null) clearInterval(this.timer);
    await this.round;
    await Promise.all([...this.hosted.keys()].map((tableId) => this.letGo(tableId)));
  }

  private handsInProgress(): number {
    return [...this.hosted.values()].filter(({ actor }) => isHandRunning(actor.table.state)).length;
  }

  private lookAgain(): void {
    this.round = this.round.then(() => this.lookAround());
  }

  private async lookAround(): Promise<void> {
    if (this.isDraining) return;
    try {
      await this.renewLeases();
      await this.reopenLost();
      const rows = await this.tables.tablesToHost(this.config.tablePool);
      await this.closeAllBut(rows.filter((row) => !row.isClosed));
      for (const row of rows) {
        if (!this.hosted.has(row.tableId)) await this.host(row);
      }
    } catch (cause) {
      this.logger.warn({ err: cause }, 'could not look after the leases of the tables');
    }
  }

  private async renewLeases(): Promise<void> {
    for (const tableId of [...this.hosted.keys()]) {
      if (await this.leases.renew(tableId, this.nodeId, LEASE_TTL_MS)) continue;
      // Ours has run out: take it again before anybody else does, or let go.
      if (await this.leases.acquire(tableId, this.nodeId, LEASE_TTL_MS)) continue;
      this.logger.warn({ tableId }, 'another node has the lease of the table');
      await this.letGo(tableId);
    }
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

  /** One table that does not open must not keep the others closed. */
  private async host(row: TableRow): Promise<void> {
    const { tableId } = row;
    if (!(await this.leases.acquire(tableId, this.nodeId, LEASE_TTL_MS))) return;
    try {
      const hosted = await this.opener.open(row, (reason) => this.lose(tableId, reason));
      if (hosted !== null) {
        this.hosted.set(tableId, hosted);
        this.logger.log({ tableId }, 'hosting the table');
        this.io.snapshot(hosted.actor.table.snapshot());
        hosted.actor.wake();
        return;
      }
    } catch (cause) {
      this.logger.error({ tableId, err: cause }, 'the table does not open');
    }
    await this.leases.release(tableId, this.nodeId);
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
    void this.leases.release(tableId, this.nodeId).catch(() => undefined);
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

  private async letGo(tableId: string): Promise<void> {
    const hosted = this.hosted.get(tableId);
    if (hosted === undefined) return;
    hosted.duties.drain();
    await hosted.actor.close();
    await hosted.settler.stop(SETTLE_GRACE_MS);
    this.hosted.delete(tableId);
    await this.leases.release(tableId, this.nodeId).catch(() => false);
  }
}
