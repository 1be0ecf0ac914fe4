import type { FileBlock, FileCopy } from './file-copy';

/** So many blocks are read ahead for one that does not stand in its place. */
const LOOK_AHEAD = 256;

export interface FoundBlock extends FileBlock {
  /** Height of a later block that stands before it; null where none does. */
  readonly behind: number | null;
}

/** Blocks of the files by their heights, read once from the first file to the last. */
export class FileBlocks {
  private readonly blocks: AsyncGenerator<FileBlock>;
  private readonly ahead: FileBlock[] = [];
  private readonly strays: FileBlock[] = [];

  constructor(
    files: FileCopy,
    private readonly from: number,
  ) {
    this.blocks = files.read();
  }

  /** The block of a height; heights are asked for in their order. Null where it is not found. */
  async take(height: number): Promise<FoundBlock | null> {
    for (let at = 0; at < LOOK_AHEAD; at += 1) {
      const candidate = this.ahead[at] ?? (await this.readAhead());
      if (candidate === null) return null;
      if (candidate.block?.height !== height) continue;
      const before = this.ahead.splice(0, at + 1).slice(0, at);
      const later = before.filter(({ block }) => block !== null && block.height > height);
      this.strays.push(...before.filter((each) => !later.includes(each)));
      this.ahead.unshift(...later);
      return { ...candidate, behind: later[0]?.block?.height ?? null };
    }
    return null;
  }

  /** Blocks that nobody has taken: of another height, more than once, or unreadable. */
  async rest(): Promise<FileBlock[]> {
    while ((await this.readAhead()) !== null);
    return [...this.strays, ...this.ahead];
  }

  async close(): Promise<void> {
    await this.blocks.return(undefined);
  }

  private async readAhead(): Promise<FileBlock | null> {
    for (;;) {
      const next = await this.blocks.next();
      if (next.done === true) return null;
      const { block } = next.value;
      if (block !== null && block.height < this.from) continue;
      this.ahead.push(next.value);
      return next.value;
    }
  }
}
