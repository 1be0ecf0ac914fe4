import { Logger, type INestApplicationContext } from '@nestjs/common';

import { HealthRegistry } from './health/health.registry';
import { shutDownOnSignals } from './shutdown';

/** An app that notes what happens to it, and a process that does not end. */
function setUp(drain: (note: (what: string) => void) => Promise<void>) {
  const notes: string[] = [];
  const note = (what: string): void => {
    notes.push(what);
  };
  const registry = new HealthRegistry();
  const handlers = new Map<string | symbol, (signal: NodeJS.Signals) => void>();
  jest.spyOn(process, 'on').mockImplementation((name, handler) => {
    handlers.set(name, handler as (signal: NodeJS.Signals) => void);
    return process;
  });
  jest.spyOn(process, 'exit').mockImplementation((code) => {
    note(`exit ${String(code)}`);
    return undefined as never;
  });
  const app = {
    get: () => registry,
    close: () => {
      note('close');
      return Promise.resolve();
    },
  } as unknown as INestApplicationContext;
  shutDownOnSignals(app, () => {
    note(`drain while ${registry.state}`);
    return drain(note);
  });
  return { notes, signal: (name: NodeJS.Signals) => handlers.get(name)?.(name) };
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick'] });
  jest.spyOn(Logger.prototype, 'log').mockImplementation();
  jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  jest.spyOn(Logger.prototype, 'error').mockImplementation();
});

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

it.each(['SIGTERM', 'SIGINT'] as const)(
  '%s: not ready any more, then the drain, then the connections, then the end',
  async (name) => {
    const { notes, signal } = setUp(async (note) => {
      await Promise.resolve();
      note('drained');
    });
    signal(name);
    await jest.advanceTimersByTimeAsync(10);
    expect(notes).toEqual(['drain while draining', 'drained', 'close', 'exit 0']);
  },
);

it('a second signal ends the process at once', () => {
  const { notes, signal } = setUp(() => new Promise(() => undefined));
  signal('SIGTERM');
  signal('SIGTERM');
  // A real exit does not come back; this one does, so only what came first counts.
  expect(notes.slice(0, 2)).toEqual(['drain while draining', 'exit 130']);
});

it('a drain that does not end is ended', async () => {
  const { notes, signal } = setUp(() => new Promise(() => undefined));
  signal('SIGTERM');
  await jest.advanceTimersByTimeAsync(14_000);
  expect(notes).toEqual(['drain while draining']);
  await jest.advanceTimersByTimeAsync(2_000);
  expect(notes).toEqual(['drain while draining', 'exit 1']);
});

it('a drain that fails ends the process with a failure', async () => {
  const { notes, signal } = setUp(() => Promise.reject(new Error('no')));
  signal('SIGTERM');
  await jest.advanceTimersByTimeAsync(10);
  expect(notes).toEqual(['drain while draining', 'exit 1']);
});
