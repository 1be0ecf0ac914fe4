/** How long the JSON of a hand stays in PostgreSQL. */
export const JSON_DAYS = 7;

/** How long packed copies stay in Redis and in PostgreSQL; older ones are in cold storage. */
export const WARM_DAYS = 30;

export const DAY_MS = 24 * 3_600_000;

/** At most so many hands in one object: it is written and read back whole. */
export const HANDS_PER_OBJECT = 10_000;

/** The partition of `hand_copies` for a day such as `2026-11-21`. */
export const partitionOf = (day: string): string => `hand_copies_${day.replaceAll('-', '_')}`;

/** The name of an object of a day; the first has number 1. */
export const objectName = (day: string, number: number): string =>
  `hands/${day.slice(0, 4)}/${day.slice(5, 7)}/${day}-${String(number).padStart(4, '0')}.bin`;

export interface PackedHand {
  readonly handId: string;
  readonly packed: Buffer;
}

export interface PlacedHand {
  readonly handId: string;
  readonly offset: number;
  readonly bytes: number;
}

const ID_BYTES = 16;
const LENGTH_BYTES = 4;

/**
 * Hands one after the other, each behind its id and its length, so that the object can be read
 * without the database. The places are those of the packed hands themselves.
 */
export function bundle(hands: readonly PackedHand[]): {
  readonly content: Buffer;
  readonly places: readonly PlacedHand[];
} {
  const parts: Buffer[] = [];
  const places: PlacedHand[] = [];
  let offset = 0;
  for (const { handId, packed } of hands) {
    const head = Buffer.alloc(ID_BYTES + LENGTH_BYTES);
    Buffer.from(handId.replaceAll('-', ''), 'hex').copy(head);
    head.writeUInt32BE(packed.length, ID_BYTES);
    parts.push(head, packed);
    places.push({ handId, offset: offset + head.length, bytes: packed.length });
    offset += head.length + packed.length;
  }
  return { content: Buffer.concat(parts), places };
}

/** Reads such an object again. Errors: throws where it is cut off. */
export function unbundle(content: Buffer): PackedHand[] {
  const hands: PackedHand[] = [];
  for (let at = 0; at < content.length;) {
    const body = at + ID_BYTES + LENGTH_BYTES;
    if (body > content.length) throw new Error('an object of hands is cut off');
    const hex = content.toString('hex', at, at + ID_BYTES);
    const end = body + content.readUInt32BE(at + ID_BYTES);
    if (end > content.length) throw new Error('an object of hands is cut off');
    const handId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    hands.push({ handId, packed: content.subarray(body, end) });
    at = end;
  }
  return hands;
}
