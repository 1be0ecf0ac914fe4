import type { Keys } from '@cardroom/cache';
import type { Redis } from 'ioredis';

import { blockText, type FilledBlock } from './block';

/** What an entry of the stream says, under the one field that it has. */
const FIELD = 'line';

const READ_COUNT = 1_000;

/** An entry of the stream: which block and which place its id names, and its text. */
export interface StreamEntry {
  readonly height: number;
  readonly place: number;
  readonly text: string;
}

interface StreamEnd extends Pick<StreamEntry, 'height' | 'place'> {
  /** Height of the last entry that somebody has removed; 0 where nobody has. */
  readonly removedHeight: number;
}

function placeOf(id: string): Pick<StreamEntry, 'height' | 'place'> {
  const [height = '0', place = '0'] = id.split('-');
  return { height: Number(height), place: Number(place) };
}

const isKnown = (cause: unknown): boolean =>
  cause instanceof Error && cause.message.includes('equal or smaller');

/**
 * The copy in Redis. The id of an entry is its block's height and its place: 0 for the block, then its
 * records. Redis takes no id twice and none below the last, so that writing again adds nothing.
 */
export class StreamCopy {
  constructor(
    private readonly redis: Redis,
    private readonly keys: Keys,
  ) {}

  /** The last entry; height 0 where there is none. */
  async end(): Promise<StreamEnd> {
    const key = this.keys.auditStream();
    if ((await this.redis.exists(key)) === 0) return { height: 0, place: 0, removedHeight: 0 };
    const info = (await this.redis.xinfo('STREAM', key)) as unknown[];
    const value = (name: string): unknown => info[info.indexOf(name) + 1];
    const [last] = await this.redis.xrevrange(key, '+', '-', 'COUNT', 1);
    return {
      ...placeOf(last?.[0] ?? '0-0'),
      removedHeight: placeOf(String(value('max-deleted-entry-id'))).height,
    };
  }

  /** Adds a block, or what is missing of it. */
  async append(filled: FilledBlock, key = this.keys.auditStream()): Promise<void> {
    const { height } = filled.block;
    const writing = this.redis.multi();
    [blockText(filled.block), ...filled.records].forEach((line, place) => {
      writing.xadd(key, `${height}-${place}`, FIELD, line);
    });
    const answers = (await writing.exec()) ?? [];
    for (const [cause] of answers) if (cause !== null && !isKnown(cause)) throw cause;
  }

  /** The entries of a block, in their order; where they end, nothing. */
  async read(height: number): Promise<StreamEntry[]> {
    const entries: StreamEntry[] = [];
    let from = `${height}-0`;
    for (;;) {
      const page = await this.redis.xrange(
        this.keys.auditStream(),
        from,
        `${height}-18446744073709551615`,
        'COUNT',
        READ_COUNT,
      );
      entries.push(...page.map(([id, fields]) => ({ ...placeOf(id), text: fields[1] ?? '' })));
      const last = page.at(-1);
      if (last === undefined || page.length < READ_COUNT) return entries;
      from = `(${last[0]}`;
    }
  }

  /** Removes blocks below a height; who asks has written that down before. */
  async trim(floorHeight: number): Promise<void> {
    await this.redis.xtrim(this.keys.auditStream(), 'MINID', `${floorHeight}-0`);
  }

  /** Writes the stream anew beside the old one, and puts it in its place at once. */
  async replace(blocks: AsyncIterable<FilledBlock>): Promise<number> {
    const fresh = this.keys.auditStreamRebuilding();
    await this.redis.del(fresh);
    let written = 0;
    for await (const filled of blocks) {
      await this.append(filled, fresh);
      written += 1;
    }
    if (written > 0) await this.redis.rename(fresh, this.keys.auditStream());
    return written;
  }
}
