import { setTimeout as pause } from 'node:timers/promises';

import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Leases, LiveNode, NodeLoad, NodeRegistry } from '@cardroom/cache';
import { gauge } from '@cardroom/platform';

import type { NodeDeaths } from './node-deaths';
import { isAlone } from './placement.rules';

/**
 * A node that was stopped, or whose machine is gone, says nothing and closes nothing: its tables are
 * taken over when its leases have run out. Of a process that ended others know sooner.
 */
export const LEASE_TTL_MS = 3_000;
const RENEWAL_MS = 1_000;
/** A death is believed at the second look. */
const LOOK_FOR_DEATHS_MS = 250;

const nodesGauge = gauge('gateway_nodes', 'Gateway processes that this one knows to be alive.');

export interface PulseSource {
  readonly load: () => Omit<NodeLoad, 'nodeId' | 'connections'>;
  /** Another node has the lease of a table. */
  readonly onLost: (tableId: string) => void;
  /** A node has ended without a word: its tables are to be hosted now. */
  readonly onDeath: () => void;
}

/**
 * Says every second that this node lives and that its tables are its own, by a connection that
 * waits for nothing else: neither PostgreSQL nor a long commit may cost a table.
 */
export class NodePulse implements OnApplicationShutdown {
  private readonly logger = new Logger(NodePulse.name);
  private readonly held = new Set<string>();
  /** What this node played when Redis was away last. */
  private readonly played = new Set<string>();
  private source: PulseSource | null = null;
  private timers: readonly NodeJS.Timeout[] = [];
  private countConnections = (): number => 0;
  private isBeating = false;
  private known: readonly LiveNode[] = [];
  /** When another node asked this one last. */
  private askedAtMs: number | null = null;
  /**
   * After Redis was away its tables are left to those who played them, for as long as a lease lasts.
   * They alone know what players have seen: Redis may have come back empty, or without its last
   * writes, and then it is they who end the hand as void.
   */
  private precedenceUntilMs = 0;

  constructor(
    private readonly nodeId: string,
    private readonly deps: {
      readonly leases: Pick<Leases, 'acquire' | 'renew' | 'release' | 'ownerOf' | 'ownersOf'>;
      readonly registry: Pick<NodeRegistry, 'beat' | 'leave'>;
      readonly deaths: Pick<NodeDeaths, 'look' | 'dead' | 'isInDoubt'>;
      /** Tells each time that Redis is reached again. */
      readonly onReconnect: (listener: () => void) => void;
      readonly close: () => void;
    },
  ) {
    deps.onReconnect(() => {
      for (const tableId of this.held) this.played.add(tableId);
      this.precedenceUntilMs = performance.now() + LEASE_TTL_MS;
      void this.beat();
    });
  }

  /** Everybody who was alive at the last beat and has not ended since, this node among them. */
  get nodes(): readonly LiveNode[] {
    const { dead } = this.deps.deaths;
    return dead.size === 0 ? this.known : this.known.filter(({ nodeId }) => !dead.has(nodeId));
  }

  /**
   * Whether no other node can have a player of our tables: then nothing that they say has to travel.
   * A node that has just begun is known by what it asks, before it is known by a beat.
   */
  get isAlone(): boolean {
    const sinceAskedMs = this.askedAtMs === null ? null : performance.now() - this.askedAtMs;
    return isAlone(this.known, this.nodeId, sinceAskedMs);
  }

  /** Another node asks this one, and so has players of its tables. */
  wasAsked(): void {
    this.askedAtMs = performance.now();
  }

  /** Whoever has the sockets says how many there are. */
  countsConnectionsBy(count: () => number): void {
    this.countConnections = count;
  }

  /**
   * Begins, and knows the other nodes when it resolves: also who of them is dead. Whoever is started
   * again after a crash would else be ready before it has the tables of its life before.
   */
  async start(source: PulseSource): Promise<void> {
    this.source = source;
    this.timers = [setInterval(() => void this.beat(), RENEWAL_MS)];
    await this.beat();
    await this.lookForDeaths();
    if (this.deps.deaths.isInDoubt) {
      await pause(LOOK_FOR_DEATHS_MS);
      await this.lookForDeaths();
    }
    this.timers = [
      ...this.timers,
      setInterval(() => void this.lookForDeaths(), LOOK_FOR_DEATHS_MS),
    ];
  }

  /** Says how things are at once, not with the next beat. */
  async beat(): Promise<void> {
    if (this.isBeating || this.source === null) return;
    this.isBeating = true;
    try {
      const connections = this.countConnections();
      const load = { nodeId: this.nodeId, connections, ...this.source.load() };
      const [nodes] = await Promise.all([this.deps.registry.beat(load), this.renewAll()]);
      this.known = nodes;
      nodesGauge.set(nodes.length);
    } catch (cause) {
      this.logger.warn({ err: cause }, 'the leases of the tables could not be renewed');
    } finally {
      this.isBeating = false;
    }
  }

  /** False as well where the table is for the moment left to whoever has played it. */
  async acquire(tableId: string): Promise<boolean> {
    if (performance.now() < this.precedenceUntilMs) {
      if (!this.played.has(tableId)) return false;
    } else this.played.clear();
    const dead = [...this.deps.deaths.dead];
    const isOurs = await this.deps.leases.acquire(tableId, this.nodeId, LEASE_TTL_MS, dead);
    if (isOurs) this.held.add(tableId);
    return isOurs;
  }

  async release(tableId: string): Promise<void> {
    this.held.delete(tableId);
    await this.deps.leases.release(tableId, this.nodeId).catch(() => false);
  }

  /** Null where nobody has the table who could play it: its lease may still name a dead node. */
  async ownerOf(tableId: string): Promise<string | null> {
    return this.living(await this.deps.leases.ownerOf(tableId));
  }

  async ownersOf(tableIds: readonly string[]): Promise<(string | null)[]> {
    const owners = await this.deps.leases.ownersOf(tableIds);
    return owners.map((owner) => this.living(owner));
  }

  /** The last word: nothing is renewed after it. */
  async stop(): Promise<void> {
    this.timers.forEach((timer) => clearInterval(timer));
    this.source = null;
    await this.deps.registry.leave(this.nodeId).catch(() => undefined);
  }

  onApplicationShutdown(): void {
    this.timers.forEach((timer) => clearInterval(timer));
    this.deps.close();
  }

  private living(owner: string | null): string | null {
    return owner !== null && this.deps.deaths.dead.has(owner) ? null : owner;
  }

  private async lookForDeaths(): Promise<void> {
    // One that drains goes silent in order, and has handed its tables over by then.
    const others = this.known.flatMap(({ nodeId, isDraining }) =>
      nodeId === this.nodeId || isDraining ? [] : nodeId,
    );
    if (await this.deps.deaths.look(others)) this.source?.onDeath();
  }

  private async renewAll(): Promise<void> {
    const lost = await this.deps.leases.renew([...this.held], this.nodeId, LEASE_TTL_MS);
    await Promise.all(lost.map((tableId) => this.takeAgain(tableId)));
  }

  /** Takes a lease that has run out before anybody else does, or lets go. */
  private async takeAgain(tableId: string): Promise<void> {
    if (!this.held.has(tableId)) return;
    if (await this.deps.leases.acquire(tableId, this.nodeId, LEASE_TTL_MS)) return;
    this.held.delete(tableId);
    this.logger.warn({ tableId }, 'another node has the lease of the table');
    this.source?.onLost(tableId);
  }
}
