import type { TablePatch, TableView } from './views';

/**
 * The properties in which two views of one table differ, for a delta. Seats are compared one by
 * one; everything else as a whole. Compares by JSON text: views are small and plain.
 */
export function diffViews(before: TableView, after: TableView): TablePatch {
  const patch: Record<string, unknown> = {};
  for (const key of Object.keys(after) as (keyof TableView)[]) {
    if (key === 'seats') continue;
    if (!sameJson(before[key], after[key])) patch[key] = after[key];
  }
  const seats: Record<string, unknown> = {};
  for (const [seat, view] of Object.entries(after.seats)) {
    if (!sameJson(before.seats[seat], view)) seats[seat] = view;
  }
  if (Object.keys(seats).length > 0) patch['seats'] = seats;
  return patch;
}

/** What a client does with a delta: `applyPatch(before, diffViews(before, after))` equals `after`. */
export function applyPatch(view: TableView, patch: TablePatch): TableView {
  return { ...view, ...patch, seats: { ...view.seats, ...patch.seats } };
}

const sameJson = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);
