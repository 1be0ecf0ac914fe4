import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '@cardroom/testing';

it('k6 plays by the frames that the load generator plays by: npm run reference', () => {
  const root = projectRoot();
  const made = spawnSync(process.execPath, ['tools/k6-module.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(made.stdout).toBe(readFileSync(join(root, 'k6/frame-player.js'), 'utf8'));
});

jest.mock('k6', () => ({ check: () => true, sleep: () => undefined }), { virtual: true });
jest.mock('k6/http', () => ({ __esModule: true, default: {} }), { virtual: true });
jest.mock('k6/ws', () => ({ __esModule: true, default: {} }), { virtual: true });
jest.mock('k6/metrics', () => ({ Counter: Object, Trend: Object }), { virtual: true });

interface Script {
  readonly options: {
    readonly scenarios: Readonly<
      Record<string, { readonly vus: number; readonly startTime: string }>
    >;
    readonly thresholds: Readonly<Record<string, readonly string[]>>;
  };
}

it('k6 raises the players from 100 to 500, each stage with a promise of its own', () => {
  Object.assign(globalThis, { __ENV: {} });
  const { options } = jest.requireActual<Script>('../k6/load-test-500.js');
  const { checks, ...promises } = options.thresholds;
  expect(checks).toEqual(['rate>0.99']);
  expect(promises).toEqual({
    'action_duration{players:100}': ['p(95)<100'],
    'action_duration{players:200}': ['p(95)<120'],
    'action_duration{players:300}': ['p(95)<150'],
    'action_duration{players:400}': ['p(95)<180'],
    'action_duration{players:500}': ['p(95)<200'],
  });
  const stages = Object.values(options.scenarios);
  expect(stages.map(({ vus }) => vus)).toEqual([100, 100, 100, 100, 100]);
  expect(stages.map(({ startTime }) => startTime)).toEqual(['0s', '60s', '120s', '180s', '240s']);
});
