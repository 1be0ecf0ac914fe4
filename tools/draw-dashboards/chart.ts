/** One line of a chart: values at times, in seconds; a gap where there is none. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [atSeconds: number, value: number])[];
}

const COLOURS = [
  '#2f6fab',
  '#c1553b',
  '#4f8a4b',
  '#8c6bb1',
  '#b8892b',
  '#3f9c9c',
  '#a8506f',
  '#777777',
];
const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [420, 190, 58, 28, 46] as const;
const LINES_NAMED = 6;
const [SHORT_NAME, LONGEST_NAME] = [24, 40] as const;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A value as a person reads it, by Grafana's name of its unit. */
export function readable(value: number, unit: string): string {
  if (unit === 'percentunit') return `${(value * 100).toPrecision(3)} %`;
  if (unit === 'bytes') return `${Math.round(value / 1024 / 1024)} MB`;
  if (unit === 's') {
    if (value >= 1) return `${value.toPrecision(3)} s`;
    return `${Number((value * 1000).toPrecision(2))} ms`;
  }
  if (Math.abs(value) >= 10_000) {
    return value.toLocaleString('en', { notation: 'compact', maximumSignificantDigits: 3 });
  }
  return String(Number(value.toPrecision(3)));
}

/** A panel as SVG: its title, its lines from the first time to the last, and their names with the last values. */
export function chart(title: string, unit: string, series: readonly Series[]): string {
  const all = series.flatMap(({ points }) => points);
  const times = all.map(([at]) => at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const most = Math.max(...all.map(([, value]) => value), 0) || 1;
  const x = (at: number): number =>
    LEFT + ((WIDTH - LEFT - 10) * (at - first)) / (last - first || 1);
  const y = (value: number): number => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - TOP) * value) / most;
  const lines = series.flatMap(({ points }, index) => {
    if (points.length === 0) return [];
    const path = points
      .map(([at, value]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`)
      .join(' ');
    return `<polyline points="${path}" fill="none" stroke="${colour(index)}" stroke-width="1.6"/>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif">`,
    `<rect width="100%" height="100%" fill="#fff" stroke="#ddd"/>`,
    `<text x="10" y="18" font-size="12" font-weight="bold" fill="#333">${escaped(title)}</text>`,
    ...(all.length === 0
      ? [`<text x="160" y="90" font-size="11" fill="#999">nothing in this time</text>`]
      : [0, 0.5, 1].map((share) => gridLine(y(most * share), readable(most * share, unit)))),
    ...lines,
    ...names(series, unit),
    '</svg>',
  ].join('\n');
}

const colour = (index: number): string => COLOURS[index % COLOURS.length] ?? '#777777';

const gridLine = (y: number, label: string): string =>
  `<line x1="${LEFT}" x2="${WIDTH - 10}" y1="${y}" y2="${y}" stroke="#eee"/>` +
  `<text x="${LEFT - 4}" y="${y + 3}" font-size="9" text-anchor="end" fill="#888">${label}</text>`;

/** In three columns, or in two where a name is long. */
function names(series: readonly Series[], unit: string): string[] {
  const texts = series.slice(0, LINES_NAMED).map(({ name, points }) => {
    const newest = points.at(-1);
    return `${name}: ${newest === undefined ? '-' : readable(newest[1], unit)}`;
  });
  const columns = texts.some(({ length }) => length > SHORT_NAME) ? 2 : 3;
  return texts.map((text, index) => {
    const left = 12 + ((index % columns) * (WIDTH - 12)) / columns;
    const top = HEIGHT - 29 + Math.floor(index / columns) * 11;
    return (
      `<rect x="${left}" y="${top - 7}" width="8" height="8" fill="${colour(index)}"/>` +
      `<text x="${left + 11}" y="${top}" font-size="9" fill="#444">${escaped(text.slice(0, LONGEST_NAME))}</text>`
    );
  });
}
