import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import { projectRoot } from '@cardroom/testing';

jest.setTimeout(60_000);

const FIXTURE = join(projectRoot(), 'test/fixtures/oracle-hands.jsonl.gz');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'oracle-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Told {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function oracle(...args: readonly string[]): Told {
  const script = join(projectRoot(), 'dist/tools/oracle/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

function fileOf(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const hand = (finishing: string): string => `variant = 'NT'
antes = [0, 0, 0]
blinds_or_straddles = [1, 2, 0]
min_bet = 2
starting_stacks = [200, 200, 200]
actions = ['d dh p1 ????', 'd dh p2 ????', 'd dh p3 7h6h', 'p3 cbr 6', 'p1 f', 'p2 f']
finishing_stacks = ${finishing}
`;

const GOOD = hand('[199, 198, 203]');

describe('the oracle', () => {
  it('says how many hands agree, and exits with 0', () => {
    const lines = gunzipSync(readFileSync(FIXTURE)).toString('utf8').split('\n').slice(0, 50);
    const { code, out } = oracle(fileOf('some.jsonl.gz', gzipSync(lines.join('\n'))));
    expect(out).toBe('50 hands, 0 mismatches\n');
    expect(code).toBe(0);
  });

  it('takes one hand, several hands, plain and gzipped', () => {
    expect(oracle(fileOf('one.phh', GOOD)).out).toBe('1 hands, 0 mismatches\n');
    const two = `[1]\n${GOOD}\n[2]\n${GOOD}`;
    expect(oracle(fileOf('two.phhs', two)).out).toBe('2 hands, 0 mismatches\n');
    expect(oracle(fileOf('two.phhs.gz', gzipSync(two))).out).toBe('2 hands, 0 mismatches\n');
  });

  it('names each hand that disagrees and each that cannot be understood, and exits with 1', () => {
    const omaha = GOOD.replace('NT', 'PO');
    const text = `[1]\n${GOOD}[2]\n${hand('[199, 199, 202]')}[3]\n${omaha}[4]\n${GOOD}`;
    const { code, out } = oracle(fileOf('mixed.phhs', text));
    expect(out.split('\n')).toEqual([
      "hand [3], line 18: variant: PO is not hold'em (NT or FT)",
      'hand 2, end: stacks [199,198,203], record [199,199,202]',
      '4 hands, 2 mismatches',
      '',
    ]);
    expect(code).toBe(1);
  });

  it('names the line where a file breaks, and exits with 1', () => {
    const { code, err } = oracle(fileOf('broken.phhs', `[1]\n${GOOD}[2]\nantes = [0, 0\nx = 1\n`));
    expect(err).toMatch(/^oracle: \S+: hand \[2\], line 11: needs "]"\n$/);
    expect(code).toBe(1);
  });

  it.each<[string, () => string[], RegExp]>([
    ['no name', () => [], /^oracle: name a file of recorded hands\n/],
    ['no such file', () => [join(folder, 'none.phh')], /ENOENT[^\n]*\n$/],
    ['a folder', () => [fileOf('x.phh', '') && `${folder}/`], /must end in [^\n]*\n$/],
    ['another ending', () => [fileOf('hands.txt', GOOD)], /must end in \.jsonl[^\n]*\n$/],
    ['an empty file', () => [fileOf('empty.phhs', '')], /the file holds no hands\n$/],
    ['an empty archive', () => [fileOf('empty.jsonl.gz', gzipSync(''))], /holds no hands\n$/],
    ['no archive', () => [fileOf('plain.phhs.gz', GOOD)], /incorrect header check\n$/],
    [
      'half an archive',
      () => [fileOf('half.phhs.gz', gzipSync(GOOD).subarray(0, 60))],
      /unexpected end of file\n$/,
    ],
  ])('exits with 2 and says why in one line for %s', (_what, args, message) => {
    const { code, out, err } = oracle(...args());
    expect(err).toMatch(/^oracle: /);
    expect(err).toMatch(message);
    expect(out).toBe('');
    expect(code).toBe(2);
  });
});
