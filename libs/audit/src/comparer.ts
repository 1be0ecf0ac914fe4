import type { EntityManager } from 'typeorm';

import type { AuditBlockRepository, CopyState, WrittenCopy } from './block.repository';
import { blockOf, blockText, headOf, NO_HEAD, rootOf, type SealedBlock } from './block';
import {
  AUDIT_COPIES,
  joinMoves,
  sealedRecords,
  type AuditCopy,
  type AuditFinding,
} from './compare.rules';
import { FileBlocks } from './file-blocks';
import type { FileBlock, FileCopy } from './file-copy';
import { compareHeld, fileHeld, NOTHING, placeOf, type Held } from './held-block';
import type { AuditRecordRepository } from './record.repository';
import type { AuditKeys } from './signing';
import type { StreamCopy } from './stream-copy';

export interface AuditReport {
  readonly blocks: number;
  readonly records: number;
  /** Copies that were looked at. */
  readonly copies: readonly AuditCopy[];
  readonly areSignaturesChecked: boolean;
  readonly findings: readonly AuditFinding[];
}

export interface CompareOrder {
  /** First block, by height; the first of all unless given. */
  readonly from?: number;
  readonly to?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

interface Ends {
  readonly states: Record<WrittenCopy, CopyState>;
  readonly streamEnd: Awaited<ReturnType<StreamCopy['end']>>;
  readonly tip: number;
}

const MAX_FINDINGS = 1_000;

/**
 * Recomputes the audit trail and compares its copies: every root, every head, every signature, and
 * each copy line by line with the one that gives the signed root. Rule: docs/rules/audit.md §6.
 */
export class AuditComparer {
  constructor(
    private readonly manager: EntityManager,
    private readonly blocks: AuditBlockRepository,
    private readonly records: AuditRecordRepository,
    private readonly stream: StreamCopy,
    /** Null where the files are not at hand. */
    private readonly files: FileCopy | null,
    private readonly keys: AuditKeys,
  ) {}

  async compare({ from = 1, to, onProgress }: CompareOrder = {}): Promise<AuditReport> {
    // In this order: the copies are written after the database, and the states after them.
    const states = await this.blocks.copies(this.manager);
    const streamEnd = await this.stream.end();
    const files = this.files === null ? null : new FileBlocks(this.files, from);
    const { height: databaseTip } = await this.blocks.tip(this.manager);
    const tip = Math.max(databaseTip, states.stream.writtenHeight, states.files.writtenHeight);
    const ends: Ends = { states, streamEnd, tip: databaseTip };
    const last = Math.min(to ?? tip, tip);
    const findings: AuditFinding[] = [];
    let previous: string | null = await this.headBefore(from);
    let records = 0;
    for (let height = from; height <= last && findings.length < MAX_FINDINGS; height += 1) {
      const held = await this.hold(height, files);
      const reference = this.referenceOf(height, previous, held);
      findings.push(...this.compareBlock(height, held, reference, ends, previous));
      previous = reference?.head ?? null;
      records += reference?.records ?? 0;
      onProgress?.(height - from + 1, last - from + 1);
    }
    if (to === undefined) findings.push(...(await this.beyond(tip, files, streamEnd.height)));
    await files?.close();
    // The stream may have been cut meanwhile, after an event that says so.
    const { floorHeight } = (await this.blocks.copies(this.manager)).stream;
    const standing = findings.filter(
      ({ copy, fault, block }) => copy !== 'stream' || fault !== 'removed' || block >= floorHeight,
    );
    return {
      blocks: Math.max(0, last - from + 1),
      records,
      copies: AUDIT_COPIES.filter((copy) => copy !== 'files' || files !== null),
      areSignaturesChecked: !this.keys.isEmpty,
      findings: joinMoves(standing),
    };
  }

  private async headBefore(height: number): Promise<string> {
    const [block] = await this.blocks.find(this.manager, height - 1, height - 1);
    return block?.head ?? NO_HEAD;
  }

  private async hold(height: number, files: FileBlocks | null): Promise<Record<AuditCopy, Held>> {
    const [block] = await this.blocks.find(this.manager, height, height);
    const entries = await this.stream.read(height);
    const stream: Held =
      entries.length === 0
        ? NOTHING
        : {
            line: entries.find(({ place }) => place === 0)?.text ?? null,
            records: entries.filter(({ place }) => place > 0).map(({ text }) => text),
            where: [],
            behind: null,
          };
    const held = { stream, files: fileHeld(await files?.take(height)) };
    const line = block === undefined ? null : blockText(block);
    // The range comes from whoever has the block: a removed row must not hide its records.
    const range = [line, stream.line, held.files.line]
      .map((text) => (text === null ? null : blockOf(text)))
      .find((each) => each !== null && this.isSealed(each));
    const records =
      range === null || range === undefined ? null : await this.records.read(this.manager, range);
    return { ...held, database: { line, records, where: [], behind: null } };
  }

