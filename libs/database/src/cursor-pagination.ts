import { createHmac, timingSafeEqual } from 'node:crypto';

import { BusinessError } from '@cardroom/platform';

export interface Page<T> {
  readonly items: readonly T[];
  /** Give it back to read on; null at the end of the list. */
  readonly nextCursor: string | null;
}

export const MAX_PAGE_SIZE = 100;

const SIGNATURE_LENGTH = 22;

/** Issues cursors that only we can make, each good for one list of one reader. */
export class CursorSigner {
  constructor(private readonly secret: string) {}

  issue(list: string, position: string): string {
    return `${Buffer.from(position).toString('base64url')}.${this.sign(list, position)}`;
  }

  /** Errors: BusinessError INVALID_CURSOR where it was not issued for this list. */
  read(list: string, cursor: string | undefined): string | null {
    if (cursor === undefined) return null;
    const [body = ''] = cursor.split('.', 1);
    const position = Buffer.from(body, 'base64url').toString();
    // Compared whole: a decoder passes over letters that nobody wrote.
    const expected = Buffer.from(this.issue(list, position));
    const given = Buffer.from(cursor);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
      throw new BusinessError('INVALID_CURSOR');
    }
    return position;
  }

  private sign(list: string, position: string): string {
    const hmac = createHmac('sha256', this.secret).update(`${list}\0${position}`);
    return hmac.digest('base64url').slice(0, SIGNATURE_LENGTH);
  }
}

/** Cuts a page from one row more than it holds, which tells whether there are others. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (last: T) => string,
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items, nextCursor: hasMore ? cursorOf(last) : null };
}
