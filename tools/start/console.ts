import { stdout } from 'node:process';

/**
 * What people see: finished lines, and on a terminal one live line below them that is written
 * over. Elsewhere (a file, CI) live lines become plain lines, now and then.
 */
export class Console {
  private liveLine = '';
  private plainAtMs = 0;

  constructor(
    private readonly out: NodeJS.WriteStream = stdout,
    private readonly plainEveryMs = 5_000,
  ) {
    // The terminal may be closed while the system drains.
    out.on('error', () => undefined);
  }

  print(text = ''): void {
    this.clear();
    this.out.write(`${text}\n`);
    this.redraw();
  }

  live(text: string): void {
    if (this.out.isTTY) {
      this.clear();
      // A line that wraps could not be written over; some terminals do not know their width.
      this.liveLine = text.slice(0, (this.out.columns || 100) - 1);
      this.redraw();
      return;
    }
    const nowMs = performance.now();
    if (this.plainAtMs !== 0 && nowMs - this.plainAtMs < this.plainEveryMs) return;
    this.plainAtMs = nowMs;
    this.out.write(`${text}\n`);
  }

  /** Leaves the last live line where it is. */
  endLive(): void {
    if (this.liveLine !== '') this.out.write('\n');
    this.liveLine = '';
  }

  private clear(): void {
    if (this.liveLine !== '') this.out.write('\r\u001b[2K');
  }

  private redraw(): void {
    if (this.liveLine !== '') this.out.write(this.liveLine);
  }
}
