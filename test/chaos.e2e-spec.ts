import { chaos, type ChaosReport } from '../tools/chaos/chaos';
import type { FaultName } from '../tools/chaos/faults';

jest.setTimeout(240_000);

/** A short `npm run chaos`: how long tables take to play again is measured by the long one. */

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const FAULTS: readonly FaultName[] = [
  ...(['kill', 'stop', 'redis', 'drain'] as const),
  ...(['clock', 'owners', 'messages', 'descriptors'] as const),
];

let report: ChaosReport;

beforeAll(async () => {
  process.stdout.write(`faults are chosen with seed ${seed}\n`);
  report = await chaos({
    ...{ seed, faults: FAULTS, times: 1, forMs: 0, stoppedMs: 4_000, heldMs: 2_000 },
    ...{ gateways: 3, tables: 2, playersPerTable: 3, planted: null },
    onNote: () => undefined,
  });
});

const of = (name: FaultName) => {
  const found = report.faults.find(({ fault }) => fault === name);
  if (found === undefined) throw new Error(`${name} did not happen`);
  return found;
};

it.each<[string, FaultName]>([
  ['F1 a gateway is killed in mid-hand', 'kill'],
  ['F6 a gateway is stopped, and wakes when others have its tables', 'stop'],
  ['F7 Redis is killed and comes back with its file', 'redis'],
  ['F17 three gateways are restarted one after the other; all are back within 15 s', 'drain'],
  ['F16 clocks of gateways jump by an hour, back, and fall behind', 'clock'],
  ['F25 a second node takes tables whose owner still believes to have them', 'owners'],
  ['F24 actions come twice, late, out of order or not at all', 'messages'],
  ['F27 a gateway has no descriptors left for newcomers', 'descriptors'],
])('%s: every table plays on, no hand is void, no invariant breaks', (_rule, name) => {
  const { findings, againMs, voided } = of(name);
  expect({ seed, findings, voided }).toEqual({ seed, findings: [], voided: 0 });
  expect(againMs.length).toBeGreaterThan(0);
});

it('I5 what was acknowledged is in the log once, and nothing is wrong at the end', () => {
  expect({ seed, findings: report.findings }).toEqual({ seed, findings: [] });
  expect(report.operations.ok).toBeGreaterThan(0);
});
