/** An id is made a moment before its row, by another clock: so far apart they may be. */
export const CLOCKS_APART_MS = 3_600_000;

/** The first id that rises with time which could be made at a moment; moments before 1970 are that. */
export function firstIdAt(atMs: number): string {
  const hex = Math.max(Math.floor(atMs), 0).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
