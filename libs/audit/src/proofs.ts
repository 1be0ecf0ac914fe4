import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { leafHash, objectOf, pathOf, recordName, type SealedBlock } from './block';
import { AuditBlockRepository } from './block.repository';
import { AuditRecordRepository } from './record.repository';

/** That a record is in a block whose head is signed. */
export interface SealProof {
  /** Place of the record in its block, counted from 0. */
  readonly index: number;
  /** The hashes beside the way from the leaf to the root, the lowest first, in hex. */
  readonly path: readonly string[];
  readonly block: SealedBlock;
  /** In PEM, as it was told when it was first used: trust the one that was published. */
  readonly publicKey: string | null;
}

export interface AuditProof {
  /** The transfer as it is sealed. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly leafHash: string;
  /** Null while it waits for its block: a second or so. */
  readonly seal: SealProof | null;
}

/** What proves that a transfer is in the audit trail as it is in the books. */
@Injectable()
export class AuditProofs {
  constructor(
    private readonly blocks: AuditBlockRepository,
    private readonly records: AuditRecordRepository,
  ) {}

  /** Null where there is no such transfer. */
  async ofTransfer(manager: EntityManager, transferId: string): Promise<AuditProof | null> {
    const found = (await this.records.transfers(manager, [transferId])).get(transferId);
    if (found === undefined) return null;
    const { xid, record } = found;
    const block = await this.blocks.holding(manager, xid);
    return {
      record: objectOf(record) ?? {},
      leafHash: leafHash(record),
      seal: block === null ? null : await this.seal(manager, block, record),
    };
  }

  /** The leaf hashes of transfers by their ids, in one statement. */
  async leafHashes(
    manager: EntityManager,
    transferIds: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const found = await this.records.transfers(manager, transferIds);
    return new Map([...found].map(([id, { record }]) => [id, leafHash(record)]));
  }

  /** Null where the block does not hold the record any more: the comparer names what happened. */
  private async seal(
    manager: EntityManager,
    block: SealedBlock,
    record: string,
  ): Promise<SealProof | null> {
    const records = await this.records.read(manager, block);
    const index = records.findIndex((each) => recordName(each) === recordName(record));
    if (index < 0) return null;
    const publicKey = await this.blocks.publicKey(manager, block.keyId);
    return { index, path: pathOf(records, index), block, publicKey };
  }
}
