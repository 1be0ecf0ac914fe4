import type { ChaosReport, FaultReport } from './chaos';
import { FAULTS, type FaultName } from './faults';

const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
};

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

const COLUMNS = [
  ...['fault', 'times', 'tables met', 'again p50', 'again p99', 'limit'],
  ...['longest away', 'resumed', 'voided', 'findings'],
];

function rowOf(fault: FaultName, reports: readonly FaultReport[]): string[] {
  const againMs = reports.flatMap((each) => each.againMs);
  return [
    ...[fault, String(reports.length), String(againMs.length)],
    ...[percentile(againMs, 0.5), percentile(againMs, 0.99), FAULTS[fault].againWithinMs].map(
      (ms) => `${ms} ms`,
    ),
    `${Math.round(Math.max(...reports.map(({ offlineMs }) => offlineMs)))} ms`,
    String(sum(reports.map(({ resumed }) => resumed))),
    String(sum(reports.map(({ voided }) => voided))),
    String(sum(reports.map(({ findings }) => findings.length))),
  ];
}

/** Faults after which tables took longer than they may, at the 99th percentile. */
export function tooSlow({ faults }: ChaosReport): string[] {
  return [...new Set(faults.map(({ fault }) => fault))].flatMap((fault) => {
    const times = faults.filter((each) => each.fault === fault).flatMap(({ againMs }) => againMs);
    const [p99, limitMs] = [percentile(times, 0.99), FAULTS[fault].againWithinMs];
    return p99 <= limitMs
      ? []
      : [`after ${fault} tables play again within ${p99} ms, not ${limitMs}`];
  });
}

/** Everything that is wrong with a run. */
export const allFindings = (report: ChaosReport): string[] => [
  ...report.faults.flatMap(({ findings }) => findings),
  ...report.findings,
  ...tooSlow(report),
];

/** The report as people read it: a table of the faults, what was asked, and what is wrong. */
export function reportLines(report: ChaosReport): string[] {
  const { operations } = report;
  const names = [...new Set(report.faults.map(({ fault }) => fault))];
  const findings = allFindings(report);
  const starting = (start: string): number =>
    findings.filter((finding) => finding.startsWith(start)).length;
  const rows = names.map((fault) =>
    rowOf(
      fault,
      report.faults.filter((each) => each.fault === fault),
    ),
  );
  return [
    ...[COLUMNS, COLUMNS.map((_, at) => (at === 0 ? '---' : '---:')), ...rows].map(
      (cells) => `| ${cells.join(' | ')} |`,
    ),
    '',
    `actions: ${operations.invoked} asked, ${operations.ok} done, ${operations.refused} refused, ` +
      `${operations.unknown} without an answer, ${operations.lostWithTheLog} lost with their log`,
    `double actions ${starting('I5 twice')}, lost actions ${starting('I5 lost')}, ` +
      `leaked cards ${starting('I8')}, broken books ${starting('I1') + starting('I3')}`,
    `chaos: ${findings.length === 0 ? 'clean' : `${findings.length} findings`}`,
  ];
}
