import { canonicalJson } from '@cardroom/ledger';

import { objectOf, recordName, rootOf } from './block';

export const AUDIT_COPIES = ['database', 'stream', 'files'] as const;
export type AuditCopy = (typeof AUDIT_COPIES)[number];

/** `lost` and `behind` are no tampering: the copy ends too early, and can be written again. */
export type AuditFault =
  'altered' | 'removed' | 'added' | 'moved' | 'forged' | 'unreadable' | 'lost' | 'behind';

/** One thing that is wrong in one copy. */
export interface AuditFinding {
  readonly copy: AuditCopy;
  readonly fault: AuditFault;
  /** Height of the block; 0 where it is in none. */
  readonly block: number;
  /** Kind and id of the record; null where it is the block itself. */
  readonly record: string | null;
  /** What is different, and where: names of members, places, files. */
  readonly details: readonly string[];
}

export const isTampering = ({ fault }: AuditFinding): boolean =>
  fault !== 'lost' && fault !== 'behind';

/** A finding as people read it. */
export function findingText({ copy, fault, block, record, details }: AuditFinding): string {
  const where = block === 0 ? 'no block' : `block ${block}`;
  const what = record === null ? fault : `${record} ${fault}`;
  return `${copy}: ${where}: ${what}${details.length === 0 ? '' : ` (${details.join(', ')})`}`;
}

/** Names of the members in which two JSON values differ, as paths: `entries[0].amountKrw`. */
export function differences(expected: unknown, found: unknown, path = ''): string[] {
  if (canonicalJson(expected ?? null) === canonicalJson(found ?? null)) return [];
  if (!isStructure(expected) || !isStructure(found) || isList(expected) !== isList(found))
    return [path];
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
  return names.flatMap((name) => {
    const step = isList(expected) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`;
    return differences(expected[name], found[name], step);
  });
}

const isList = (value: unknown): boolean => Array.isArray(value);

const isStructure = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The members in which two lines differ; the text itself where one of them is no JSON. */
export function lineDifferences(expected: string, found: string): string[] {
  const [before, after] = [objectOf(expected), objectOf(found)];
  if (before === null || after === null) return ['cannot be read'];
  const members = differences(before, after);
  return members.length === 0 ? ['written differently'] : members;
}

type RecordFinding = Pick<AuditFinding, 'fault' | 'record' | 'details'>;

/** What is wrong with the records of a block, compared with the ones that were sealed. */
export function compareRecords(
  expected: readonly string[],
  found: readonly string[],
): RecordFinding[] {
  if (expected.length === found.length && expected.every((record, at) => record === found[at]))
    return [];
  const unseen = [...found];
  const missing: string[] = [];
  for (const record of expected) {
    const at = unseen.indexOf(record);
    if (at >= 0) unseen.splice(at, 1);
    else missing.push(record);
  }
  if (missing.length === 0 && unseen.length === 0) return misplaced(expected, found);
  const findings: RecordFinding[] = [];
  for (const record of missing) {
    const name = recordName(record);
    const at = unseen.findIndex((each) => recordName(each) === name);
    // A line that cannot be read stands where the record was.
    const instead = at >= 0 ? at : unseen.findIndex((each) => objectOf(each) === null);
    if (instead < 0) {
      findings.push({ fault: 'removed', record: name, details: [] });
      continue;
    }
    const [changed = ''] = unseen.splice(instead, 1);
    findings.push({ fault: 'altered', record: name, details: lineDifferences(record, changed) });
  }
  for (const record of unseen)
    findings.push({ fault: 'added', record: recordName(record), details: [] });
  return findings;
}

/** Records that stand in another place than they were sealed in. */
function misplaced(expected: readonly string[], found: readonly string[]): RecordFinding[] {
  return expected.flatMap((record, place) =>
    found[place] === record
      ? []
      : [
          {
            fault: 'moved',
            record: recordName(record),
            details: [`place ${found.indexOf(record)} instead of ${place}`],
          },
        ],
  );
}

/** The records that give the root; null where no copy has them. */
export const sealedRecords = (
  root: string,
  copies: readonly (readonly string[] | null)[],
): readonly string[] | null =>
  copies.find((records) => records !== null && rootOf(records) === root) ?? null;

/** One finding for a record that is gone from one block of a copy and stands in another. */
export function joinMoves(findings: readonly AuditFinding[]): AuditFinding[] {
  const gone = new Map(
    findings.flatMap((finding) =>
      finding.fault === 'removed' && finding.record !== null
        ? [[`${finding.copy} ${finding.record}`, finding]]
        : [],
    ),
  );
  const moved = new Set<AuditFinding>();
  const joined = findings.map((finding) => {
    const from = gone.get(`${finding.copy} ${finding.record ?? ''}`);
    if (finding.fault !== 'added' || from === undefined) return finding;
    moved.add(from);
    return {
      ...finding,
      fault: 'moved' as const,
      details: [`from block ${from.block}`, ...finding.details],
    };
  });
  return joined.filter((finding) => !moved.has(finding));
}
