import type { LiveNode } from '@cardroom/cache';

import { placesOf } from '../nodes/placement.rules';
import type { TableRow } from './table.repository';

/** Left by the node that they were for in so many looks, a table is for whoever sees it. */
const PATIENCE_LOOKS = 2;

/** Which of the tables that nobody hosts this node takes. */
export class OrphanTables {
  private looks = new Map<string, number>();

  constructor(private readonly nodeId: string) {}

  /** `nodes` may be given tables; with none of them known, Redis is away and the lease decides. */
  toTake(orphans: readonly TableRow[], nodes: readonly LiveNode[]): readonly TableRow[] {
    const places = placesOf(
      orphans.map(({ tableId }) => tableId),
      nodes,
    );
    const seen = orphans.map(
      ({ tableId }) => [tableId, (this.looks.get(tableId) ?? 0) + 1] as const,
    );
    this.looks = new Map(seen);
    return orphans.filter(
      ({ tableId }) =>
        places.get(tableId) === this.nodeId || (this.looks.get(tableId) ?? 0) > PATIENCE_LOOKS,
    );
  }
}
