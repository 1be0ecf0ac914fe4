const WIDTH = 40;
const LINES_WITHOUT_TERMINAL = 10;

/** A bar that moves in place on a terminal, and a line now and then elsewhere. */
export class ProgressBar {
  private done = 0;
  private shown = -1;

  constructor(private readonly total: number) {}

  step(by = 1): void {
    this.done += by;
    const share = this.done / this.total;
    if (process.stdout.isTTY) {
      const filled = Math.round(share * WIDTH);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
      process.stdout.write(`\r${bar} ${this.done}/${this.total}`);
      return;
    }
    const tenth = Math.floor(share * LINES_WITHOUT_TERMINAL);
    if (tenth === this.shown) return;
    this.shown = tenth;
    process.stdout.write(`${this.done}/${this.total} hands\n`);
  }

  end(): void {
    if (process.stdout.isTTY) process.stdout.write('\n');
  }
}
