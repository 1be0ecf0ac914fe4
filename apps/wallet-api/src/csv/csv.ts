/** What a cell holds: a number is a number, a text may hold anything. */
export type CsvCell = string | number | null;

/** Before these a spreadsheet calculates what follows. */
const FORMULA = /^[\s]*[=+\-@\t\r\n|%]/;
const NEEDS_QUOTES = /[",\r\n;]|^\s|\s$/;

/**
 * A cell as CSV writes it. A text that a spreadsheet would take for a formula gets an apostrophe in
 * front, whatever it is; numbers are left as they are.
 *
 * @example csvCell('=HYPERLINK("x")') // `"'=HYPERLINK(""x"")"`
 */
export function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const isFormula = FORMULA.test(cell);
  const text = isFormula ? `'${cell}` : cell;
  return isFormula || NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line by RFC 4180, with its end. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Tells spreadsheets that the text is UTF-8. */
export const CSV_MARK = '\uFEFF';
