import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '@cardroom/testing';

import { parseOptions } from '../tools/start/options';
import { documentsOf, keysAt, textOf } from './shipped-files';

const PAGE = 'docs/operating/first-day.md';
const page = textOf(PAGE);
const commands = [...page.matchAll(/^```bash\n([\s\S]*?)^```/gm)]
  .map(([, block = '']) => block)
  .join('\n');

/** The lines of a configuration that `sed` of the page changes, as the page changes them. */
function rewritten(config: string): string {
  const rules = [...commands.matchAll(/'s#(\^.*?)#(.*?)#'/g)].map(([, from = '', to = '']) => ({
    from: new RegExp(from, 'gm'),
    to: to.replaceAll(/\\(\d)/g, '$$$1').replaceAll('\\n', '\n'),
  }));
  expect(rules).toHaveLength(2);
  return rules.reduce((text, { from, to }) => text.replace(from, to), config);
}

describe(PAGE, () => {
  it('runs scripts that there are', () => {
    const scripts = keysAt(documentsOf('package.json')[0], 'scripts');
    const asked = [...commands.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.filter((name) => !scripts.includes(name ?? ''))).toEqual([]);
  });

  it('names files and pages that there are', () => {
    const shipped = [...commands.matchAll(/\bdeploy\/[\w./-]+/g)].map(([file]) => file);
    const linked = [...page.matchAll(/\]\(([\w-]+\.md)\)/g)].map(
      ([, to]) => `docs/operating/${to ?? ''}`,
    );
    expect(shipped.length).toBeGreaterThan(2);
    expect(linked.length).toBeGreaterThan(4);
    const missing = [...shipped, ...linked].filter(
      (file) => !existsSync(join(projectRoot(), file)),
    );
    expect(missing).toEqual([]);
  });

  it('starts the room with options that it takes', () => {
    const [, options = ''] = /npm start -- (.*)/.exec(commands) ?? [];
    expect(parseOptions(options.split(' '))).toMatchObject({ gateways: 3, tables: 6 });
  });

  it('puts three gateways into the shipped configuration of HAProxy, for play and for its first word', () => {
    const servers = rewritten(textOf('deploy/haproxy/haproxy.cfg')).match(
      /^ *server gateway-.*$/gm,
    );
    expect(servers?.map((line) => line.trim())).toEqual([
      expect.stringMatching(/^server gateway-1 127\.0\.0\.1:3001 .*g1$/),
      expect.stringMatching(/^server gateway-2 127\.0\.0\.1:3011 .*g2$/),
      expect.stringMatching(/^server gateway-3 127\.0\.0\.1:3012 .*g3$/),
      expect.stringMatching(/^server gateway-1 127\.0\.0\.1:3001 track game_gateway\/gateway-1$/),
      expect.stringMatching(/^server gateway-2 127\.0\.0\.1:3011 track game_gateway\/gateway-2$/),
      expect.stringMatching(/^server gateway-3 127\.0\.0\.1:3012 track game_gateway\/gateway-3$/),
    ]);
  });

  it('lets Prometheus ask all three, and evaluate the shipped rules', () => {
    const [, config = ''] = /<<'END'\n([\s\S]*?)^END$/m.exec(commands) ?? [];
    for (const port of [3000, 3001, 3002, 3011, 3012])
      expect(config).toContain(`'127.0.0.1:${port}'`);
    for (const rules of ['alerts.yml', 'recording.yml']) {
      expect(config).toContain(`../../deploy/prometheus/${rules}`);
    }
  });
});
