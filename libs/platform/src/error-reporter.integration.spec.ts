import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

import { Controller, Get, Module, Param } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SentryService } from '@ntegral/nestjs-sentry/dist/sentry.service';
import request from 'supertest';

import { BusinessError } from './business-error';
import { PlatformConfig } from './config/config-groups';
import { ErrorReporter } from './error-reporter';
import { createHttpApp } from './http/http-app';
import { PlatformModule } from './platform.module';

const FAILURES: Readonly<Record<string, Error>> = {
  refusal: new BusinessError('INSUFFICIENT_FUNDS'),
  suspicious: new BusinessError('FORBIDDEN'),
};

@Controller('fail')
class FailingController {
  @Get(':kind')
  fail(@Param('kind') kind: string): never {
    throw FAILURES[kind] ?? new Error('the wheel came off');
  }
}

let sentry: Server;
let received: string[];
let app: NestExpressApplication;
let dsn: string;

beforeAll(async () => {
  sentry = createServer((incoming, answer) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const isGzip = incoming.headers['content-encoding'] === 'gzip';
      received.push((isGzip ? gunzipSync(body) : body).toString());
      answer.end('{}');
    });
  });
  await new Promise<void>((resolve) => sentry.listen(0, '127.0.0.1', resolve));
  const { port } = sentry.address() as AddressInfo;
  dsn = `http://key@127.0.0.1:${port}/1`;
  const config = Object.assign(new PlatformConfig(), {
    logLevel: 'silent' as const,
    sentryDsn: dsn,
  });

  @Module({
    imports: [PlatformModule.forRoot({ app: 'wallet-api', config })],
    controllers: [FailingController],
  })
  class AppModule {}

  app = await createHttpApp(AppModule, { trustedProxies: [] });
  await app.listen(0, '127.0.0.1');
});

beforeEach(() => {
  received = [];
});

afterAll(async () => {
  await app.close();
  sentry.closeAllConnections();
  sentry.close();
});

async function reportsOf(kind: string): Promise<string> {
  await request(await app.getUrl())
    .get(`/fail/${kind}?secret=hunter2`)
    .set('Authorization', 'Bearer hunter2')
    .set('Cookie', 'session=hunter2')
    .set('X-Request-Id', 'request-12345');
  await app.get(SentryService).instance().flush(2_000);
  return received.join('\n');
}

it('what is unexpected reaches Sentry once, with its request and without its headers', async () => {
  const reports = await reportsOf('broken');
  expect(received).toHaveLength(1);
  expect(reports).toContain('the wheel came off');
  expect(reports).toContain('request-12345');
  expect(reports).not.toContain('hunter2');
});

it('an error about money arrives as fatal, with its player, table and amount, and nothing personal', async () => {
  app.get(ErrorReporter).report(new Error('a payment differs'), {
    ...{ userId: 'user-1', tableId: 'table-1', handId: 'hand-1', amountKrw: 5_000, money: true },
  });
  await app.get(SentryService).instance().flush(2_000);
  const event = JSON.parse(received.at(-1)?.split('\n').at(-1) ?? '{}') as Record<string, unknown>;
  expect(event).toMatchObject({
    level: 'fatal',
    user: { id: 'user-1' },
    tags: { tableId: 'table-1', handId: 'hand-1', amountKrw: '5000' },
  });
  expect(event).not.toHaveProperty('server_name');
  expect(event).not.toHaveProperty('breadcrumbs');
});

it.each(['refusal', 'suspicious'])('an expected answer (%s) does not', async (kind) => {
  expect(await reportsOf(kind)).toBe('');
});

it('a path that is not there does not', async () => {
  await request(await app.getUrl()).get('/nowhere');
  await app.get(SentryService).instance().flush(500);
  expect(received).toEqual([]);
});

describe('an app that is lost', () => {
  /** Its exit code, and what its log says as fatal. */
  const endOf = (failure: string, sentryDsn: string | undefined) =>
    new Promise<{ code: number | null; fatal: object[] }>((resolve, reject) => {
      const code = `
        const { createHttpApp, PlatformModule, PlatformConfig, startApp } = require('./dist/libs/platform/src');
        const config = Object.assign(new PlatformConfig(), ${JSON.stringify({ logLevel: 'fatal', sentryDsn })});
        startApp(async () => {
          await createHttpApp(PlatformModule.forRoot({ app: 'jobs', config }), { trustedProxies: [] });
          setTimeout(() => process.exit(0), 10_000);
          ${failure}
        });`;
      const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'ignore'] });
      let log = '';
      child.stdout.on('data', (bytes: Buffer) => (log += bytes.toString()));
      child.once('error', reject);
      child.once('close', (code) => {
        const lines = log.split('\n').filter((line) => line !== '');
        resolve({ code, fatal: lines.map((line) => JSON.parse(line) as object) });
      });
    });

  const ERROR = { message: 'the wheel came off' };
  const LOST = { level: 60, app: 'jobs', msg: 'the app is lost', err: ERROR };

  describe.each([
    ["Promise.reject(new Error('the wheel came off'));", LOST],
    ["setTimeout(() => { throw new Error('the wheel came off'); });", LOST],
    ["throw new Error('the wheel came off');", { ...LOST, msg: 'the app does not start' }],
  ])('by %s', (failure, line) => {
    it('says so in its log, tells Sentry, and ends with a failure', async () => {
      expect(await endOf(failure, dsn)).toMatchObject({ code: 1, fatal: [line] });
      expect(received.filter((report) => report.includes(ERROR.message))).toHaveLength(1);
    });

    it('says so in its log and ends with a failure where there is no Sentry', async () => {
      expect(await endOf(failure, undefined)).toMatchObject({ code: 1, fatal: [line] });
      expect(received).toEqual([]);
    });
  });
});
