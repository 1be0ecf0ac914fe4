import { register } from 'prom-client';

import type { FinishedHand } from './finished-hand';
import { Settler } from './settler';

const handsTotal = async (): Promise<Record<string, number>> => {
  const metric = await register.getSingleMetric('hands_total')?.get();
  return Object.fromEntries(
    (metric?.values ?? []).map(({ labels, value }) => [String(labels['outcome']), value]),
  );
};

const hand = (handId: string, outcome: FinishedHand['outcome']): FinishedHand =>
  ({
    handId,
    outcome,
    rakeKrw: outcome === 'settled' ? 150 : 0,
    tableId: 't',
    requestId: 'r',
  }) as FinishedHand;

/** Settles hands against a PostgreSQL that knows some of them already. */
async function settle(hands: readonly FinishedHand[], known: readonly string[] = []) {
  const settler = new Settler(
    {
      repository: {
        settle: ({ handId }) => Promise.resolve(known.includes(handId) ? 'repeated' : 'settled'),
      },
      log: { settled: () => Promise.resolve(undefined as never) },
      reporter: { report: () => undefined },
    },
    { tableId: 't', token: 1 },
    { onSettled: () => undefined, onFenced: () => undefined },
  );
  hands.forEach((each) => settler.add(each));
  await settler.stop(1_000);
}

it('the first voided hand is an increase: its series begins at 0', async () => {
  expect(await handsTotal()).toEqual({ settled: 0, voided: 0 });
});

it('each hand is counted when PostgreSQL takes it, however it ended, and not again', async () => {
  await settle([hand('1', 'settled'), hand('2', 'voided')]);
  expect(await handsTotal()).toEqual({ settled: 1, voided: 1 });
  await settle([hand('1', 'settled')], ['1']);
  expect(await handsTotal()).toEqual({ settled: 1, voided: 1 });
  const rake = await register.getSingleMetric('rake_krw_total')?.get();
  expect(rake?.values).toMatchObject([{ value: 150 }]);
});
