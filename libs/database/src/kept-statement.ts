import { createHash } from 'node:crypto';

const MARK = '/* kept */ ';
const names = new Map<string, string>();

/**
 * Marks a statement that each connection is to parse once and keep, instead of parsing it each time:
 * for constant texts that are asked often and are long to parse beside what they do.
 */
export const keptStatement = (text: string): string => `${MARK}${text}`;

/** What the driver is asked: a marked text under a name, anything else as it is. */
export function withName(query: unknown): unknown {
  if (typeof query !== 'string' || !query.startsWith(MARK)) return query;
  return { name: nameOf(query), text: query };
}

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 16);
  names.set(text, name);
  return name;
}