  private isSealed(block: SealedBlock): boolean {
    return (
      headOf(block) === block.head &&
      (this.keys.isEmpty || this.keys.verify(block.keyId, block.head, block.signature))
    );
  }

  /** The block as it was sealed: what a copy has, is signed, and goes on from the one before. */
  private referenceOf(
    height: number,
    previous: string | null,
    held: Record<AuditCopy, Held>,
  ): SealedBlock | null {
    const sealed = AUDIT_COPIES.flatMap((copy) => {
      const block = held[copy].line === null ? null : blockOf(held[copy].line);
      return block !== null && block.height === height && this.isSealed(block) ? [block] : [];
    });
    return sealed.find((block) => block.previousHead === previous) ?? sealed[0] ?? null;
  }

  private compareBlock(
    height: number,
    held: Record<AuditCopy, Held>,
    reference: SealedBlock | null,
    ends: Ends,
    previous: string | null,
  ): AuditFinding[] {
    const finding = (part: Omit<AuditFinding, 'block'>): AuditFinding => ({
      block: height,
      ...part,
    });
    if (reference === null)
      return AUDIT_COPIES.filter((copy) => held[copy] !== NOTHING).map((copy) =>
        finding({
          copy,
          fault: 'forged',
          record: null,
          details: ['no copy has the block as it was signed'],
        }),
      );
    const findings: AuditFinding[] = [];
    if (previous !== null && reference.previousHead !== previous)
      findings.push(
        finding({
          copy: 'database',
          fault: 'forged',
          record: null,
          details: ['does not go on from the block before it'],
        }),
      );
    const sealed = sealedRecords(
      reference.root,
      AUDIT_COPIES.map((copy) => held[copy].records),
    );
    for (const copy of AUDIT_COPIES) {
      if (copy === 'files' && this.files === null) continue;
      const absent = this.absence(copy, height, held[copy], ends);
      if (absent !== null) {
        if (absent !== 'as_it_should_be')
          findings.push(finding({ copy, fault: absent, record: null, details: [] }));
        continue;
      }
      findings.push(...compareHeld(copy, held[copy], reference, sealed).map(finding));
    }
    return findings;
  }

  /** Why a copy has nothing of a block; null where it has something. */
  private absence(
    copy: AuditCopy,
    height: number,
    { line, records }: Held,
    { states, streamEnd }: Ends,
  ): 'removed' | 'lost' | 'behind' | 'as_it_should_be' | null {
    if (copy === 'database') return null;
    if (line !== null || (records !== null && records.length > 0)) return null;
    const { writtenHeight, floorHeight } = states[copy];
    if (height < floorHeight) return 'as_it_should_be';
    if (height > writtenHeight) return 'behind';
    if (copy === 'files') return 'removed';
    const isAtItsEnd = height > streamEnd.height;
    return isAtItsEnd && streamEnd.removedHeight < floorHeight ? 'lost' : 'removed';
  }

  /** What there is above the end of the chain. */
  private async beyond(
    tip: number,
    files: FileBlocks | null,
    streamHeight: number,
  ): Promise<AuditFinding[]> {
    const added = (copy: AuditCopy, block: number, record: string | null, details: string[]) => ({
      ...{ copy, fault: 'added' as const, block, record, details },
    });
    // What was sealed since the comparing began is no finding.
    const end = Math.max(tip, (await this.blocks.tip(this.manager)).height);
    const findings: AuditFinding[] = [];
    if (streamHeight > end) findings.push(added('stream', streamHeight, null, []));
    for (const found of (await files?.rest()) ?? [])
      if (!(await this.isHarmless(found, tip, end)))
        findings.push(added('files', found.block?.height ?? 0, null, [placeOf(found)]));
    for (const record of await this.records.fromTheFuture(this.manager))
      findings.push(added('database', 0, record, ['names a transaction that has not begun']));
    return findings;
  }

  /**
   * Whether a block that nobody asked for may be there: it was sealed since, or it is the repetition
   * of another by a sealer that was paused while it wrote.
   */
  private async isHarmless(found: FileBlock, tip: number, tipNow: number): Promise<boolean> {
    const { block, records } = found;
    if (block === null) return false;
    if (block.height > tip) return block.height <= tipNow;
    const [sealed] = await this.blocks.find(this.manager, block.height, block.height);
    return (
      sealed !== undefined && blockText(sealed) === found.text && rootOf(records) === sealed.root
    );
  }
}
