/** Hash functions are arguments: the caller has them from its platform. */
export type Sha256 = (data: Uint8Array) => Uint8Array;
/** A key is read once, for all that is hashed under it: platforms take their time over keys. */
export type HmacSha256 = (key: Uint8Array) => (data: Uint8Array) => Uint8Array;

export interface Hashes {
  readonly sha256: Sha256;
  readonly hmac: HmacSha256;
}

export const HASH_BYTES = 32;

const HEX_HASH = /^[0-9a-f]{64}$/;

/** Of a hand's id: other characters could make the input of two hands alike. */
const PRINTABLE_ASCII = /^[\x21-\x7e]{1,64}$/;

export const ascii = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0));

/** The bytes of a hand's id. Errors: RangeError unless it is 1 to 64 printable ASCII characters. */
export function handIdBytes(handId: string): number[] {
  if (!PRINTABLE_ASCII.test(handId)) throw new RangeError('A hand id is printable ASCII');
  return ascii(handId);
}

export const bigEndian = (value: number): number[] => [
  (value >>> 24) & 0xff,
  (value >>> 16) & 0xff,
  (value >>> 8) & 0xff,
  value & 0xff,
];

/** Whether a text is 32 bytes in lower-case hex: a root, a seed, a commitment. */
export const isHashText = (text: string): boolean => HEX_HASH.test(text);

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte] ?? '';
  return text;
}

/** Reads 32 bytes from lower-case hex. Errors: RangeError for any other text. */
export function hashBytes(text: string): number[] {
  if (!isHashText(text)) throw new RangeError('A hash is 64 lower-case hex digits');
  return Array.from({ length: HASH_BYTES }, (_, at) =>
    Number.parseInt(text.slice(2 * at, 2 * at + 2), 16),
  );
}
