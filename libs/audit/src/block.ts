import { merkleTree, type MerkleTree } from '@cardroom/fairness';
import { canonicalJson } from '@cardroom/ledger';
import { HASHES } from '@cardroom/platform';

/** What the signature of a block binds. Rule: docs/rules/audit.md §3. */
export interface BlockHeader {
  readonly height: number;
  /** The transactions whose records it holds: from this one … */
  readonly fromXid: string;
  /** … up to this one, which belongs to the next block. */
  readonly belowXid: string;
  readonly records: number;
  /** Merkle root over the records in their order, in hex. */
  readonly root: string;
  /** Head of the block before it; zeros for the first. */
  readonly previousHead: string;
  readonly sealedAt: string;
  readonly keyId: string;
}

export interface SealedBlock extends BlockHeader {
  /** SHA-256 of the canonical header, in hex: what the next block names and the key signs. */
  readonly head: string;
  /** Ed25519, in base64. */
  readonly signature: string;
}

/** A block with its records as canonical texts, as every copy holds it. */
export interface FilledBlock {
  readonly block: SealedBlock;
  readonly records: readonly string[];
}

export const NO_HEAD = '0'.repeat(64);

const LEAF = Uint8Array.of(0);

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function leafBytes(record: string): Uint8Array {
  return HASHES.sha256(Buffer.concat([LEAF, Buffer.from(record)]));
}

/** The leaf hash of RFC 6962 §2.1 over a record's canonical text, in hex. */
export const leafHash = (record: string): string => toHex(leafBytes(record));

/** The Merkle tree over records. Errors: RangeError without records. */
const treeOf = (records: readonly string[]): MerkleTree =>
  merkleTree(records.map(leafBytes), HASHES.sha256);

/** The Merkle root over records in their order, in hex; the root of none is no root. */
export const rootOf = (records: readonly string[]): string =>
  records.length === 0 ? '' : toHex(treeOf(records).root);

/** The hashes beside the way from a record to the root, the lowest first, in hex. */
export const pathOf = (records: readonly string[], index: number): string[] =>
  treeOf(records).pathOf(index).map(toHex);

const HEADER_FIELDS = [
  'height',
  'fromXid',
  'belowXid',
  'records',
  'root',
  'previousHead',
  'sealedAt',
  'keyId',
] as const satisfies readonly (keyof BlockHeader)[];

/** The head of a block: SHA-256 of its canonical header, in hex. */
export function headOf(header: BlockHeader): string {
  const bound = Object.fromEntries(HEADER_FIELDS.map((field) => [field, header[field]]));
  return toHex(HASHES.sha256(Buffer.from(canonicalJson(bound))));
}

/** The line that a block begins with, in the stream and in the files. */
export const blockText = (block: SealedBlock): string => canonicalJson({ kind: 'block', ...block });

const isText = (value: unknown): value is string => typeof value === 'string';

/** Whether a line begins a block, be it a broken one. */
export const beginsBlock = (text: string): boolean =>
  text.includes('"kind":"block"') && objectOf(text)?.['kind'] === 'block';

/** Reads the line that a block begins with; null where it is none. */
export function blockOf(text: string): SealedBlock | null {
  const value = objectOf(text) ?? {};
  const { height, records } = value;
  const texts = [...HEADER_FIELDS, 'head', 'signature'].filter(
    (field) => field !== 'height' && field !== 'records',
  );
  const isWhole = Number.isSafeInteger(height) && Number.isSafeInteger(records);
  if (!isWhole || !texts.every((field) => isText(value[field]))) return null;
  const { kind, ...block } = value;
  return kind === 'block' ? (block as unknown as SealedBlock) : null;
}

/** The members of a JSON object; null where a text is none. */
export function objectOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

/** How a record is called: its kind and its id. */
export function recordName(text: string): string {
  const { kind, id } = objectOf(text) ?? {};
  return isText(kind) && isText(id) ? `${kind} ${id}` : `record ${leafHash(text).slice(0, 16)}`;
}
