import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { projectRoot } from '@cardroom/testing';

import { evaluateSeven } from './evaluate-seven';
import { loadingMs } from './loading';
import { installPeers, loadPeers, peerVersions, type Peers } from './peers';
import { asMarkdown, asText, withMeasured, type Row } from './report';
import { alternate, type RoundOptions } from './rounds';
import { compareRules, DIFFERENCES, type Comparison } from './rules-oracle';
import { surroundings } from './surroundings';
import { actionsPerHand, actionTimes, bytesPerAction, replays, wholeHands } from './whole-hands';

const USAGE =
  'bench:engine [--json FILE] [--seed N] [--rounds N]: measures the engine and its peers';
const PAGE = join(projectRoot(), 'docs/benchmarks.md');
const COMPARED_HANDS = 5_000;

function evaluationRows(peers: Peers, seed: number, options: RoundOptions): Row[] {
  const [ours, ...others] = alternate(evaluateSeven(peers, seed), options);
  return others.map(({ name, ratio }) => ({
    name: 'evaluate7',
    value: ours?.perSecond ?? 0,
    unit: 'hands/s',
    ratio,
    against: name,
  }));
}

function handRows(peers: Peers, { agreed }: Comparison, options: RoundOptions): Row[] {
  const [ours, theirs] = alternate(wholeHands(peers, agreed), options);
  const [replay] = alternate([replays(agreed)], options);
  const perSecond = ours?.perSecond ?? 0;
  const compared = { ratio: theirs?.ratio ?? 0, against: 'poker-ts' };
  const alone = { ratio: null, against: null };
  const times = actionTimes(agreed);
  return [
    { name: 'hands', value: perSecond, unit: 'hands/s', ...compared },
    { name: 'actions', value: perSecond * actionsPerHand(agreed), unit: 'actions/s', ...compared },
    { name: 'bytes per action', value: bytesPerAction(agreed), unit: 'B', ...alone },
    { name: 'action p50', value: times.p50Us, unit: 'µs', ...alone },
    { name: 'action p99', value: times.p99Us, unit: 'µs', ...alone },
    { name: 'replay', value: replay?.perSecond ?? 0, unit: 'hands/s', ...alone },
    { name: 'loading', value: loadingMs(), unit: 'ms', ...alone },
  ];
}

function comparisonText({ agreed, differences }: Comparison): string {
  const share = (hands: number): string => ((hands / COMPARED_HANDS) * 100).toFixed(1);
  const rows = DIFFERENCES.map(
    (difference) => [difference, differences.get(difference) ?? 0] as const,
  )
    .filter(([, hands]) => hands > 0)
    .map(([difference, hands]) => `| ${difference} | ${hands} | ${share(hands)} % |`);
  return [
    `poker-ts and this engine agree on ${agreed.length} of ${COMPARED_HANDS} random hands, action by`,
    'action and chip by chip. Of the others, what differs first:',
    '',
    '| poker-ts | hands | share |',
    '| --- | ---: | ---: |',
    ...rows,
  ].join('\n');
}

function peersText(): string {
  const peers = Object.entries(peerVersions()).map(([name, version]) => `${name} ${version}`);
  return `Peers: ${peers.join(', ')}.`;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      seed: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '150' },
    },
  });
  const seed = Number(values.seed);
  const options: RoundOptions = { rounds: Number(values.rounds), roundMs: 20 };
  if (!Number.isSafeInteger(seed) || !(options.rounds >= 1)) throw new Error(USAGE);
  installPeers();
  const peers = loadPeers();
  console.log('bench: comparing rules');
  const seeds = Array.from({ length: COMPARED_HANDS }, (_, hand) => seed * 1_000_000 + hand);
  const comparison = compareRules(peers, seeds);
  console.log('bench: seven-card evaluation');
  const evaluation = evaluationRows(peers, seed, options);
  console.log('bench: whole hands');
  const rows = [...evaluation, ...handRows(peers, comparison, options)];
  const where = `${surroundings()}\n${peersText()}`;
  console.log(`\n${asText(rows)}\n\n${comparisonText(comparison)}\n\n${where}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
  const measured = [where, asMarkdown(rows), comparisonText(comparison)].join('\n\n');
  writeFileSync(PAGE, withMeasured(readFileSync(PAGE, 'utf8'), measured));
}

main();
