import { findSystem } from './find-system';
import { reportLines, verify } from './verify';

async function main(): Promise<number> {
  const found = await findSystem();
  console.log(`verify: checking ${found.where}`);
  try {
    const reports = await verify(found.urls);
    reportLines(reports).forEach((line) => console.log(line));
    return reports.every(({ findings }) => findings.length === 0) ? 0 : 1;
  } finally {
    await found.close();
  }
}

main().then(
  (code) => process.exit(code),
  (cause: unknown) => {
    console.error(
      `verify: cannot check: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
    process.exit(2);
  },
);
