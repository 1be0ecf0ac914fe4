import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { NO_HEAD, type SealedBlock } from './block';

/** A copy beside the database. */
export const WRITTEN_COPIES = ['stream', 'files'] as const;
export type WrittenCopy = (typeof WRITTEN_COPIES)[number];

/** How far a copy has been written, and from which block on it must be whole. */
export interface CopyState {
  readonly writtenHeight: number;
  readonly floorHeight: number;
}

/** Where the chain ends. */
export interface ChainTip {
  readonly height: number;
  readonly head: string;
  readonly belowXid: string;
}

const NO_BLOCK: ChainTip = { height: 0, head: NO_HEAD, belowXid: '0' };

/** Whoever seals, and the token that fences off whoever did before. */
export interface SealerLease {
  readonly holder: string;
  readonly token: number;
}

interface BlockRow {
  readonly height: number;
  readonly from_xid: string;
  readonly below_xid: string;
  readonly records: number;
  readonly root: string;
  readonly previous_head: string;
  readonly sealed_at: Date;
  readonly key_id: string;
  readonly head: string;
  readonly signature: string;
}

const COLUMNS = `height, from_xid::text AS from_xid, below_xid::text AS below_xid, records, root,
  previous_head, sealed_at, key_id, head, signature`;

const blockOfRow = (row: BlockRow): SealedBlock => ({
  height: row.height,
  fromXid: row.from_xid,
  belowXid: row.below_xid,
  records: row.records,
  root: row.root,
  previousHead: row.previous_head,
  sealedAt: row.sealed_at.toISOString(),
  keyId: row.key_id,
  head: row.head,
  signature: row.signature,
});

/** Blocks, who may seal them, and how far the copies are. */
@Injectable()
export class AuditBlockRepository {
  /** The lease of the one sealer, taken or renewed; null while another has it. */
  async lease(manager: EntityManager, holder: string, lifeMs: number): Promise<SealerLease | null> {
    const [row] = await manager.query<{ token: number }[]>(
      `WITH leased AS (
         UPDATE audit_sealer SET holder = $1, token = token + (holder <> $1)::int,
           expires_at = now() + $2 * interval '1 millisecond'
         WHERE holder = $1 OR expires_at <= now() RETURNING token)
       SELECT token FROM leased`,
      [holder, lifeMs],
    );
    return row === undefined ? null : { holder, token: row.token };
  }

  /** Gives the lease back, so that the next sealer need not wait for its end. */
  async release(manager: EntityManager, { holder, token }: SealerLease): Promise<void> {
    await manager.query(
      'UPDATE audit_sealer SET expires_at = now() WHERE holder = $1 AND token = $2',
      [holder, token],
    );
  }

  async tip(manager: EntityManager): Promise<ChainTip> {
    const [row] = await manager.query<{ height: number; head: string; below_xid: string }[]>(
      `SELECT height, head, below_xid::text AS below_xid FROM audit_blocks
       ORDER BY height DESC LIMIT 1`,
    );
    if (row === undefined) return NO_BLOCK;
    return { height: row.height, head: row.head, belowXid: row.below_xid };
  }

  /** False where the lease is another's by now: then nothing was added. */
  async add(manager: EntityManager, block: SealedBlock, lease: SealerLease): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO audit_blocks (height, from_xid, below_xid, records, root, previous_head, sealed_at,
         key_id, head, signature, sealer_token)
       SELECT $1, $2::xid8, $3::xid8, $4, $5, $6, $7, $8, $9, $10, s.token FROM audit_sealer s
       WHERE s.holder = $11 AND s.token = $12 FOR UPDATE
       RETURNING height`,
      [
        ...[block.height, block.fromXid, block.belowXid, block.records, block.root],
        ...[block.previousHead, block.sealedAt, block.keyId, block.head, block.signature],
        ...[lease.holder, lease.token],
      ],
    );
    return rows.length === 1;
  }

  async find(manager: EntityManager, from: number, to: number): Promise<SealedBlock[]> {
    const rows = await manager.query<BlockRow[]>(
      `SELECT ${COLUMNS} FROM audit_blocks WHERE height BETWEEN $1 AND $2 ORDER BY height`,
      [from, to],
    );
    return rows.map(blockOfRow);
  }

  /** The block that holds what a transaction has written; null where it is not sealed yet. */
  async holding(manager: EntityManager, xid: string): Promise<SealedBlock | null> {
    const [row] = await manager.query<BlockRow[]>(
      `SELECT ${COLUMNS} FROM audit_blocks
       WHERE from_xid <= $1::xid8 ORDER BY from_xid DESC LIMIT 1`,
      [xid],
    );
    return row === undefined || BigInt(row.below_xid) <= BigInt(xid) ? null : blockOfRow(row);
  }

  async rememberKey(manager: EntityManager, keyId: string, publicKey: string): Promise<void> {
    await manager.query(
      'INSERT INTO audit_keys (key_id, public_key) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [keyId, publicKey],
    );
  }

  async publicKey(manager: EntityManager, keyId: string): Promise<string | null> {
    const [row] = await manager.query<{ public_key: string }[]>(
      'SELECT public_key FROM audit_keys WHERE key_id = $1',
      [keyId],
    );
    return row?.public_key ?? null;
  }

  async copies(manager: EntityManager): Promise<Record<WrittenCopy, CopyState>> {
    const rows = await manager.query<
      { copy: WrittenCopy; written_height: number; floor_height: number }[]
    >('SELECT copy, written_height, floor_height FROM audit_copies');
    const stateOf = (copy: WrittenCopy): CopyState => {
      const row = rows.find((each) => each.copy === copy);
      return { writtenHeight: row?.written_height ?? 0, floorHeight: row?.floor_height ?? 1 };
    };
    return { stream: stateOf('stream'), files: stateOf('files') };
  }

  /** A copy has been written up to a block; it never goes back. */
  async wrote(manager: EntityManager, copy: WrittenCopy, height: number): Promise<void> {
    await manager.query(
      `UPDATE audit_copies SET written_height = $2, changed_at = now()
       WHERE copy = $1 AND written_height < $2`,
      [copy, height],
    );
  }

  /** From now on a copy begins with a later block. False where it did already. */
  async raiseFloor(manager: EntityManager, copy: WrittenCopy, height: number): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `WITH raised AS (
         UPDATE audit_copies SET floor_height = $2, changed_at = now()
         WHERE copy = $1 AND floor_height < $2 RETURNING 1)
       SELECT 1 FROM raised`,
      [copy, height],
    );
    return rows.length === 1;
  }
}
