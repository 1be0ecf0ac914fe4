import type { LiveNode } from '@cardroom/cache';

/** Whoever has not been heard of for so long is given nothing. */
export const FRESH_MS = 3_000;

/** By then a node that asked has said that it lives, or does not. */
const ASKED_MS = 30_000;

/**
 * Whether a node is the only one, by the newest list of all and the time since another asked it; one
 * that has no list yet does not know.
 */
export const isAlone = (
  nodes: readonly LiveNode[],
  nodeId: string,
  sinceAskedMs: number | null,
): boolean =>
  (sinceAskedMs === null || sinceAskedMs > ASKED_MS) &&
  nodes.length > 0 &&
  nodes.every((node) => node.nodeId === nodeId);

/** The nodes that may be given tables of a pool, the least loaded first. */
export function takers(nodes: readonly LiveNode[], pool: string): readonly LiveNode[] {
  return nodes
    .filter((node) => node.pool === pool && !node.isDraining && node.ageMs < FRESH_MS)
    .sort((a, b) => a.tables - b.tables || (a.nodeId < b.nodeId ? -1 : 1));
}

/**
 * Which node takes each table that nobody hosts: always the least loaded one. All nodes compute
 * this from about the same list; where they differ, the lease decides.
 */
export function placesOf(
  tableIds: readonly string[],
  nodes: readonly LiveNode[],
): ReadonlyMap<string, string> {
  const loads = nodes.map(({ nodeId, tables }) => ({ nodeId, tables }));
  const places = new Map<string, string>();
  for (const tableId of [...tableIds].sort()) {
    const [first, ...rest] = loads;
    if (first === undefined) break;
    const least = rest.reduce((a, b) => (isLess(b, a) ? b : a), first);
    least.tables += 1;
    places.set(tableId, least.nodeId);
  }
  return places;
}

interface Load {
  readonly nodeId: string;
  readonly tables: number;
}

const isLess = (a: Load, b: Load): boolean =>
  a.tables < b.tables || (a.tables === b.tables && a.nodeId < b.nodeId);

/**
 * To whom of the others, the least loaded first, a node gives one of its tables; null where that
 * would not make the two more alike.
 */
export function relieverOf(tables: number, [least]: readonly LiveNode[]): string | null {
  return least !== undefined && tables - least.tables >= 2 ? least.nodeId : null;
}
