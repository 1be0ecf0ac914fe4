import { readdirSync, readFileSync } from 'node:fs';

import { DASHBOARDS } from './index';
import { grafanaJson } from './dashboard';

const FOLDER = 'deploy/grafana/dashboards';

it('Grafana is given exactly the dashboards of the code', () => {
  const files = Object.keys(DASHBOARDS).map((name) => `${name}.json`);
  expect(readdirSync(FOLDER).sort()).toEqual(files.sort());
});

it.each(Object.entries(DASHBOARDS))('%s.json is as the code says', (name, dashboard) => {
  expect(readFileSync(`${FOLDER}/${name}.json`, 'utf8')).toBe(grafanaJson(dashboard));
});

it('panels stand beside each other, and none over another', () => {
  for (const dashboard of Object.values(DASHBOARDS)) {
    const { panels } = JSON.parse(grafanaJson(dashboard)) as {
      readonly panels: readonly { readonly gridPos: { x: number; y: number; w: number } }[];
    };
    const cells = panels.flatMap(({ gridPos: { x, y, w } }) =>
      Array.from({ length: w }, (_, column) => `${x + column},${y}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
  }
});
