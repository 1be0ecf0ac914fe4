import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';

import { DASHBOARDS } from '../dashboards';
import type { Dashboard, Panel } from '../dashboards/dashboard';
import { chart, type Series } from './chart';

const run = promisify(execFile);
const [PANEL_WIDTH, PANEL_HEIGHT, COLUMNS] = [428, 198, 3] as const;

interface Range {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly stepSeconds: number;
}

interface Matrix {
  readonly data?: {
    readonly result: readonly {
      readonly metric: Readonly<Record<string, string>>;
      readonly values: readonly (readonly [number, string])[];
    }[];
  };
  readonly error?: string;
}

/** npm run dashboards:draw -- [--prometheus URL] [--minutes 5] [--out docs/operating/images] */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      prometheus: { type: 'string', default: 'http://127.0.0.1:9090' },
      minutes: { type: 'string', default: '5' },
      out: { type: 'string', default: 'docs/operating/images' },
    },
  });
  const endSeconds = Date.now() / 1000;
  const seconds = Number(values.minutes) * 60;
  const range = { startSeconds: endSeconds - seconds, endSeconds, stepSeconds: seconds / 100 };
  mkdirSync(values.out, { recursive: true });
  for (const [name, dashboard] of Object.entries(DASHBOARDS)) {
    const svgs: string[] = [];
    for (const panel of dashboard.panels) svgs.push(await draw(values.prometheus, panel, range));
    const file = join(values.out, `dashboard-${name}.png`);
    await photograph(page(dashboard, svgs), dashboard.panels.length, file);
    console.log(`dashboards: ${file}`);
  }
}

async function draw(prometheus: string, panel: Panel, range: Range): Promise<string> {
  const series: Series[] = [];
  for (const { expr, legend } of panel.queries) {
    const query = new URLSearchParams({
      query: expr,
      start: String(range.startSeconds),
      end: String(range.endSeconds),
      step: String(range.stepSeconds),
    });
    const response = await fetch(`${prometheus}/api/v1/query_range?${query.toString()}`);
    const { data, error } = (await response.json()) as Matrix;
    if (error !== undefined) throw new Error(`${panel.title}: ${error}`);
    for (const { metric, values } of data?.result ?? []) {
      const name = legend.replace(/\{\{(\w+)\}\}/g, (_all, label: string) => metric[label] ?? '');
      const points = values
        .map(([at, value]) => [at, Number(value)] as const)
        .filter(([, value]) => Number.isFinite(value));
      series.push({ name, points });
    }
  }
  return chart(panel.title, panel.unit, series);
}

const page = ({ title }: Dashboard, svgs: readonly string[]): string =>
  `<!doctype html><meta charset="utf-8"><body style="margin:8px;font-family:sans-serif;background:#f6f6f6">
<h3 style="margin:2px 4px 8px">${title}</h3>
<div style="display:grid;grid-template-columns:repeat(${COLUMNS},420px);gap:8px">${svgs.join('')}</div>`;

/** Chromium, without a window, takes the picture. */
async function photograph(html: string, panels: number, file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cardroom-dashboards-'));
  const [width, height] = [
    COLUMNS * PANEL_WIDTH + 16,
    Math.ceil(panels / COLUMNS) * PANEL_HEIGHT + 60,
  ];
  try {
    writeFileSync(join(folder, 'page.html'), html);
    await run('chromium', [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
      ...[`--user-data-dir=${folder}`, `--window-size=${width},${height}`],
      ...[`--screenshot=${file}`, `file://${join(folder, 'page.html')}`],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((cause: unknown) => {
  console.error(`dashboards: ${cause instanceof Error ? cause.message : String(cause)}`);
  process.exit(1);
});
