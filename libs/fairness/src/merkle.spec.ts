import { createHash } from 'node:crypto';

import { merkleTree } from './merkle';
import { nodeHashes } from './node-hashes.builder';

const { sha256 } = nodeHashes;
const hash = (...parts: Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();
const leafHash = (data: string): Uint8Array => hash(Buffer.from([0]), Buffer.from(data, 'hex'));

/** Leaves and roots that implementations of Certificate Transparency hold themselves to. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The root that a leaf and its path lead to, as RFC 9162 §2.1.3.2 says it. */
function rootOf(leaf: Uint8Array, index: number, count: number, path: Uint8Array[]): Buffer {
  let [node, last] = [index, count - 1];
  let root: Buffer = Buffer.from(leaf);
  for (const beside of path) {
    const isRight = node % 2 === 1 || node === last;
    root = isRight ? hash(Buffer.from([1]), beside, root) : hash(Buffer.from([1]), root, beside);
    if (isRight) {
      while (node % 2 === 0 && node > 0) [node, last] = [node >> 1, last >> 1];
    }
    [node, last] = [node >> 1, last >> 1];
  }
  return root;
}

describe('§2.3 the tree', () => {
  it.each(ROOTS.map((root, index) => [index + 1, root]))('of %i leaves', (count, root) => {
    const tree = merkleTree(LEAVES.slice(0, count).map(leafHash), sha256);
    expect(Buffer.from(tree.root).toString('hex')).toBe(root);
  });

  it('proves each leaf of trees of all sizes up to a deck', () => {
    for (let count = 1; count <= 52; count += 1) {
      const leaves = Array.from({ length: count }, (_, at) => hash(Buffer.from([0, at])));
      const tree = merkleTree(leaves, sha256);
      leaves.forEach((leaf, at) => {
        expect(rootOf(leaf, at, count, tree.pathOf(at)).equals(tree.root)).toBe(true);
      });
    }
  });

  it('takes no two trees for one another, whatever their leaves', () => {
    const [a, b, c] = ['aa', 'bb', 'cc'].map(leafHash);
    const root = (leaves: (Uint8Array | undefined)[]): string =>
      Buffer.from(
        merkleTree(
          leaves.filter((leaf) => leaf !== undefined),
          sha256,
        ).root,
      ).toString('hex');
    const roots = [[a], [b], [a, b], [b, a], [a, b, c], [c, a, b], [a, a]].map(root);
    expect(new Set(roots).size).toBe(roots.length);
  });

  it('has no proof of a leaf that is not there', () => {
    expect(() => merkleTree([], sha256)).toThrow(RangeError);
    const tree = merkleTree(['aa', 'bb', 'cc'].map(leafHash), sha256);
    expect(() => tree.pathOf(3)).toThrow(RangeError);
    expect(() => tree.pathOf(-1)).toThrow(RangeError);
  });
});
