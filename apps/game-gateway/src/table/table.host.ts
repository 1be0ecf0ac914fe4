import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Leases, TableLog } from '@cardroom/cache';
import {
  APP_CONFIG,
  currentRequestId,
  ErrorReporter,
  gauge,
  HealthRegistry,
  requestIdOf,
  SERVER_ID,
} from '@cardroom/platform';
import type { LobbyTable } from '@cardroom/protocol';

import type { GatewayConfig } from '../config/gateway.config';
import { DeckSource } from '../deck/deck-source';
import { DeckVault } from '../deck/deck-vault';
import { SeatMoneyRepository } from '../seats/seat-money.repository';
import { SettlementRepository } from '../settlement/settlement.repository';
import { Settler } from '../settlement/settler';
import { LiveTable } from './live-table';
import { TableActor } from './table.actor';
import { TableChores } from './table.chores';
import { TableBroadcaster } from './table.io';
import { TableRepository, type TableRow } from './table.repository';
import { TableStore } from './table.store';
import { lobbyTable } from './table.views';
import { SYSTEM_CLOCK } from './turn-clock';

interface Hosted {
  readonly row: TableRow;
  readonly actor: TableActor;
  readonly settler: Settler;
}

const LEASE_TTL_MS = 6_000;
const LEASE_RENEWAL_MS = 2_000;
const SETTLE_GRACE_MS = 5_000;

/** Hosts the tables of a pool: takes leases, opens actors, lets go of what is not ours any more. */
@Injectable()
export class TableHost implements OnApplicationBootstrap {
  private readonly logger = new Logger(TableHost.name);
  private readonly hosted = new Map<string, Hosted>();
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();
  private isDraining = false;

  constructor(
    @Inject(APP_CONFIG) private readonly config: GatewayConfig,
    @Inject(SERVER_ID) private readonly nodeId: string,
    private readonly tables: TableRepository,
    private readonly log: TableLog,
    private readonly leases: Leases,
    private readonly vault: DeckVault,
    private readonly decks: DeckSource,
    private readonly money: SeatMoneyRepository,
    private readonly settlements: SettlementRepository,
    private readonly io: TableBroadcaster,
    private readonly reporter: ErrorReporter,
    private readonly health: HealthRegistry,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const tablesGauge = gauge('gateway_tables', 'Tables that this process hosts.');
    const seatedGauge = gauge('seated_players', 'Seats taken at the tables of this process.');
    this.health.addDetails(() => ({ tables: this.hosted.size }));
    await this.lookAround();
    this.timer = setInterval(() => {
      this.round = this.round.then(() => this.lookAround());
      tablesGauge.set(this.hosted.size);
      seatedGauge.set(this.lobby().reduce((sum, table) => sum + table.seated, 0));
    }, LEASE_RENEWAL_MS);
  }

  actor(tableId: string): TableActor | null {
    return this.hosted.get(tableId)?.actor ?? null;
  }

  lobby(): LobbyTable[] {
    return [...this.hosted.values()].map(({ row, actor }) =>
      lobbyTable(actor.table.state, row.name, row.pool, actor.table.isPaused ? 'paused' : 'open'),
    );
  }

  /** Hands every table over: what is played rests in the log, what is over goes to PostgreSQL. */
  async drain(): Promise<void> {
    this.isDraining = true;
    if (this.timer !== null) clearInterval(this.timer);
    await this.round;
    await Promise.all([...this.hosted.keys()].map((tableId) => this.letGo(tableId)));
  }

  private async lookAround(): Promise<void> {
    if (this.isDraining) return;
    try {
      await this.renewLeases();
      for (const row of await this.tables.openTables(this.config.tablePool)) {
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

  private async host(row: TableRow): Promise<void> {
    if (!(await this.leases.acquire(row.tableId, this.nodeId, LEASE_TTL_MS))) return;
    const hosted = await this.open(row);
    if (hosted === null) {
      await this.leases.release(row.tableId, this.nodeId);
      return;
    }
    this.hosted.set(row.tableId, hosted);
    this.logger.log({ tableId: row.tableId }, 'hosting the table');
    this.io.snapshot(hosted.actor.table.snapshot());
    hosted.actor.wake();
  }

  private async open(row: TableRow): Promise<Hosted | null> {
    const { tableId } = row;
    const token = await this.tables.nextFencingToken();
    const store = new TableStore(this.log, this.vault, row, token);
    if ((await store.claim(0)) === null) return null;
    const restored = await store.restore();
    if (restored === null) return null;
    const { io, vault, decks, money, reporter, log } = this;
    const settler = new Settler(
      { repository: this.settlements, log, reporter },
      { tableId, token },
      { onSettled: () => actor.wake(), onFenced: () => this.forget(tableId) },
    );
    const live = (from: typeof restored): LiveTable =>
      new LiveTable(
        {
          ...{ store, vault, io, row },
          clock: SYSTEM_CLOCK,
          onFinished: (hand) => {
            settler.add(hand);
            actor.handEnded();
          },
        },
        from,
      );
    const actor: TableActor = new TableActor(live(restored), {
      clock: SYSTEM_CLOCK,
      settler,
      chores: new TableChores({ tableId, money, decks, io }),
      reload: async () => {
        const again = await store.restore();
        if (again === null) return null;
        again.unsettled.forEach((hand) => settler.add(hand));
        const table = live(again);
        io.snapshot(table.snapshot());
        return table;
      },
      onLost: (reason) => {
        if (reason === 'fenced') this.forget(tableId);
        else void this.voidAndReopen(tableId);
      },
    });
    restored.unsettled.forEach((hand) => settler.add(hand));
    return { row, actor, settler };
  }

  /** The table is not ours any more: its actor must not touch it again. */
  private forget(tableId: string): void {
    const hosted = this.hosted.get(tableId);
    if (hosted === undefined) return;
    this.hosted.delete(tableId);
    this.logger.warn({ tableId }, 'the table is no longer hosted here');
    void hosted.actor.close();
    void hosted.settler.stop(0);
    void this.leases.release(tableId, this.nodeId).catch(() => undefined);
  }

  /**
   * Redis has lost the table: the hand in progress is void, finished hands that are still in memory
   * go to PostgreSQL, and the table opens again with the seats that PostgreSQL has.
   */
  private async voidAndReopen(tableId: string): Promise<void> {
    const hosted = this.hosted.get(tableId);
    if (hosted === undefined) return;
    const { actor, settler } = hosted;
    const voided = actor.table.voidedHand('state_lost', requestIdOf(currentRequestId()));
    this.logger.error({ tableId, handId: voided?.handId }, 'Redis has lost the table');
    if (voided !== null) {
      settler.add(voided);
      const message = 'The hand is void: every seat has its chips of before.';
      this.io.tableNotice(tableId, { code: 'HAND_VOIDED', message, tableId });
    }
    await settler.stop(SETTLE_GRACE_MS);
    this.forget(tableId);
  }

  private async letGo(tableId: string): Promise<void> {
    const hosted = this.hosted.get(tableId);
    if (hosted === undefined) return;
    hosted.actor.drain();
    await hosted.actor.close();
    await hosted.settler.stop(SETTLE_GRACE_MS);
    this.hosted.delete(tableId);
    await this.leases.release(tableId, this.nodeId).catch(() => false);
  }
}
