import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { APP_NODE_OPTIONS, APP_SCRIPTS } from '@cardroom/testing';

import { API_PREFIX, INTERNAL_ROUTES } from '../apps/wallet-api/src/api-docs';
import { parseEnvExample } from '../tools/reference/env-example';
import {
  at,
  documentsOf,
  keysAt,
  leavesOf,
  listAt,
  manifest,
  MANIFESTS,
  textOf,
  YAML_FILES,
} from './shipped-files';

const ROOT = resolve(__dirname, '..');

/** What an app reads, by the sections of `.env.example`. */
const SECTIONS_OF = {
  'game-gateway': ['Every app', 'game-gateway and wallet-api', 'game-gateway'],
  'wallet-api': ['Every app', 'game-gateway and wallet-api', 'wallet-api'],
  jobs: ['Every app', 'jobs'],
} as const;
type App = keyof typeof SECTIONS_OF;
const APPS = Object.keys(SECTIONS_OF) as App[];

const PORT_VARIABLES = {
  'game-gateway': 'GATEWAY_PORT',
  'wallet-api': 'WALLET_API_PORT',
  jobs: 'JOBS_PORT',
} as const satisfies Record<App, string>;

/** What only production asks for. */
const PRODUCTION_NEEDS: Readonly<Record<App, readonly string[]>> = {
  'game-gateway': ['WS_ALLOWED_ORIGINS'],
  'wallet-api': ['PAYMENT_WEBHOOK_SECRETS'],
  jobs: ['AUDIT_SIGNING_KEY'],
};

const sections = parseEnvExample(textOf('.env.example'));
const variablesOf = (app: App) =>
  sections
    .filter(({ title }) => (SECTIONS_OF[app] as readonly string[]).includes(title))
    .flatMap(({ variables }) => variables);
const namesOf = (app: App): string[] => variablesOf(app).map(({ name }) => name);
const neededBy = (app: App): string[] => [
  ...variablesOf(app)
    .filter(({ value, isOptional }) => value === '' && !isOptional)
    .map(({ name }) => name),
  ...PRODUCTION_NEEDS[app],
];
const portOf = (app: App): number =>
  Number(variablesOf(app).find(({ name }) => name === PORT_VARIABLES[app])?.value);

const compose = documentsOf('docker-compose.yml')[0];
const dockerfile = textOf('deploy/Dockerfile');
const stageOf = (app: string): string =>
  dockerfile.split(/^FROM /m).find((stage) => stage.includes(` AS ${app}\n`)) ?? '';

it.each(YAML_FILES)('%s is YAML, and holds something', (file) => {
  const documents = documentsOf(file);
  expect(documents.length).toBeGreaterThan(0);
  expect(documents.every((document) => typeof document === 'object' && document !== null)).toBe(
    true,
  );
});

describe('the image', () => {
  it.each([...APPS, 'migrate'])('of %s runs a script that the build makes', (app) => {
    const script = /"dist\/([^"]+)\.js"\]\s*$/.exec(stageOf(app).trimEnd())?.[1];
    expect(script).toBeDefined();
    expect(existsSync(join(ROOT, `${script}.ts`))).toBe(true);
  });

  it.each(APPS)('of %s starts it as npm start and the page of the start do', (app) => {
    const options = ['--enable-source-maps', ...(APP_NODE_OPTIONS[app] ?? [])];
    const command = ['node', ...options, APP_SCRIPTS[app]];
    expect(stageOf(app)).toContain(`\nCMD [${command.map((part) => `"${part}"`).join(', ')}]\n`);
    expect(textOf('docs/operating/start.md')).toContain(`\n${command.join(' ')}\n`);
  });

  it.each(APPS)('of %s asks for the health of its own port', (app) => {
    const stage = stageOf(app);
    expect(stage).toContain(`EXPOSE ${portOf(app)}\n`);
    expect(stage).toContain(`"deploy/healthcheck.mjs", "${PORT_VARIABLES[app]}", "${portOf(app)}"`);
  });

  it('copies only what is there and is not left out', () => {
    const ignored = textOf('.dockerignore').split('\n');
    for (const [, sources] of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
      for (const source of (sources ?? '').split(' ')) {
        expect([source, existsSync(join(ROOT, source))]).toEqual([source, true]);
        if (source.startsWith('deploy/')) expect(ignored).toContain(`!${source}`);
      }
    }
  });
});

