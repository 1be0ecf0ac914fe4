/** One line of what was measured; also what `--json` writes. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** How many times as much as `against`; null where nothing is compared. */
  readonly ratio: number | null;
  readonly against: string | null;
}

const number = (value: number): string =>
  value.toLocaleString('en-US', { maximumSignificantDigits: 3 });

const HEAD = ['name', 'value', 'unit', 'ratio', 'against'];

const cellsOf = ({ name, value, unit, ratio, against }: Row): string[] => [
  name,
  number(value),
  unit,
  ratio === null ? '' : `${number(ratio)} ×`,
  against ?? '',
];

/** The rows as a table of plain text. */
export function asText(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) =>
    Math.max(...lines.map((cells) => (cells[column] ?? '').length)),
  );
  const isNumber = (column: number): boolean => column === 1 || column === 3;
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return isNumber(column) ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The rows as a table of Markdown. */
export function asMarkdown(rows: readonly Row[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(HEAD), '| --- | ---: | --- | ---: | --- |', ...rows.map(cellsOf).map(line)].join(
    '\n',
  );
}

/**
 * Puts text between the marks of a page; a page may have a place for each of several benchmarks.
 *
 * Errors: throws where the page has no marks.
 */
export function withMeasured(page: string, measured: string, benchmark?: string): string {
  const mark = benchmark === undefined ? 'measured' : `measured ${benchmark}`;
  const begin = `<!-- ${mark}: begin -->`;
  const [from, to] = [page.indexOf(begin), page.indexOf(`<!-- ${mark}: end -->`)];
  if (from < 0 || to < from) throw new Error('The page has no place for what was measured');
  return `${page.slice(0, from + begin.length)}\n\n${measured}\n\n${page.slice(to)}`;
}
