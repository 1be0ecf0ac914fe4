import { NAMES } from './names';

const PLACE_OF_NAME = new Map(NAMES.map((name, place) => [name, place]));
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;
const HASH = /^[\da-f]{64}$/;
const UUID_BYTES = 16;
const HASH_BYTES = 32;
const UUID_LENGTH = 36;
const HASH_LENGTH = 64;

/**
 * A plain value as MessagePack has it shortest: objects as maps whose known names are their places,
 * ids and hashes as their bytes. `expand` gives the value back.
 *
 * Rule: docs/reference/messagepack.md §3.
 *
 * @example compact({ seat: 3 }) // Map { 0 → 3 }
 */
export function compact(value: unknown): unknown {
  if (typeof value === 'string') return compactText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(compact);
  const map = new Map<number | string, unknown>();
  const properties = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(properties)) {
    const property = properties[name];
    if (property !== undefined) map.set(PLACE_OF_NAME.get(name) ?? name, compact(property));
  }
  return map;
}

function compactText(text: string): string | Uint8Array {
  if (text.length === UUID_LENGTH && UUID.test(text)) return bytesOf(text.replaceAll('-', ''));
  if (text.length === HASH_LENGTH && HASH.test(text)) return bytesOf(text);
  return text;
}

/** What `compact` was given. Errors: throws where it cannot have come from `compact`. */
export function expand(value: unknown): unknown {
  if (value instanceof Uint8Array) return expandBytes(value);
  if (Array.isArray(value)) return value.map(expand);
  if (!(value instanceof Map)) return value;
  const properties = [...(value as ReadonlyMap<unknown, unknown>)];
  return Object.fromEntries(
    properties.map(([name, property]) => [nameAt(name), expand(property)] as const),
  );
}

function nameAt(place: unknown): string {
  if (typeof place === 'string') return place;
  const name = typeof place === 'number' ? NAMES[place] : undefined;
  if (name === undefined) throw new Error('A property has no name that this version knows');
  return name;
}

const HEX_OF_BYTE = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const UUID_DASHES_BEFORE = [4, 6, 8, 10];

function expandBytes(bytes: Uint8Array): string {
  const isUuid = bytes.length === UUID_BYTES;
  if (!isUuid && bytes.length !== HASH_BYTES) {
    throw new Error('Bytes are an id of 16 or a hash of 32');
  }
  let text = '';
  for (const [place, byte] of bytes.entries()) {
    if (isUuid && UUID_DASHES_BEFORE.includes(place)) text += '-';
    text += HEX_OF_BYTE[byte] ?? '';
  }
  return text;
}

function bytesOf(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = digitAt(hex, 2 * at) * 16 + digitAt(hex, 2 * at + 1);
  }
  return bytes;
}

const CODE_OF_0 = 48;
const CODE_OF_9 = 57;
const CODE_OF_A_MINUS_10 = 87;

/** By the code of the letter: parsing text two letters at a time takes three times as long. */
function digitAt(hex: string, at: number): number {
  const code = hex.charCodeAt(at);
  return code - (code > CODE_OF_9 ? CODE_OF_A_MINUS_10 : CODE_OF_0);
}
