import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  claimRunFile,
  findRunning,
  readRunFile,
  removeRunFile,
  updateRunFile,
  type RunRecord,
} from './run-file';

const folder = mkdtempSync(join(tmpdir(), 'cardroom-run-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  removeRunFile(folder);
});

const claim = (): RunRecord => {
  const record = claimRunFile(folder, 'cr');
  if (record === null) throw new Error('the data folder is taken');
  return record;
};

describe('the run file', () => {
  it('is made by one launcher only, and is for its owner only: it holds passwords', () => {
    claim();
    expect(claimRunFile(folder, 'cr')).toBeNull();
    expect(statSync(join(folder, 'run.json')).mode & 0o077).toBe(0);
  });

  it('tells other tools of the system while its launcher runs', () => {
    const record = claim();
    updateRunFile(folder, { ...record, ready: true });
    expect(findRunning(folder)).toMatchObject({ ready: true, launcher: { pid: process.pid } });
  });

  it('of a killed launcher is no running system, even when its number was given again', () => {
    const record = claim();
    updateRunFile(folder, { ...record, launcher: { pid: process.pid, startedAt: 'long ago' } });
    expect(findRunning(folder)).toBeNull();
    expect(readRunFile(folder)).not.toBeNull();
  });

  it('that is damaged is none', () => {
    writeFileSync(join(folder, 'run.json'), '{');
    expect(findRunning(folder)).toBeNull();
  });
});
