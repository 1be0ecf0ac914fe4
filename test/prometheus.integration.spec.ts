import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

import { findProgram } from '@cardroom/testing';

jest.setTimeout(180_000);

const FOLDER = resolve(__dirname, '../deploy/prometheus');

/** Runs Prometheus' own tool; null where it is not to be had. */
async function promtool(...args: readonly string[]): Promise<{ ok: boolean; said: string } | null> {
  const program = await findProgram('promtool', 'prometheus', (note) =>
    process.stderr.write(`promtool: ${note}\n`),
  );
  if (program === null) {
    process.stderr.write('skipped: promtool is not to be had\n');
    return null;
  }
  const env = { PATH: process.env['PATH'], ...program.env };
  return new Promise((settle) => {
    execFile(program.command, args, { cwd: FOLDER, env }, (error, stdout, stderr) => {
      settle({ ok: error === null, said: stdout + stderr });
    });
  });
}

it.each([
  ['accepts the configuration and the rules', ['check', 'config', 'prometheus.yml']],
  ['sees the alerts fire when they should, and only then', ['test', 'rules', 'alerts.test.yml']],
])('promtool %s', async (_what, args) => {
  const answer = await promtool(...args);
  expect(answer?.ok === false ? answer.said : '').toBe('');
});
