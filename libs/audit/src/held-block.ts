import { blockText, rootOf, type SealedBlock } from './block';
import {
  compareRecords,
  lineDifferences,
  type AuditCopy,
  type AuditFinding,
} from './compare.rules';
import type { FoundBlock } from './file-blocks';
import type { FileBlock } from './file-copy';

/** What a copy has of a block; null for a part that it does not have. */
export interface Held {
  readonly line: string | null;
  readonly records: readonly string[] | null;
  /** Where it was found, for people: the file and the line. */
  readonly where: readonly string[];
  /** Height of a later block that stands before it. */
  readonly behind: number | null;
}

export const NOTHING: Held = { line: null, records: null, where: [], behind: null };

export const placeOf = ({ file, line }: FileBlock): string => `${file}:${line}`;

export const fileHeld = (found: FoundBlock | null | undefined): Held =>
  found === null || found === undefined
    ? NOTHING
    : {
        line: found.text,
        records: found.records,
        where: [placeOf(found)],
        behind: found.behind,
      };

/** How what a copy has of a block differs from what was sealed; nothing where it does not. */
export function compareHeld(
  copy: AuditCopy,
  held: Held,
  reference: SealedBlock,
  sealed: readonly string[] | null,
): Omit<AuditFinding, 'block'>[] {
  const findings: Omit<AuditFinding, 'block'>[] = [];
  const expected = blockText(reference);
  if (held.line === null) findings.push({ copy, fault: 'removed', record: null, details: [] });
  else if (held.line !== expected)
    findings.push({
      copy,
      fault: 'altered',
      record: null,
      details: [...lineDifferences(expected, held.line), ...held.where],
    });
  if (held.behind !== null)
    findings.push({
      copy,
      fault: 'moved',
      record: null,
      details: [`stands behind block ${held.behind}`, ...held.where],
    });
  const records = held.records ?? [];
  if (sealed === null) {
    if (rootOf(records) !== reference.root)
      findings.push({
        copy,
        fault: 'altered',
        record: null,
        details: ['no copy has records that give the signed root', ...held.where],
      });
    return findings;
  }
  const different = compareRecords(sealed, records);
  return [
    ...findings,
    ...different.map((each) => ({ copy, ...each, details: [...each.details, ...held.where] })),
  ];
}
