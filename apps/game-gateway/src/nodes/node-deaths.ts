import { Logger } from '@nestjs/common';
import type { NodeLine } from '@cardroom/cache';
import { counter } from '@cardroom/platform';

const deathsCount = counter(
  'node_deaths_total',
  'Nodes that this one has seen end without a word.',
);

/**
 * Which nodes have ended without a word. The kernel closes the connections of a process however it
 * ends, so Redis knows at once that nobody listens for it any more; its leases only run out later.
 */
export class NodeDeaths {
  private readonly logger = new Logger(NodeDeaths.name);
  private suspects: ReadonlySet<string> = new Set();
  private gone: ReadonlySet<string> = new Set();
  private isLooking = false;

  constructor(private readonly line: Pick<NodeLine, 'deafOf'>) {}

  /** Until they are listened for again, or nobody asks about them any more. */
  get dead(): ReadonlySet<string> {
    return this.gone;
  }

  /** Whether somebody was deaf at the last look, and will be dead at the next unless heard of. */
  get isInDoubt(): boolean {
    return this.suspects.size > this.gone.size;
  }

  /**
   * Looks who of the nodes is still listened for; whether one is dead that was not before. A node is
   * dead when it was deaf twice in a row: in between, a connection that broke has been made again.
   */
  async look(nodeIds: readonly string[]): Promise<boolean> {
    if (this.isLooking) return false;
    this.isLooking = true;
    try {
      const deaf = nodeIds.length === 0 ? [] : await this.line.deafOf(nodeIds);
      const dead = deaf.filter((nodeId) => this.suspects.has(nodeId));
      const fresh = dead.filter((nodeId) => !this.gone.has(nodeId));
      this.suspects = new Set(deaf);
      this.gone = new Set(dead);
      for (const nodeId of fresh) this.logger.warn({ nodeId }, 'a node has ended without a word');
      deathsCount.inc(fresh.length);
      return fresh.length > 0;
    } catch {
      // Whoever cannot ask knows nothing of others; that Redis is away is told elsewhere.
      this.suspects = new Set();
      this.gone = new Set();
      return false;
    } finally {
      this.isLooking = false;
    }
  }
}
