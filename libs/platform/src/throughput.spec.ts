import { Throughput } from './throughput';

let nowMs: number;

beforeEach(() => {
  nowMs = 10_000;
  jest.spyOn(performance, 'now').mockImplementation(() => nowMs);
});

afterEach(() => jest.restoreAllMocks());

function after(done: number): Throughput {
  const throughput = new Throughput();
  for (let count = 0; count < done; count += 1) throughput.count();
  nowMs += 1_000;
  return throughput;
}

it.each([
  [0, 0, 1],
  [500, 1_000, 1],
  [5_000, 1_000, 5],
  [5_000, 0, 30],
])('%i that wait, at %i a second, are gone in %i s', (waiting, perSecond, expected) => {
  expect(after(perSecond).secondsFor(waiting)).toBe(expected);
});

it('is what the last whole second did, and nothing after a second without work', () => {
  const throughput = after(7);
  expect(throughput.perSecond).toBe(7);
  nowMs += 1_000;
  expect(throughput.perSecond).toBe(0);
});
