import { connect } from 'node:net';

import {
  Body,
  Controller,
  Get,
  Logger,
  Module,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
} from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { IsOptional, MaxLength } from 'class-validator';
import type { Request } from 'express';
import request from 'supertest';

import { BusinessError, InvariantError } from '../business-error';
import { PlatformConfig } from '../config/config-groups';
import { HealthRegistry } from '../health/health.registry';
import { PlatformModule } from '../platform.module';
import { currentRequestId } from '../request-context';
import { IsCleanString } from './clean-string';
import { createHttpApp } from './http-app';
import { IsWholeWon } from './whole-won';

class Order {
  @IsWholeWon()
  amountKrw!: number;

  @IsOptional()
  @IsCleanString()
  @MaxLength(20)
  note?: string;
}

class Listing {
  @IsOptional()
  @IsCleanString()
  page?: string;
}

const databaseError = (code: string): Error =>
  Object.assign(new Error('SELECT hunter2'), { code, parameters: ['hunter2'] });

const FAILURES: Readonly<Record<string, Error>> = {
  refusal: new BusinessError('INSUFFICIENT_FUNDS', { availableKrw: 7 }),
  limited: new BusinessError('RATE_LIMITED'),
  limitedLong: new BusinessError('RATE_LIMITED', { retryAfterSeconds: 42 }),
  busy: new BusinessError('SERVICE_UNAVAILABLE', { retryAfterSeconds: 3 }),
  broken: new InvariantError('hunter2'),
  away: databaseError('ECONNREFUSED'),
  restarting: databaseError('57P03'),
  slow: databaseError('57014'),
  full: databaseError('53300'),
  poolWait: new Error('timeout exceeded when trying to connect'),
  redis: new Error("Stream isn't writeable and enableOfflineQueue options is false"),
  sql: databaseError('42601'),
};

@Controller('orders')
class OrderController {
  @Post()
  place(@Body() order: Order, @Req() req: Request & { rawBody?: Buffer }) {
    return {
      order,
      raw: req.rawBody?.toString(),
      prototype: Object.getPrototypeOf(order) === Order.prototype,
    };
  }

  @Get('address')
  address(@Req() req: Request) {
    return { ip: req.ip, requestId: currentRequestId() };
  }

  @Get('list')
  list(@Query() query: Listing) {
    return query;
  }

  @Get('fail/:kind')
  fail(@Param('kind') kind: string): never {
    throw FAILURES[kind] ?? new Error('unknown kind');
  }

  @Get(':id')
  one(@Param('id', ParseUUIDPipe) id: string) {
    return { id };
  }
}

const config = Object.assign(new PlatformConfig(), { logLevel: 'silent' as const });

@Module({
  imports: [PlatformModule.forRoot({ app: 'jobs', config })],
  controllers: [OrderController],
})
class TestModule {}

let app: NestExpressApplication;
let trusting: NestExpressApplication;
let url: string;

async function start(trustedProxies: string[]): Promise<NestExpressApplication> {
  const started = await createHttpApp(TestModule, { trustedProxies });
  const document = new DocumentBuilder().setTitle('test').build();
  SwaggerModule.setup('docs', started, () => SwaggerModule.createDocument(started, document));
  await started.listen(0, '127.0.0.1');
  return started;
}

beforeAll(async () => {
  app = await start([]);
  trusting = await start(['127.0.0.1/32']);
  url = await app.getUrl();
});

afterAll(async () => {
  await app.close();
  await trusting.close();
});

const post = (body: string, type = 'application/json') =>
  request(url).post('/orders').set('Content-Type', type).send(body);

