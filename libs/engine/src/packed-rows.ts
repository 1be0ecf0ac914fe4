/**
 * Few values under large keys, in one short array that is read by two look-ups without a comparison.
 *
 * Keys are cut into rows of neighbours; the rows are laid over each other so that no two used
 * places meet.
 */
export interface PackedRows {
  /** By row: what to add to a key of that row for its place in `values`. */
  readonly rowShifts: Int32Array;
  readonly values: Uint16Array;
}

/** A row is 2⁹ neighbouring keys: this gives the smallest tables for rank sums. */
const ROW_BITS = 9;
const WORD_BITS = 32;

/** The value under a key that was packed; anything under one that was not. */
export const readPacked = ({ rowShifts, values }: PackedRows, key: number): number =>
  values[(rowShifts[key >>> ROW_BITS] ?? 0) + key] ?? 0;

/**
 * Packs values of 16 bits under different keys of up to 30.
 *
 * @example readPacked(packRows([70_000, 5], [7, 8]), 70_000) // 7
 */
export function packRows(keys: readonly number[], valueOf: readonly number[]): PackedRows {
  const rowShifts = shiftsOf(Int32Array.from(keys).sort());
  const places = keys.map((key) => (rowShifts[key >> ROW_BITS] ?? 0) + key);
  const values = new Uint16Array(places.reduce((last, place) => Math.max(last, place), 0) + 1);
  places.forEach((place, index) => (values[place] = valueOf[index] ?? 0));
  return { rowShifts, values };
}

/** Lays the fullest row first, each as early as it fits after the last one of its size. */
function shiftsOf(sortedKeys: Int32Array): Int32Array {
  const rows = rowsOf(sortedKeys);
  const rowShifts = new Int32Array(((sortedKeys.at(-1) ?? 0) >> ROW_BITS) + 1);
  const used = new Int32Array((rows.length + 1) * ((1 << ROW_BITS) / WORD_BITS + 1));
  let fullWords = 0;
  let word = 0;
  let size = 0;
  for (const { row, columns } of rows) {
    if (columns.length !== size) word = fullWords;
    size = columns.length;
    let free = freeStarts(used, columns, word);
    while (free === 0) free = freeStarts(used, columns, (word += 1));
    const start = word * WORD_BITS + (31 - Math.clz32(free & -free));
    rowShifts[row] = start - (row << ROW_BITS);
    for (const column of columns) {
      const place = start + column;
      used[place >> 5] = (used[place >> 5] ?? 0) | (1 << (place & 31));
    }
    while (used[fullWords] === -1) fullWords += 1;
  }
  return rowShifts;
}

interface Row {
  readonly row: number;
  /** Used places, counted from the beginning of the row. */
  readonly columns: Int32Array;
}

/** The rows that have used places, the fullest first. */
function rowsOf(sortedKeys: Int32Array): Row[] {
  const columns = sortedKeys.map((key) => key & ((1 << ROW_BITS) - 1));
  const rows: Row[] = [];
  let from = 0;
  for (let to = 1; to <= columns.length; to += 1) {
    const row = (sortedKeys[from] ?? 0) >> ROW_BITS;
    if (to < columns.length && (sortedKeys[to] ?? 0) >> ROW_BITS === row) continue;
    rows.push({ row, columns: columns.subarray(from, to) });
    from = to;
  }
  return rows.sort((a, b) => b.columns.length - a.columns.length);
}

/** Where a row can begin among 32 places from `word` on, a bit each. */
function freeStarts(used: Int32Array, columns: Int32Array, word: number): number {
  let taken = 0;
  for (let index = 0; index < columns.length && taken !== -1; index += 1) {
    const column = columns[index] ?? 0;
    const at = word + (column >> 5);
    const shift = column & 31;
    const low = (used[at] ?? 0) >>> shift;
    taken |= shift === 0 ? low : low | ((used[at + 1] ?? 0) << (WORD_BITS - shift));
  }
  return ~taken;
}
