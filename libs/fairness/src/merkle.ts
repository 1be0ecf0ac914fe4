/** The Merkle tree of RFC 6962 §2.1 over hashes of leaves. Rule: docs/rules/fairness.md §2.3. */
import type { Sha256 } from './bytes';

const NODE = 0x01;

/** A tree whose every node is known: the root, and a proof for each leaf. */
export interface MerkleTree {
  readonly root: Uint8Array;
  /** The hashes beside the way from a leaf to the root, the lowest first. */
  pathOf(leaf: number): Uint8Array[];
}

/** The left part of n leaves: the largest power of two below n. */
function leftLeaves(count: number): number {
  let left = 1;
  while (left * 2 < count) left *= 2;
  return left;
}

/**
 * Builds the tree over leaf hashes, in their order.
 *
 * Errors: RangeError without leaves, or for a leaf that is not there.
 */
export function merkleTree(leafHashes: readonly Uint8Array[], sha256: Sha256): MerkleTree {
  const [first] = leafHashes;
  if (first === undefined) throw new RangeError('A tree has leaves');
  if (leafHashes.length === 1) {
    return { root: first, pathOf: (leaf) => leafOnly(leaf) };
  }
  const leftCount = leftLeaves(leafHashes.length);
  const left = merkleTree(leafHashes.slice(0, leftCount), sha256);
  const right = merkleTree(leafHashes.slice(leftCount), sha256);
  return {
    root: sha256(nodeOf(left.root, right.root)),
    pathOf: (leaf) =>
      leaf < leftCount
        ? [...left.pathOf(leaf), right.root]
        : [...right.pathOf(leaf - leftCount), left.root],
  };
}

function nodeOf(left: Uint8Array, right: Uint8Array): Uint8Array {
  const node = new Uint8Array(1 + left.length + right.length);
  node[0] = NODE;
  node.set(left, 1);
  node.set(right, 1 + left.length);
  return node;
}

function leafOnly(leaf: number): Uint8Array[] {
  if (leaf !== 0) throw new RangeError('The tree has no such leaf');
  return [];
}