describe('a body', () => {
  it('that fits is taken, as the class that describes it and as the bytes that came', async () => {
    const raw = '{ "amountKrw": 1000 }';
    const { status, body } = await post(raw);
    expect(status).toBe(201);
    expect(body).toEqual({ order: { amountKrw: 1000 }, raw, prototype: true });
  });

  it.each([
    ['-5', 24],
    ['0', 25],
    ['-0', 26],
    ['"NaN"', 27],
    ['1e309', 28],
    ['0.1', 29],
    ['"100"', 30],
    ['"1e3"', 31],
    ['"١٠٠"', 31],
    ['9007199254740992', 32],
    ['9007199254740993', 32],
    ['1e30', 33],
    ['true', 34],
    ['[100]', 34],
    ['{"$gt":0}', 34],
  ])('amount %s is INVALID_AMOUNT (#%i)', async (amount) => {
    const { status, body } = await post(`{"amountKrw":${amount}}`);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'INVALID_AMOUNT', status: 422 });
  });

  it('#35 of two members of one name the last counts', async () => {
    const { body } = await post('{"amountKrw":1,"amountKrw":9}');
    expect(body.order).toEqual({ amountKrw: 9 });
  });

  it('#10 without its member, null or no object is refused', async () => {
    expect((await post('{}')).body.code).toBe('VALIDATION_FAILED');
    expect((await post('[]')).body.code).toBe('VALIDATION_FAILED');
    expect((await post('null')).body.code).toBe('MALFORMED_JSON');
    expect((await request(url).post('/orders')).body.code).toBe('VALIDATION_FAILED');
  });

  it('#11 with an unknown member is VALIDATION_FAILED, and says which without its value', async () => {
    const { body, text } = await post('{"amountKrw":5,"isAdmin":"hunter2"}');
    expect(body).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ path: '/isAdmin', rules: ['whitelistValidation'] }],
    });
    expect(text).not.toContain('hunter2');
  });

  it('whose member has a hostile name does not see it repeated', async () => {
    const { text } = await post('{"amountKrw":5,"<script>":1}');
    expect(text).not.toContain('script');
  });

  it.each(['{"amountKrw":', '{amountKrw:1}', 'x', '"text"', '\0'])(
    '#1 %j is MALFORMED_JSON',
    async (raw) => {
      const { status, body, text } = await post(raw);
      expect(status).toBe(400);
      expect(body.code).toBe('MALFORMED_JSON');
      expect(text).not.toMatch(/amountKrw|SyntaxError|position/);
    },
  );

  it.each(['[', '{"a":'])(
    '#8 nested deeply with %j is refused, and nothing breaks',
    async (open) => {
      const depth = Math.floor(95_000 / (open.length + 1));
      const close = open === '[' ? ']' : '}';
      const raw = `{"amountKrw":1,"note":${open.repeat(depth)}1${close.repeat(depth)}}`;
      const { status, body } = await post(raw);
      expect(status).toBe(400);
      expect(body.code).toBe('VALIDATION_FAILED');
    },
  );

  it('#9 with a long array is PAYLOAD_TOO_LARGE', async () => {
    const { status, body } = await post(`{"amountKrw":[${'1,'.repeat(1_000_000)}1]}`);
    expect(status).toBe(413);
    expect(body.code).toBe('PAYLOAD_TOO_LARGE');
  });

  it.each(['"a\\u0000b"', '"a\\ud800b"', '"\\udc00"'])('#128 text %s is refused', async (note) => {
    const { status, body } = await post(`{"amountKrw":5,"note":${note}}`);
    expect(status).toBe(400);
    expect(body.code).toBe('VALIDATION_FAILED');
  });

  it('#128 text in any language and with any emoji is taken', async () => {
    const { status } = await post('{"amountKrw":5,"note":"안녕 \\ud83d\\ude00"}');
    expect(status).toBe(201);
  });

  it('#125 that names the prototype changes no prototype', async () => {
    await post(
      '{"amountKrw":5,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    '"__proto__":{"polluted":1}',
    '"constructor":{"prototype":{"polluted":1}}',
    '"constructor":"x"',
    '"prototype":null',
    '"note":{"constructor":1}',
    '"note":[{"__proto__":{}}]',
  ])('#11 #125 with the unknown member %s is VALIDATION_FAILED', async (member) => {
    const { status, body } = await post(`{"amountKrw":5,${member}}`);
    expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
  });

  it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x'])(
    '#134 of type %s is UNSUPPORTED_MEDIA_TYPE',
    async (type) => {
      const { status, body } = await post('{"amountKrw":5}', type);
      expect(status).toBe(415);
      expect(body.code).toBe('UNSUPPORTED_MEDIA_TYPE');
    },
  );

  it('#134 that claims to be compressed and is not is refused as ours, not as a failure', async () => {
    const { status, body } = await request(url)
      .post('/orders')
      .set('Content-Type', 'application/json')
      .set('Content-Encoding', 'gzip')
      .send('{"amountKrw":5}');
    expect(status).toBe(400);
    expect(body.code).toBe('MALFORMED_JSON');
  });
});

