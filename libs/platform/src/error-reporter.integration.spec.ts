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

describe('a process that is lost', () => {
  const endOf = (failure: string, sentryDsn: string) =>
    new Promise<number | null>((resolve, reject) => {
      const code = `
        const { PlatformModule, PlatformConfig, startApp } = require('./dist/libs/platform/src');
        const config = Object.assign(new PlatformConfig(), ${JSON.stringify({ logLevel: 'silent', sentryDsn })});
        const module = PlatformModule.forRoot({ app: 'jobs', config });
        require('@nestjs/core').NestFactory.createApplicationContext(module, { logger: false }).then(() => {
          setTimeout(() => process.exit(0), 10_000);
          ${failure}
        });`;
      const child = spawn(process.execPath, ['-e', code], { stdio: 'ignore' });
      child.once('error', reject);
      child.once('exit', resolve);
    });

  it.each([
    "Promise.reject(new Error('lost'));",
    "setTimeout(() => { throw new Error('lost'); });",
    "startApp(() => Promise.reject(new Error('lost')));",
  ])('by %s ends with a failure, and its report arrives', async (failure) => {
    expect(await endOf(failure, dsn)).not.toBe(0);
    expect(received.filter((report) => report.includes('lost'))).toHaveLength(1);
  });
});
