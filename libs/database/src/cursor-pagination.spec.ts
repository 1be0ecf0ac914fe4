import { CursorSigner, pageOf } from './cursor-pagination';

const signer = new CursorSigner('a secret of the house that is long enough');
const codeOf = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (cause) {
    return (cause as { code?: unknown }).code;
  }
};

describe('a cursor', () => {
  it.each(['0190a7c2-0000-7000-8000-000000000001', '', 'a.b', '한국어', '\0'])(
    'brings the position %j back',
    (position) => {
      expect(signer.read('hands:u1', signer.issue('hands:u1', position))).toBe(position);
    },
  );

  it('that is missing begins at the beginning', () => {
    expect(signer.read('hands:u1', undefined)).toBeNull();
  });

  it('#123 of another list or another reader is INVALID_CURSOR', () => {
    const cursor = signer.issue('hands:u1', 'p');
    for (const list of ['hands:u2', 'transactions:u1', 'hands:u1\0p', '']) {
      expect(codeOf(() => signer.read(list, cursor))).toBe('INVALID_CURSOR');
    }
  });

  it('#123 of another house is INVALID_CURSOR', () => {
    const other = new CursorSigner('another secret that is long enough too');
    expect(codeOf(() => signer.read('l', other.issue('l', 'p')))).toBe('INVALID_CURSOR');
  });

  it('#123 with any character changed, cut or added is INVALID_CURSOR', () => {
    const cursor = signer.issue('l', 'position-1');
    const changes = Array.from(cursor, (character, index) => {
      const other = character === 'A' ? 'B' : 'A';
      return cursor.slice(0, index) + other + cursor.slice(index + 1);
    });
    for (const changed of [...changes, cursor.slice(0, -1), `${cursor}A`, `A${cursor}`]) {
      expect(codeOf(() => signer.read('l', changed))).toBe('INVALID_CURSOR');
    }
  });

  it.each(['', '.', '..', 'x', 'cA', 'cA.', "' OR 1=1 --", '%00', 'x'.repeat(100_000)])(
    '#122 %.20j is INVALID_CURSOR',
    (cursor) => {
      expect(codeOf(() => signer.read('l', cursor))).toBe('INVALID_CURSOR');
    },
  );
});

describe('a page', () => {
  const cursorOf = (row: number): string => `after ${row}`;

  it('has a next one only where there are further rows', () => {
    expect(pageOf([1, 2, 3], 2, cursorOf)).toEqual({ items: [1, 2], nextCursor: 'after 2' });
    expect(pageOf([1, 2], 2, cursorOf)).toEqual({ items: [1, 2], nextCursor: null });
    expect(pageOf([], 2, cursorOf)).toEqual({ items: [], nextCursor: null });
  });
});
