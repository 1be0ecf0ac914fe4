const WIDTH = 40;
const TENTHS = 10;

/** Shows how far a job is: a bar on a terminal, a line for each tenth elsewhere. */
export class ProgressLine {
  private shown = -1;

  constructor(private readonly out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>) {}

  readonly show = (done: number, total: number): void => {
    const share = total === 0 ? 1 : Math.min(1, done / total);
    if (this.out.isTTY) {
      const filled = Math.round(share * WIDTH);
      this.shown = filled;
      this.out.write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total}`);
      return;
    }
    const tenth = Math.floor(share * TENTHS);
    if (tenth === this.shown) return;
    this.shown = tenth;
    this.out.write(`  ${done}/${total}\n`);
  };

  end(): void {
    if (this.out.isTTY && this.shown >= 0) this.out.write('\n');
  }
}
