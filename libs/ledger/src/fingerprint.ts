import { createHash } from 'node:crypto';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** JSON with sorted keys and nothing undefined: equal values have equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(JSON.parse(JSON.stringify(value)) as Json));
}

function sorted(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sorted);
  const object = value as Readonly<Record<string, Json>>;
  const entries = Object.keys(object).sort();
  return Object.fromEntries(entries.map((key) => [key, sorted(object[key] ?? null)]));
}

/** SHA-256 of the canonical JSON: two requests are the same request when this is the same. */
export const fingerprintOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');
