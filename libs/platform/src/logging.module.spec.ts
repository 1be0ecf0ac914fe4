import { Writable } from 'node:stream';

import { pinoHttp } from 'pino-http';

import { loggingOptions } from './logging.module';
import { runWithRequestId } from './request-context';

/** A logger as the apps have it, and the lines that it wrote. */
function capture() {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const { logger } = pinoHttp(loggingOptions('jobs', 'jobs-host-1-abc', 'debug'), stream);
  return { logger, lines, all: () => lines.join('') };
}

it('a line says which app and process wrote it, and for which request', () => {
  const { logger, lines } = capture();
  runWithRequestId('request-1', () => logger.info('hello'));
  logger.info('nobody asked');
  const [asked, unasked] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(asked).toMatchObject({
    app: 'jobs',
    serverId: 'jobs-host-1-abc',
    requestId: 'request-1',
    msg: 'hello',
  });
  expect(unasked).not.toHaveProperty('requestId');
});

it.each([
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
  'cookie',
  'seed',
  'deck',
  'cards',
  'holeCards',
  'sealedDeck',
  'sealedCards',
])('#76 a member named %s is hidden at every depth that we log', (name) => {
  const { logger, all } = capture();
  logger.info({ [name]: 'hunter2', a: { [name]: 'hunter2', b: { [name]: ['hunter2'] } } }, 'x');
  expect(all()).toContain('[hidden]');
  expect(all()).not.toContain('hunter2');
});

it('#76 an error of the database is logged without the parameters of its statement', () => {
  const { logger, all } = capture();
  const error = Object.assign(new Error('duplicate key value violates "UQ_users_email_key"'), {
    code: '23505',
    query: 'INSERT INTO users VALUES ($1)',
    parameters: ['hunter2'],
    detail: 'Key (email_key)=(hunter2) already exists.',
    driverError: { detail: 'hunter2' },
  });
  logger.error({ err: error }, 'request failed');
  expect(all()).toContain('23505');
  expect(all()).toContain('UQ_users_email_key');
  expect(all()).not.toContain('hunter2');
});

it('text that breaks lines or terminals stays one JSON line', () => {
  const { logger, lines } = capture();
  logger.info({ nickname: 'a\n{"level":60}\u001b[2J' }, 'x');
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toMatch(/[\n\u001b]/);
});
