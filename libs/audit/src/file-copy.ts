import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, truncate } from 'node:fs/promises';
import { join } from 'node:path';

import { assertInvariant } from '@cardroom/platform';

import { beginsBlock, blockOf, blockText, type FilledBlock, type SealedBlock } from './block';

const NAME = /^audit-\d{4}-\d{2}-\d{2}\.jsonl$/;
const NEWLINE = 0x0a;

const fileOf = (block: SealedBlock): string => `audit-${block.sealedAt.slice(0, 10)}.jsonl`;

/** Lines of the files from one that begins a block up to the next. */
export interface FileBlock {
  readonly file: string;
  /** Of the line that begins it, counted from 1. */
  readonly line: number;
  readonly text: string;
  /** Null where the line cannot be read as a block. */
  readonly block: SealedBlock | null;
  readonly records: readonly string[];
}

/**
 * The copy in files: one a day, each block in one write that is on the disk before anybody hears of it.
 * A write that was cut off leaves an unfinished block at the end; it is cut away and written again.
 */
export class FileCopy {
  /** Of the last whole block; null while it is not known. */
  private lastHeight: number | null = null;

  constructor(readonly folder: string) {}

  /**
   * Height of the last whole block, 0 for none. A block above `writtenHeight` that was not finished is
   * cut away; one below it was whole once, and is left for the comparer to find.
   *
   * Errors: throws where the files end in the middle of a block that was whole once.
   */
  async mend(writtenHeight: number): Promise<number> {
    if (this.lastHeight !== null) return this.lastHeight;
    await mkdir(this.folder, { recursive: true });
    let height = 0;
    for (const file of (await this.files()).reverse()) {
      height = await mendFile(join(this.folder, file), writtenHeight);
      if (height > 0) break;
    }
    this.lastHeight = height;
    return height;
  }

  /** Looks at the files anew before the next block: somebody else may have mended them. */
  forget(): void {
    this.lastHeight = null;
  }

  /** Adds a block whole, after `mend`; one that is there already is not added again. */
  async append(filled: FilledBlock): Promise<void> {
    assertInvariant(this.lastHeight !== null, 'files are mended before they are written');
    if (filled.block.height <= this.lastHeight) return;
    const path = join(this.folder, fileOf(filled.block));
    const lines = [blockText(filled.block), ...filled.records, ''].join('\n');
    // Whatever breaks the write off, the end is looked at again before the next.
    this.lastHeight = null;
    const file = await open(path, 'a');
    try {
      await file.writeFile(lines);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(this.folder);
    this.lastHeight = filled.block.height;
  }

  /** Every block in the order of the files; one that is unfinished at the very end is left out. */
  async *read(): AsyncGenerator<FileBlock> {
    const files = await this.files();
    for (const file of files) {
      const isLast = file === files.at(-1);
      let held: FileBlock | null = null;
      for await (const block of blocksOf(this.folder, file, isLast)) {
        if (held !== null) yield held;
        held = block;
      }
      if (held !== null && !(isLast && isUnfinished(held))) yield held;
    }
  }

  /** Moves the files aside under another name and writes new ones. */
  async replace(blocks: AsyncIterable<FilledBlock>, suffix: string): Promise<number> {
    for (const file of await this.files()) {
      await rename(join(this.folder, file), join(this.folder, `${file}.${suffix}`));
    }
    this.lastHeight = 0;
    let written = 0;
    for await (const filled of blocks) {
      await this.append(filled);
      written += 1;
    }
    return written;
  }

  private async files(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names.filter((name) => NAME.test(name)).sort();
  }
}

const isUnfinished = ({ block, records }: FileBlock): boolean =>
  block === null || records.length < block.records;

interface Line {
  readonly text: string;
  /** Whether a newline ends it. */
  readonly isWhole: boolean;
  /** Where it ends in the file, in bytes. */
  readonly end: number;
}

/** Lines by newlines alone: a text may hold other characters that readers of lines stop at. */
async function* linesOf(path: string): AsyncGenerator<Line> {
  let rest = Buffer.alloc(0);
  let end = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk]);
    for (let at = rest.indexOf(NEWLINE); at >= 0; at = rest.indexOf(NEWLINE)) {
      end += at + 1;
      yield { text: rest.subarray(0, at).toString(), isWhole: true, end };
      rest = rest.subarray(at + 1);
    }
  }
  if (rest.length > 0) yield { text: rest.toString(), isWhole: false, end: end + rest.length };
}

/** Cuts an unfinished block off the end of a file; the highest that is whole. */
async function mendFile(path: string, writtenHeight: number): Promise<number> {
  // A sealer that was paused may have written an old block once more: the last need not be the highest.
  let [highest, height, begin, end, missing] = [0, 0, 0, 0, 0];
  for await (const line of linesOf(path)) {
    const block = line.isWhole ? blockOf(line.text) : null;
    if (block !== null) {
      highest = Math.max(highest, height);
      [height, begin, missing] = [block.height, end, block.records];
    } else if (line.isWhole) missing -= 1;
    if (line.isWhole) end = line.end;
  }
  if (missing <= 0) {
    await truncate(path, end);
    return Math.max(highest, height);
  }
  if (height <= writtenHeight) throw new Error(`${path} ends within block ${height}`);
  await truncate(path, begin);
  return highest;
}

async function* blocksOf(folder: string, file: string, isLast: boolean): AsyncGenerator<FileBlock> {
  let number = 0;
  let held: (FileBlock & { records: string[] }) | null = null;
  for await (const { text, isWhole } of linesOf(join(folder, file))) {
    // Being written, or left by a sealer that was killed: it is cut away before the next block.
    if (isLast && !isWhole) break;
    number += 1;
    if (held !== null && !beginsBlock(text)) {
      held.records.push(text);
      continue;
    }
    if (held !== null) yield held;
    held = { file, line: number, text, block: blockOf(text), records: [] };
  }
  if (held !== null) yield held;
}

/** A new file is there after a crash only when its folder is on the disk as well. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
