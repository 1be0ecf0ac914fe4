import { quantiles, Tally, together } from './tally';

describe('quantiles', () => {
  it('are those of the nearest rank', () => {
    const values = Array.from({ length: 200 }, (_, at) => 200 - at);
    expect(quantiles(values)).toEqual({ p50: 100, p95: 190, p99: 198, max: 200 });
  });

  it('of nothing are 0', () => {
    expect(quantiles([])).toEqual({ p50: 0, p95: 0, p99: 0, max: 0 });
  });
});

describe('the counts of several processes', () => {
  it('add up, refusals by their code', () => {
    const [one, other] = [new Tally(), new Tally()];
    one.receive('42[]');
    one.refuse('A');
    other.refuse('A');
    other.refuse('B');
    other.ackMs.push(3);
    const all = together([one, other]);
    expect(all).toMatchObject({ received: 1, bytesIn: 4, ackMs: [3], errors: { A: 2, B: 1 } });
  });
});

it('some frames of each kind are kept, however many of another came before', () => {
  const tally = new Tally();
  for (let each = 0; each < 3_000; each += 1) tally.receive(`40{"sid":"${each}"}`);
  tally.receive('430[{"ok":true,"data":{"kind":"snapshot"}}]');
  tally.receive('42["delta",{}]');
  tally.receive('431[{"ok":true}]');
  expect(tally.received).toBe(3_003);
  expect(tally.samples).toHaveLength(503);
  expect(tally.samples.slice(-2)).toEqual(['42["delta",{}]', '431[{"ok":true}]']);
});
