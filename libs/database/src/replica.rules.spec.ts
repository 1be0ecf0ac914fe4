import { MAX_BEHIND_MS, ReplicaAge } from './replica.rules';

it('a replica that has not replayed a sample is of unknown age, and not read', () => {
  const age = new ReplicaAge();
  expect([age.behindMs(0), age.isFresh(0)]).toEqual([null, false]);
  age.primaryIsAt({ position: 100n, atMs: 0 });
  age.replicaIsAt(99n);
  expect([age.behindMs(5), age.isFresh(5)]).toEqual([null, false]);
});

it('is as new as the youngest sample that it has replayed', () => {
  const age = new ReplicaAge();
  age.primaryIsAt({ position: 100n, atMs: 1_000 });
  age.primaryIsAt({ position: 200n, atMs: 2_000 });
  age.primaryIsAt({ position: 300n, atMs: 3_000 });
  age.replicaIsAt(250n);
  expect(age.behindMs(3_500)).toBe(1_500);
  age.replicaIsAt(300n);
  expect(age.behindMs(3_500)).toBe(500);
});

it('an idle primary keeps it fresh: the same position, asked for again', () => {
  const age = new ReplicaAge();
  for (const atMs of [0, 60_000]) {
    age.primaryIsAt({ position: 100n, atMs });
    age.replicaIsAt(100n);
  }
  expect(age.behindMs(60_001)).toBe(1);
});

it('grows old while it stands still, and is not read beyond the limit', () => {
  const age = new ReplicaAge();
  age.primaryIsAt({ position: 100n, atMs: 0 });
  age.replicaIsAt(100n);
  age.primaryIsAt({ position: 200n, atMs: 1_000 });
  age.replicaIsAt(150n);
  expect(age.isFresh(MAX_BEHIND_MS)).toBe(true);
  expect(age.isFresh(MAX_BEHIND_MS + 1)).toBe(false);
});

it('what was known before it was away counts no more', () => {
  const age = new ReplicaAge();
  age.primaryIsAt({ position: 100n, atMs: 0 });
  age.replicaIsAt(100n);
  age.forget();
  expect(age.isFresh(1)).toBe(false);
});
