import { execFileSync } from 'node:child_process';
import { mkdirSync, statfsSync } from 'node:fs';

const ROOMY = '8g';
const MOST_TURNS = 100;

/** A file system in memory that can be made full at any moment, and roomy again. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** Null where this process may not mount. */
  static mount(folder: string): SmallDisk | null {
    mkdirSync(folder, { recursive: true });
    try {
      const options = `size=${ROOMY},mode=0755`;
      run('mount', ['-t', 'tmpfs', '-o', options, 'cardroom-chaos', folder]);
      return new SmallDisk(folder);
    } catch {
      return null;
    }
  }

  /** No page more fits: its size is what is used. Throws where that never stands still. */
  fill(): void {
    for (let turn = 1; ; turn += 1) {
      const { blocks, bfree, bsize } = statfsSync(this.folder);
      try {
        this.resize(String((blocks - bfree) * bsize));
        return;
      } catch (cause) {
        // Somebody wrote between the look and the resize: what is used may not be cut off.
        if (turn === MOST_TURNS) throw cause;
      }
    }
  }

  free(): void {
    this.resize(ROOMY);
  }

  /** What still has a file open there keeps it; everything else is gone. */
  unmount(): void {
    run('umount', ['--lazy', this.folder]);
  }

  private resize(size: string): void {
    run('mount', ['-o', `remount,size=${size}`, this.folder]);
  }
}

const run = (command: string, args: readonly string[]): void => {
  execFileSync(command, args, { stdio: 'pipe' });
};