describe('an error', () => {
  it('is a problem with a code, the id of its request and no-store', async () => {
    const { status, headers, body } = await request(url)
      .get('/orders/fail/refusal')
      .set('X-Request-Id', 'request-12345');
    expect(status).toBe(422);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({
      type: 'urn:cardroom:error:INSUFFICIENT_FUNDS',
      title: 'The balance does not cover this.',
      status: 422,
      code: 'INSUFFICIENT_FUNDS',
      requestId: 'request-12345',
      availableKrw: 7,
    });
  });

  it.each([
    ['broken', 500, 'INTERNAL_ERROR'],
    ['sql', 500, 'INTERNAL_ERROR'],
    ['limited', 429, 'RATE_LIMITED'],
    ['away', 503, 'SERVICE_UNAVAILABLE'],
    ['restarting', 503, 'SERVICE_UNAVAILABLE'],
    ['slow', 503, 'SERVICE_UNAVAILABLE'],
    ['full', 503, 'SERVICE_UNAVAILABLE'],
    ['poolWait', 503, 'SERVICE_UNAVAILABLE'],
    ['redis', 503, 'SERVICE_UNAVAILABLE'],
  ])('%s leaves as %i %s, and tells nothing of the inside (#80)', async (kind, status, code) => {
    const answer = await request(url).get(`/orders/fail/${kind}`);
    expect(answer.status).toBe(status);
    expect(answer.body.code).toBe(code);
    expect(answer.text).not.toMatch(/hunter2|SELECT|Error:| at /);
  });

  it.each([
    ['limited', '1'],
    ['limitedLong', '42'],
    ['away', '1'],
    ['busy', '3'],
    ['refusal', undefined],
    ['broken', undefined],
  ])('%s says in Retry-After: %s seconds until another try may help', async (kind, seconds) => {
    const { headers, body } = await request(url).get(`/orders/fail/${kind}`);
    expect(headers['retry-after']).toBe(seconds);
    if (seconds !== undefined && seconds !== '1') {
      expect(body.retryAfterSeconds).toBe(Number(seconds));
    }
  });
});

