import { chaos } from './chaos';
import { readOptions, USAGE } from './options';
import { allFindings, reportLines } from './report';

const messageOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);

async function main(): Promise<number> {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (cause) {
    console.error(`chaos: ${messageOf(cause)}\n${USAGE}`);
    return 2;
  }
  if (options === null) {
    console.log(USAGE);
    return 0;
  }
  console.log(`chaos: seed ${options.seed}`);
  const ending = new AbortController();
  process.once('SIGINT', () => ending.abort());
  process.once('SIGTERM', () => ending.abort());
  const { signal } = ending;
  const report = await chaos({ ...options, signal, onNote: (note) => console.log(note) });
  const findings = allFindings(report);
  [...report.findings, ...findings.filter((each) => each.startsWith('after '))].forEach((finding) =>
    console.log(`✗ ${finding}`),
  );
  reportLines(report).forEach((line) => console.log(line));
  return findings.length === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (cause: unknown) => {
    console.error(`chaos: ${messageOf(cause)}`);
    process.exit(1);
  },
);
