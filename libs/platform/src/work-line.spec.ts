import { WorkLine } from './work-line';

interface Piece {
  readonly name: string;
  readonly done: Promise<string>;
  finish(): void;
  fail(): void;
}

let started: string[];
let line: WorkLine;

beforeEach(() => {
  started = [];
  line = new WorkLine({ maxRunning: 2, maxWaiting: 2, maxWaitMs: 60_000 });
});

/** Work that ends when the test says so. */
function piece(name: string): Piece {
  let [finish, fail] = [(): void => undefined, (): void => undefined];
  const done = line.run(() => {
    started.push(name);
    return new Promise<string>((resolve, reject) => {
      finish = () => resolve(name);
      fail = () => reject(new Error(name));
    });
  });
  return { name, done, finish: () => finish(), fail: () => fail() };
}

/** Lets everything go on that waits for nothing but its turn. */
async function settled(): Promise<void> {
  for (let tick = 0; tick < 20; tick += 1) await Promise.resolve();
}

describe('a line of work', () => {
  it('lets through as much as may run at once, the rest in its order', async () => {
    const [a, b, c, d] = [piece('a'), piece('b'), piece('c'), piece('d')];
    await settled();
    expect(started).toEqual(['a', 'b']);
    b.finish();
    await b.done;
    await settled();
    expect(started).toEqual(['a', 'b', 'c']);
    a.finish();
    await a.done;
    await settled();
    expect(started).toEqual(['a', 'b', 'c', 'd']);
    c.finish();
    d.finish();
    expect(await Promise.all([c.done, d.done])).toEqual(['c', 'd']);
  });

  it('refuses at once what would have to wait behind a full line, and begins none of it', async () => {
    const pieces = ['a', 'b', 'c', 'd'].map(piece);
    const refused = { code: 'SERVER_BUSY', extras: { retryAfterSeconds: 2 } };
    await expect(piece('e').done).rejects.toMatchObject(refused);
    expect(started).toEqual(['a', 'b']);
    for (const each of pieces) {
      each.finish();
      await each.done;
      await settled();
    }
    expect(started).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives the place of failed work to the next', async () => {
    const [a, b, c] = [piece('a'), piece('b'), piece('c')];
    await settled();
    a.fail();
    await expect(a.done).rejects.toThrow('a');
    await settled();
    expect(started).toEqual(['a', 'b', 'c']);
    b.finish();
    c.finish();
    await Promise.all([b.done, c.done]);
  });

  it('refuses what has waited too long, begins none of it, and keeps the order of the others', async () => {
    jest.useFakeTimers();
    try {
      const [a, b, c] = [piece('a'), piece('b'), piece('c')];
      const late = expect(c.done).rejects.toMatchObject({ code: 'SERVER_BUSY' });
      jest.advanceTimersByTime(59_000);
      const d = piece('d');
      jest.advanceTimersByTime(1_000);
      await late;
      a.finish();
      await a.done;
      await settled();
      expect(started).toEqual(['a', 'b', 'd']);
      b.finish();
      d.finish();
      await Promise.all([b.done, d.done]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('is idle when the last of its work is over', async () => {
    const [a, b, c] = [piece('a'), piece('b'), piece('c')];
    await settled();
    let isIdle = false;
    const idle = line.idle().then(() => (isIdle = true));
    a.finish();
    b.finish();
    await Promise.all([a.done, b.done]);
    await settled();
    expect([started, isIdle]).toEqual([['a', 'b', 'c'], false]);
    c.finish();
    await Promise.all([c.done, idle]);
    await line.idle();
  });

  it('never runs more than its limit, however the work ends', async () => {
    const wide = new WorkLine({ maxRunning: 3, maxWaiting: 100, maxWaitMs: 60_000 });
    let [running, most] = [0, 0];
    const all = Array.from({ length: 50 }, (_, index) =>
      wide.run(async () => {
        running += 1;
        most = Math.max(most, running);
        for (let tick = 0; tick < index % 5; tick += 1) await Promise.resolve();
        running -= 1;
        if (index % 7 === 0) throw new Error('on purpose');
      }),
    );
    await Promise.allSettled(all);
    expect([most, running]).toEqual([3, 0]);
  });
});
