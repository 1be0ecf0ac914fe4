import { ControlError } from './control';

interface Simulator {
  listen(port: number): Promise<string>;
  close(): Promise<void>;
}

/** Runs a simulator until the process is told to end. Errors: ControlError on a port that is none. */
export async function serve(
  name: string,
  simulator: Simulator,
  port: string | undefined,
): Promise<void> {
  const wanted = /^\d{1,5}$/.test(port ?? '') ? Number(port) : Number.NaN;
  if (!(wanted <= 65_535)) throw new ControlError('give --port');
  console.log(`${name}: listening on ${await simulator.listen(wanted)}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      void simulator.close().finally(() => process.exit(0));
    });
  }
}
