import { findProgram, type Program } from '@cardroom/testing';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const SCALE = 1;
const CLIENTS = 16;

/** pgbench's own transaction, TPC-B as it calls it, on the same server. */
export class TpcB {
  private constructor(
    private readonly program: Program,
    private readonly databaseUrl: string,
  ) {}

  /** Makes its tables. Errors: throws where there is no pgbench. */
  static async prepare(databaseUrl: string): Promise<TpcB> {
    const note = (text: string): void => console.log(`bench: ${text}`);
    const program = await findProgram('pgbench', 'postgresql-15', note);
    if (program === null) throw new Error('pgbench is not to be had: install postgresql-contrib');
    const bench = new TpcB(program, databaseUrl);
    await bench.call('-i', '-s', `${SCALE}`, '-q');
    return bench;
  }

  /** Transactions a second of 16 clients, without the time to connect. */
  async perSecond(seconds: number): Promise<number> {
    const output = await this.call('-c', `${CLIENTS}`, '-j', '2', '-T', `${seconds}`, '-n');
    const [, tps] = /tps = ([\d.]+) \(without/.exec(output) ?? [];
    if (tps === undefined) throw new Error(`pgbench did not say how fast it was:\n${output}`);
    return Number(tps);
  }

  private async call(...args: string[]): Promise<string> {
    const { command, env } = this.program;
    const { stdout } = await run(command, [...args, this.databaseUrl], {
      env: { ...process.env, ...env },
    });
    return stdout;
  }
}