describe('a request', () => {
  it('keeps a plain id of its caller, and gets one otherwise', async () => {
    const kept = await request(url).get('/orders/address').set('X-Request-Id', 'request-12345');
    expect(kept.headers['x-request-id']).toBe('request-12345');
    expect(kept.body.requestId).toBe('request-12345');
    const made = await request(url).get('/orders/address').set('X-Request-Id', 'bad id!');
    expect(made.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('to nowhere is NOT_FOUND, and does not repeat the address', async () => {
    const { status, body, text } = await request(url).get('/hunter2');
    expect(status).toBe(404);
    expect(body.code).toBe('NOT_FOUND');
    expect(text).not.toContain('hunter2');
  });

  it.each(['delete', 'put', 'patch', 'get', 'trace'])(
    '#133 with the method %s where there is another is METHOD_NOT_ALLOWED',
    async (method) => {
      const agent = request(url) as unknown as Record<string, (path: string) => request.Test>;
      const answer = await agent[method]?.('/orders');
      expect(answer?.status).toBe(405);
      expect(answer?.headers['allow']).toBe('POST');
      expect(answer?.body.code).toBe('METHOD_NOT_ALLOWED');
    },
  );

  it.each(['__proto__=1', 'constructor=1', 'prototype=1', 'page=1&page=2', 'other=1'])(
    '#11 #125 #126 with the query %s is VALIDATION_FAILED',
    async (query) => {
      expect((await request(url).get('/orders/list?page=1')).body).toEqual({ page: '1' });
      const { status, body } = await request(url).get(`/orders/list?${query}`);
      expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
    },
  );

  it('#133 cannot override its method', async () => {
    const answer = await request(url).get('/orders').set('X-HTTP-Method-Override', 'POST');
    expect(answer.status).toBe(405);
  });

  it.each(['/orders/not-a-uuid', '/orders/%E0%A4%A'])('%s is VALIDATION_FAILED', async (path) => {
    const { status, body } = await request(url).get(path);
    expect(status).toBe(400);
    expect(body.code).toBe('VALIDATION_FAILED');
  });

  it('#132 is believed about its address only by a trusted proxy', async () => {
    const spoof = { 'X-Forwarded-For': '203.0.113.9', 'X-Real-IP': '203.0.113.9' };
    const direct = await request(url).get('/orders/address').set(spoof);
    expect(direct.body.ip).toBe('127.0.0.1');
    const proxied = await request(await trusting.getUrl())
      .get('/orders/address')
      .set(spoof);
    expect(proxied.body.ip).toBe('203.0.113.9');
    const behindTwo = await request(await trusting.getUrl())
      .get('/orders/address')
      .set('X-Forwarded-For', '198.51.100.1, 203.0.113.9');
    expect(behindTwo.body.ip).toBe('203.0.113.9');
  });

  it('is answered with headers that guard a browser', async () => {
    const { headers } = await request(url).get('/orders/address');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('etag');
  });

  it('#19 with headers too large is refused, and the next one is served', async () => {
    const { port } = new URL(url);
    const first = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(64 * 1024)}\r\n\r\n`);
      });
      socket.once('data', (chunk) => {
        resolve(chunk.toString());
        socket.destroy();
      });
      socket.once('error', reject);
    });
    expect(first).toContain('431');
    expect((await request(url).get('/orders/address')).status).toBe(200);
  });
});

it('the page of Swagger needs no script but its own files', async () => {
  const { text } = await request(url).get('/docs');
  expect(text).toContain('swagger-ui');
  expect(text).not.toMatch(/<script>|<script [^>]*>\s*[^<\s]/);
});

describe('health', () => {
  it('live asks nothing of others; ready waits until the app serves, and the log says once what is away', async () => {
    const registry = trusting.get(HealthRegistry);
    const base = await trusting.getUrl();
    let isUp = true;
    registry.addReadinessCheck({
      name: 'dependency',
      check: () => (isUp ? Promise.resolve() : Promise.reject(new Error('hunter2'))),
    });
    registry.addDetails(() => ({ tables: 4, connections: 12 }));

    expect((await request(base).get('/health/live')).status).toBe(200);
    const starting = await request(base).get('/health/ready');
    expect([starting.status, starting.body.state]).toEqual([503, 'starting']);

    registry.serving();
    const ready = await request(base).get('/health/ready');
    expect(ready.status).toBe(200);
    expect(ready.body).toMatchObject({
      status: 'ok',
      state: 'serving',
      tables: 4,
      connections: 12,
      dependencies: { dependency: { status: 'up' } },
    });
    expect(ready.body.serverId).toMatch(/^jobs-/);
    expect(ready.body.uptimeSeconds).toBeGreaterThanOrEqual(0);

    const warn = jest.spyOn(Logger.prototype, 'warn');
    const log = jest.spyOn(Logger.prototype, 'log');
    isUp = false;
    for (const path of ['/health', '/health/ready']) {
      const down = await request(base).get(path);
      expect(down.status).toBe(503);
      expect(down.body.dependencies).toEqual({ dependency: { status: 'down' } });
    }
    expect((await request(base).get('/health/live')).status).toBe(200);

    const away = { dependency: 'dependency', err: new Error('hunter2') };
    expect(warn.mock.calls).toEqual([[away, 'a dependency is away']]);

    isUp = true;
    registry.draining();
    const draining = await request(base).get('/health/ready');
    expect([draining.status, draining.body.state]).toEqual([503, 'draining']);
    expect((await request(base).get('/health')).status).toBe(200);
    expect(log.mock.calls).toEqual([[{ dependency: 'dependency' }, 'a dependency serves again']]);
    jest.restoreAllMocks();
  });
});

it('metrics name the route, never the address that was asked', async () => {
  await request(url).get('/orders/0190a7c2-0000-7000-8000-000000000001');
  await request(url).get('/hunter2');
  const { text } = await request(url).get('/metrics');
  expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/orders/:id"');
  expect(text).toContain('route="none",status="404"');
  expect(text).not.toContain('hunter2');
});