describe('docker-compose.yml', () => {
  const environmentOf = (app: App): string[] => keysAt(compose, 'services', app, 'environment');

  it.each(APPS)('gives %s settings that it reads, and all that it needs', (app) => {
    const given = environmentOf(app);
    expect(given.filter((name) => !namesOf(app).includes(name))).toEqual([]);
    expect(neededBy(app).filter((name) => !given.includes(name))).toEqual([]);
  });

  it('asks its .env for nothing that the page of the start does not name', () => {
    const asked = [...textOf('docker-compose.yml').matchAll(/\$\{([A-Z_]+)/g)].map(
      ([, name]) => name,
    );
    const page = textOf('docs/operating/start.md');
    expect([...new Set(asked)].filter((name) => !page.includes(`\`${name ?? ''}\``))).toEqual([]);
  });

  it('lets only the cache evict, and writes hands and jobs to the disk', () => {
    const command = (role: string): string =>
      listAt(compose, 'services', `redis-${role}`, 'command').join(' ');
    for (const role of ['game', 'queue', 'pubsub']) {
      expect(command(role)).toContain('--maxmemory-policy noeviction');
    }
    for (const role of ['game', 'queue']) expect(command(role)).toContain('--appendonly yes');
    expect(command('cache')).toContain('--maxmemory-policy allkeys-lru');
  });

  it('believes the address of its front only', () => {
    const front = at(compose, 'services', 'front', 'networks', 'cardroom', 'ipv4_address');
    for (const app of ['game-gateway', 'wallet-api']) {
      expect(at(compose, 'services', app, 'environment', 'TRUSTED_PROXIES')).toBe(front);
    }
  });

  it('mounts what is there', () => {
    const mounted = leavesOf(compose).flatMap(
      (leaf) => /^\.\/(deploy[^:]*):/.exec(leaf)?.[1] ?? [],
    );
    expect(mounted.length).toBeGreaterThan(3);
    expect(mounted.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('opens the front to the world, and nothing else', () => {
    const open = keysAt(compose, 'services').filter((service) =>
      listAt(compose, 'services', service, 'ports').some(
        (port) => !String(port).startsWith('127.0.0.1:'),
      ),
    );
    expect(open).toEqual(['front']);
  });
});

describe('docker-compose.prod.yml', () => {
  const production = documentsOf('docker-compose.prod.yml')[0];

  it('changes services that are there, and adds the backup', () => {
    const there = keysAt(compose, 'services');
    const added = keysAt(production, 'services').filter((name) => !there.includes(name));
    expect(added).toEqual(['backup']);
  });

  it('runs the servers by the files that are tried with them', () => {
    const mounts = (service: string): string =>
      listAt(production, 'services', service, 'volumes').join(' ');
    expect(mounts('postgres')).toContain('./deploy/postgresql.prod.conf:');
    for (const role of ['game', 'queue'])
      expect(mounts(`redis-${role}`)).toContain('./deploy/redis.prod.conf:');
  });

  it('archives to where the backups are, by the scripts that the drill runs', () => {
    for (const service of ['postgres', 'backup']) {
      const mounts = listAt(production, 'services', service, 'volumes').join(' ');
      expect(mounts).toContain('./deploy/backup:/opt/cardroom/backup:ro');
      expect(at(production, 'services', service, 'environment', 'BACKUP_DIR')).toBe('/backup');
    }
    expect(textOf('deploy/postgresql.prod.conf')).toContain('/opt/cardroom/backup/archive-wal.sh');
  });

  it('asks for nothing that the page of the start does not name', () => {
    const asked = [...textOf('docker-compose.prod.yml').matchAll(/\$\{([A-Z_]+)/g)];
    const page = textOf('docs/operating/start.md');
    expect(asked.filter(([, name]) => !page.includes(`\`${name ?? ''}\``))).toEqual([]);
  });
});

describe('the Kubernetes manifests', () => {
  const podOf = (app: string): unknown => at(manifest('Deployment', app), 'spec', 'template');
  const containerOf = (app: string): unknown => at(podOf(app), 'spec', 'containers', 0);

  /** The settings behind the references of a container. */
  const environmentOf = (app: App): string[] =>
    listAt(containerOf(app), 'envFrom').flatMap((from) => {
      const config = at(from, 'configMapRef', 'name');
      return typeof config === 'string'
        ? keysAt(manifest('ConfigMap', config), 'data')
        : keysAt(manifest('Secret', String(at(from, 'secretRef', 'name'))), 'stringData');
    });

  it.each(APPS)('give %s settings that it reads, and all that it needs', (app) => {
    const given = environmentOf(app);
    expect(given.filter((name) => !namesOf(app).includes(name))).toEqual([]);
    expect(neededBy(app).filter((name) => !given.includes(name))).toEqual([]);
  });

  it.each(APPS)('reach %s on its port, by routes that it has', (app) => {
    expect(at(containerOf(app), 'ports', 0, 'containerPort')).toBe(portOf(app));
    expect(at(manifest('Service', app), 'spec', 'ports', 0, 'port')).toBe(portOf(app));
    for (const [probe, route] of [
      ['startupProbe', 'health/live'],
      ['livenessProbe', 'health/live'],
      ['readinessProbe', 'health/ready'],
    ] as const) {
      expect(INTERNAL_ROUTES).toContain(route);
      expect(at(containerOf(app), probe, 'httpGet')).toEqual({ path: `/${route}`, port: 'http' });
    }
  });

  it.each(APPS)('give %s the time that its drain takes', (app) => {
    const forceAfterMs = /FORCE_AFTER_MS = ([\d_]+)/.exec(textOf('libs/platform/src/shutdown.ts'));
    const drainSeconds = Number(forceAfterMs?.[1]?.replaceAll('_', '')) / 1000;
    const [, preStopSeconds] = listAt(containerOf(app), 'lifecycle', 'preStop', 'exec', 'command');
    const graceSeconds = at(podOf(app), 'spec', 'terminationGracePeriodSeconds');
    expect(graceSeconds).toBeGreaterThan(drainSeconds + Number(preStopSeconds));
    const stopGrace = /stop_grace_period: (\d+)s/.exec(textOf('docker-compose.yml'))?.[1];
    expect(Number(stopGrace)).toBeGreaterThan(drainSeconds);
  });

  it('select pods that exist', () => {
    const labels = { 'app.kubernetes.io/name': expect.any(String) as string };
    const selectors = MANIFESTS.flatMap(({ kind, document }) => {
      if (kind === 'Service') return [at(document, 'spec', 'selector')];
      if (kind === 'PodDisruptionBudget' || kind === 'Deployment')
        return [at(document, 'spec', 'selector', 'matchLabels')];
      return [];
    });
    expect(selectors).toHaveLength(3 * APPS.length);
    for (const selector of selectors) {
      expect(selector).toEqual(labels);
      const name = String(at(selector, 'app.kubernetes.io/name'));
      expect(at(podOf(name), 'metadata', 'labels')).toMatchObject(selector as object);
    }
  });

  it('scale gateways by connections and by the delay of the event loop, down by one at a time', () => {
    const scaler = manifest('HorizontalPodAutoscaler', 'game-gateway');
    const metrics = listAt(scaler, 'spec', 'metrics');
    expect(metrics.map((each) => at(each, 'pods', 'metric', 'name'))).toEqual([
      'gateway_connections',
      'nodejs_eventloop_lag_p99_seconds',
    ]);
    const most = Number(at(metrics[0], 'pods', 'target', 'averageValue'));
    const allowed = at(manifest('ConfigMap', 'game-gateway'), 'data', 'WS_MAX_CONNECTIONS');
    expect(most).toBeLessThan(Number(allowed));
    expect(listAt(scaler, 'spec', 'behavior', 'scaleDown', 'policies')).toEqual([
      { type: 'Pods', value: 1, periodSeconds: 600 },
    ]);
  });

  it.each(APPS)('never fewer than two of %s, and a roll-out leaves their number alone', (app) => {
    const scaler = manifest('HorizontalPodAutoscaler', app);
    expect(at(scaler, 'spec', 'scaleTargetRef', 'name')).toBe(app);
    expect(at(scaler, 'spec', 'minReplicas')).toBeGreaterThanOrEqual(2);
    expect(at(manifest('Deployment', app), 'spec', 'replicas')).toBeUndefined();
  });

  it('let no pod run as root or change its own program', () => {
    const pods = [...APPS.map(podOf), at(manifest('Job', 'migrate'), 'spec', 'template')];
    for (const pod of pods) {
      expect(at(pod, 'spec', 'securityContext', 'runAsNonRoot')).toBe(true);
      const security = at(pod, 'spec', 'containers', 0, 'securityContext');
      expect(security).toMatchObject({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
      });
    }
  });

  it('are all in the kustomization, but for the example and the job that runs before', () => {
    const listed = listAt(documentsOf('deploy/kubernetes/kustomization.yaml')[0], 'resources');
    const there = readdirSync(join(ROOT, 'deploy/kubernetes'));
    const apart = ['kustomization.yaml', 'secrets.example.yaml', 'migrate.yaml'];
    expect([...listed, ...apart].sort()).toEqual(there.sort());
  });
});

describe('the fronts', () => {
  it.each(['deploy/nginx/nginx.conf', 'deploy/haproxy/haproxy.cfg'])(
    '%s leads to the ports and paths of the apps',
    (file) => {
      const text = textOf(file);
      expect(text).toContain(`game-gateway:${portOf('game-gateway')}`);
      expect(text).toContain(`wallet-api:${portOf('wallet-api')}`);
      expect(text).toContain(`/${API_PREFIX}/`);
      expect(text).toContain('/socket.io/');
    },
  );

  it('wait longer than a socket may be silent', () => {
    const adapter = textOf('apps/game-gateway/src/connection/socket.adapter.ts');
    const ms = (name: string): number =>
      Number(new RegExp(`${name} = ([\\d_]+)`).exec(adapter)?.[1]?.replaceAll('_', ''));
    const silentSeconds = (ms('PING_INTERVAL_MS') + ms('PING_TIMEOUT_MS')) / 1000;
    const seconds = [
      /timeout tunnel (\d+)s/.exec(textOf('deploy/haproxy/haproxy.cfg'))?.[1],
      /proxy_read_timeout (\d+)s/.exec(textOf('deploy/nginx/nginx.conf'))?.[1],
      at(manifest('Ingress', 'game-gateway'), 'metadata', 'annotations', `${INGRESS}read-timeout`),
    ].map(Number);
    for (const each of seconds) expect(each).toBeGreaterThan(silentSeconds);
  });
});

const INGRESS = 'nginx.ingress.kubernetes.io/proxy-';

describe('Prometheus', () => {
  it('asks each app on its port, under its name', () => {
    const jobs = listAt(documentsOf('deploy/prometheus/prometheus.yml')[0], 'scrape_configs');
    expect(jobs.map((job) => at(job, 'job_name'))).toEqual(APPS);
    for (const job of jobs) {
      const app = at(job, 'job_name') as App;
      expect(at(job, 'dns_sd_configs', 0)).toMatchObject({ names: [app], port: portOf(app) });
    }
  });

  it('wakes nobody without a runbook', () => {
    const rules = listAt(documentsOf('deploy/prometheus/alerts.yml')[0], 'groups').flatMap(
      (group) => listAt(group, 'rules'),
    );
    const anchors = [...textOf('docs/operating/incidents.md').matchAll(/^## (.+)$/gm)].map(
      ([, title]) => title?.toLowerCase().replaceAll(' ', '-'),
    );
    expect(rules.length).toBeGreaterThan(40);
    for (const rule of rules) {
      const runbook = String(at(rule, 'annotations', 'runbook'));
      expect(anchors).toContain(runbook.replace('docs/operating/incidents.md#', ''));
    }
  });
});

it('promtool has seen every alert fire', () => {
  const rules = listAt(documentsOf('deploy/prometheus/alerts.yml')[0], 'groups').flatMap((group) =>
    listAt(group, 'rules').map((rule) => at(rule, 'alert')),
  );
  const fired = listAt(documentsOf('deploy/prometheus/alerts.test.yml')[0], 'tests')
    .flatMap((test) => listAt(test, 'alert_rule_test'))
    .filter((test) => listAt(test, 'exp_alerts').length > 0)
    .map((test) => at(test, 'alertname'));
  expect(rules.filter((name) => !fired.includes(name))).toEqual([]);
});

describe('nest build', () => {
  const nestCli = documentsOf('nest-cli.json')[0];

  it('knows every app by its own files', () => {
    expect(keysAt(nestCli, 'projects').sort()).toEqual(readdirSync(join(ROOT, 'apps')).sort());
    for (const app of keysAt(nestCli, 'projects')) {
      const project = at(nestCli, 'projects', app);
      const entry = `${String(at(project, 'sourceRoot'))}/${String(at(project, 'entryFile'))}.ts`;
      expect([entry, existsSync(join(ROOT, entry))]).toEqual([entry, true]);
    }
  });

  it('compiles what npm run build compiles', () => {
    const build = textOf('tools/build.mjs');
    const options = at(nestCli, 'compilerOptions', 'builder', 'options');
    const folders = listAt(options, 'filenames').map((folder) => `'${String(folder)}'`);
    expect(build).toContain(`[${folders.join(', ')}]`);
    for (const pattern of listAt(options, 'ignore')) {
      expect(build).toContain(`'--ignore', '${String(pattern)}'`);
    }
  });
});
