import type { Event } from '@sentry/node';
import type { SentryService } from '@ntegral/nestjs-sentry/dist/sentry.service';

import { ErrorReporter, scrubEvent } from './error-reporter';
import { runWithRequestId } from './request-context';

/** Stands in for Sentry; notes what it is told. */
function fakeSentry() {
  const told: unknown[] = [];
  const scope = {
    setTag: (name: string, value: string) => told.push(['tag', name, value]),
    setUser: (user: unknown) => told.push(['user', user]),
    setLevel: (level: string) => told.push(['level', level]),
  };
  const instance = {
    withScope: (work: (given: typeof scope) => void) => work(scope),
    captureException: (error: Error) => told.push(['error', error.message]),
  };
  return { told, service: { instance: () => instance } as unknown as SentryService };
}

it('tells the error with its request, player and table', () => {
  const { told, service } = fakeSentry();
  const reporter = new ErrorReporter(service, true);
  runWithRequestId('request-1', () =>
    reporter.report(new Error('broken'), { userId: 'u1', tableId: 't1', handId: 'h1' }),
  );
  expect(told).toEqual([
    ['tag', 'requestId', 'request-1'],
    ['user', { id: 'u1' }],
    ['tag', 'tableId', 't1'],
    ['tag', 'handId', 'h1'],
    ['level', 'error'],
    ['error', 'broken'],
  ]);
});

it('an error about money is fatal', () => {
  const { told, service } = fakeSentry();
  new ErrorReporter(service, true).report(new Error('broken'), { money: true, amountKrw: 5 });
  expect(told).toContainEqual(['level', 'fatal']);
});

it('without a DSN nothing is told', () => {
  const { told, service } = fakeSentry();
  new ErrorReporter(service, false).report(new Error('broken'));
  expect(told).toEqual([]);
});

it('#76 an event leaves without headers, bodies, addresses and trails', () => {
  const event: Event = {
    message: 'broken',
    request: { headers: { authorization: 'hunter2' }, data: 'hunter2', cookies: {} },
    extra: { deck: 'hunter2' },
    breadcrumbs: [{ message: 'hunter2' }],
    server_name: 'hunter2',
    user: { id: 'u1', ip_address: 'hunter2', email: 'hunter2' },
    tags: { requestId: 'request-1' },
  };
  expect(scrubEvent(event)).toEqual({
    message: 'broken',
    user: { id: 'u1' },
    tags: { requestId: 'request-1' },
  });
});

it('an event of nobody stays one of nobody', () => {
  expect(scrubEvent({ user: { ip_address: '192.0.2.1' } })).toEqual({ user: {} });
});
