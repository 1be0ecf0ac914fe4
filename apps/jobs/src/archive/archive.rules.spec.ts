import { bundle, objectName, partitionOf, unbundle } from './archive.rules';

const hands = [1, 2, 3].map((n) => ({
  handId: `0190a7c2-0000-7000-8000-00000000000${n}`,
  packed: Buffer.from('x'.repeat(n * 100)),
}));

describe('an object of hands', () => {
  it('can be read again without anything else', () => {
    expect(unbundle(bundle(hands).content)).toEqual(hands);
    expect(unbundle(Buffer.alloc(0))).toEqual([]);
  });

  it('has each packed hand at its place', () => {
    const { content, places } = bundle(hands);
    const cut = places.map(({ offset, bytes }) => content.subarray(offset, offset + bytes));
    expect(cut).toEqual(hands.map(({ packed }) => packed));
  });

  it.each([1, 10, 19, 50, 119, 200])('that is cut off after %i bytes is refused', (bytes) => {
    expect(() => unbundle(bundle(hands).content.subarray(0, bytes))).toThrow('cut off');
  });

  it('is named by its day and number', () => {
    expect(objectName('2026-11-21', 3)).toBe('hands/2026/11/2026-11-21-0003.bin');
    expect(partitionOf('2026-11-21')).toBe('hand_copies_2026_11_21');
  });
});
