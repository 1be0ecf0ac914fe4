import { hash } from 'node:crypto';

/** JSON with sorted keys and nothing undefined: equal values have equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  if (writesItself(value)) return sorted(value.toJSON());
  const object = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(object).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(object[key])]));
}

const writesItself = (value: object): value is { toJSON: () => unknown } =>
  'toJSON' in value && typeof value.toJSON === 'function';

/** SHA-256 of the canonical JSON: two requests are the same request when this is the same. */
export const fingerprintOf = (value: unknown): string => hash('sha256', canonicalJson(value));
