// Type-checks the whole tree, then what has a world of its own: the pure libs, where `process`, timers and `node:*` do
// not exist, and the load tests, which k6 runs.
import { spawnSync } from 'node:child_process';

const PROJECTS = [
  '.',
  ...[
    'money',
    'protocol',
    'engine',
    'fairness',
    'rake',
    'vip',
    'records',
    'integrity',
    'notifications',
  ].map((lib) => `libs/${lib}`),
  'k6',
];

for (const project of PROJECTS) {
  const result = spawnSync(
    process.execPath,
    [
      ...['node_modules/typescript/bin/tsc', '-p', project, '--noEmit', '--incremental'],
      ...['--tsBuildInfoFile', `node_modules/.cache/typecheck/${project.replace('/', '-')}.json`],
    ],
    {
      stdio: 'inherit',
    },
  );
  if (result.status !== 0) {
    console.error(`typecheck: ${project} does not compile`);
    process.exit(1);
  }
}
console.log(`typecheck: ${PROJECTS.length} projects compile`);
