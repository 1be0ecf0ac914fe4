import { readFileSync, writeFileSync } from 'node:fs';

import { DASHBOARDS } from '../dashboards';
import { grafanaJson } from '../dashboards/dashboard';
import { declaredMetrics } from './declared-metrics';
import { envPage } from './env-page';
import { errorPage } from './error-page';
import { metricsPage } from './metrics-page';
import { redisKeysPage } from './redis-keys-page';

/** Writes the pages of docs/reference that are made from code. */
writeFileSync('docs/reference/errors.md', errorPage());
writeFileSync('docs/reference/redis-keys.md', redisKeysPage());
writeFileSync('docs/reference/env.md', envPage(readFileSync('.env.example', 'utf8')));
writeFileSync('docs/reference/metrics.md', metricsPage(declaredMetrics()));
for (const [name, dashboard] of Object.entries(DASHBOARDS)) {
  writeFileSync(`deploy/grafana/dashboards/${name}.json`, grafanaJson(dashboard));
}
console.log('reference: wrote the pages of docs/reference and the dashboards');
