import type { ChaosReport, FaultReport } from './chaos';
import { allFindings, reportLines, tooSlow } from './report';

const fault = (more: Partial<FaultReport> = {}): FaultReport => ({
  ...{ fault: 'kill', againMs: [900, 4_100], offlineMs: 1_200.4, resumed: 2, voided: 0 },
  findings: [],
  ...more,
});
const report = (faults: readonly FaultReport[], findings: readonly string[] = []): ChaosReport => ({
  faults,
  operations: { invoked: 9, ok: 6, refused: 2, unknown: 1, lostWithTheLog: 0 },
  findings,
});

describe('the report of a run', () => {
  it('has a row for each kind of fault, over all its times', () => {
    const lines = reportLines(report([fault(), fault({ againMs: [2_000], resumed: 1 })]));
    expect(lines[2]).toBe('| kill | 2 | 3 | 2000 ms | 4100 ms | 5000 ms | 1200 ms | 3 | 0 | 0 |');
    expect(lines.at(-1)).toBe('chaos: clean');
  });

  it('counts what is worst by its kind', () => {
    const findings = ['I5 twice: a in versions 1, 2', 'I8 Player 1 was sent As', 'I1 sums'];
    const lines = reportLines(report([fault({ findings })]));
    expect(lines.at(-2)).toBe('double actions 1, lost actions 0, leaked cards 1, broken books 1');
    expect(lines.at(-1)).toBe('chaos: 3 findings');
  });

  it('calls a kind of fault too slow by its 99th percentile', () => {
    const slow = report([fault({ againMs: [6_000] })], ['I4 hand h has no end']);
    expect(tooSlow(slow)).toEqual(['after kill tables play again within 6000 ms, not 5000']);
    expect(allFindings(slow)).toHaveLength(2);
  });
});
