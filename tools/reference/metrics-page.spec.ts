import { readFileSync } from 'node:fs';

import { declaredMetrics } from './declared-metrics';
import { metricsPage } from './metrics-page';

const metrics = declaredMetrics();

it('docs/reference/metrics.md lists exactly the metrics of the code', () => {
  expect(readFileSync('docs/reference/metrics.md', 'utf8')).toBe(metricsPage(metrics));
});

it('a metric is one thing: no two places declare it in two ways', () => {
  expect(metrics.length).toBeGreaterThan(50);
  expect(new Set(metrics.map(({ name }) => name)).size).toBe(metrics.length);
});

it('names are in base units', () => {
  for (const { name } of metrics) {
    expect(name).toMatch(/^[a-z][a-z_]*$/);
    expect(name).not.toMatch(/_(ms|millis|minutes|hours|kb|mb|percent)(_|$)/);
  }
});

it('no label can name a player, a table or a hand', () => {
  const labels = new Set(metrics.flatMap((metric) => metric.labels));
  expect(
    [...labels].filter((label) => /id$|user|player|table|hand|email|address/i.test(label)),
  ).toEqual([]);
});
