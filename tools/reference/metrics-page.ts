import type { DeclaredMetric } from './declared-metrics';

const rowOf = ({ name, type, labels, help, place }: DeclaredMetric): string => {
  const labelled = labels.map((label) => `\`${label}\``).join(', ');
  return `| \`${name}\` | ${type} | ${labelled} | ${help.replaceAll('|', '\\|')} | ${place} |`;
};

/** The text of `docs/reference/metrics.md`, made from what the code declares. */
export const metricsPage = (metrics: readonly DeclaredMetric[]): string =>
  [
    '# Metrics',
    '',
    'Made from the code by `npm run reference`; a test compares the two, another one the page with what',
    'the running apps give on `/metrics`.',
    '',
    'Times are in seconds, money in won, sizes in bytes. Labels have few values each: routes are patterns,',
    'and no label names a player, a table or a hand. The last column says who feeds it: an app, or a lib in',
    'each app that uses it. Beside these, each process gives what `prom-client` knows of a Node process:',
    '`process_*` and `nodejs_*`, with the delay of the event loop in `nodejs_eventloop_lag_p99_seconds`: of the',
    'time since anyone asked last, so that who asks just after another is told 0.',
    'Dashboards and alerts are asked of them: [seeing.md](../operating/seeing.md).',
    '',
    '| name | type | labels | what it says | fed by |',
    '| --- | --- | --- | --- | --- |',
    ...metrics.map(rowOf),
    '',
  ].join('\n');
