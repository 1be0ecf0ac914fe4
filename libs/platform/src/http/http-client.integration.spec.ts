import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { register } from 'prom-client';

import { runWithRequestId } from '../request-context';
import { HttpClient, HttpClientError } from './http-client';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const json =
  (status: number, body: unknown): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  };
const silent: Answer = () => undefined;

let server: Server;
let baseUrl: string;
let answers: Answer[];
let asked: IncomingMessage[];
let client: HttpClient;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    (answers[asked.length - 1] ?? answers.at(-1) ?? json(500, {}))(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  asked = [];
  answers = [];
  client = new HttpClient({ provider: 'test', baseUrl, timeoutMs: 200, firstPauseMs: 1 });
});

afterEach(() => client.close());

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = () => client.call({ method: 'GET', path: '/payments/1' });

async function statusOf(call: Promise<unknown>): Promise<number | undefined> {
  const error: unknown = await call.catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(HttpClientError);
  return (error as HttpClientError).status;
}

it('carries the id of the request and the idempotency key', async () => {
  answers = [json(200, { ok: 1 })];
  const answer = await runWithRequestId('request-1', () =>
    client.call({ method: 'POST', path: '/payments', body: { a: 1 }, idempotencyKey: 'key-1' }),
  );
  expect(answer).toEqual({ ok: 1 });
  expect(asked[0]?.headers).toMatchObject({
    'x-request-id': 'request-1',
    'idempotency-key': 'key-1',
  });
});

it.each([
  ['a failure', json(503, {})],
  ['silence', silent],
  ['a request to wait', json(429, {})],
  ['a cut line', (request) => request.socket.destroy()],
])('asks again after %s', async (_what, bad) => {
  answers = [bad, json(200, { ok: 1 })];
  expect(await get()).toEqual({ ok: 1 });
  expect(asked).toHaveLength(2);
});

it('gives up after three tries, and counts them', async () => {
  const counted = async () =>
    (await register.getSingleMetric('external_provider_failures_total')?.get())?.values.find(
      (value) => value.labels['provider'] === 'test',
    )?.value ?? 0;
  const before = await counted();
  answers = [json(500, {})];
  expect(await statusOf(get())).toBe(500);
  expect(asked).toHaveLength(3);
  expect((await counted()) - before).toBe(3);
});

it('does not repeat what the other side refused', async () => {
  answers = [json(404, {})];
  expect(await statusOf(get())).toBe(404);
  expect(asked).toHaveLength(1);
});

it('follows no redirection', async () => {
  answers = [
    (_request, response) => {
      response.writeHead(302, { Location: 'http://169.254.169.254/' });
      response.end();
    },
  ];
  expect(await statusOf(get())).toBe(302);
  expect(asked).toHaveLength(1);
});

it('signs what goes over the wire, and asks below the path of its address', async () => {
  const signed: unknown[] = [];
  const signing = new HttpClient({
    ...{ provider: 'test', baseUrl: `${baseUrl}/below/` },
    headersOf: (sent) => {
      signed.push(sent);
      return { 'x-signature': 'made' };
    },
  });
  answers = [json(200, {})];
  await signing.call({ method: 'POST', path: '/v1/payouts', body: { a: 1 } });
  signing.close();
  expect(signed).toEqual([{ method: 'POST', path: '/v1/payouts', body: '{"a":1}' }]);
  expect(asked[0]?.headers['x-signature']).toBe('made');
  expect(asked[0]?.url).toBe('/below/v1/payouts');
});

it('gives the text of an answer, in which numbers stand as they were written', async () => {
  answers = [
    (_request, response) => {
      response.end('{"krw":148900000.10}');
    },
  ];
  expect(await client.text({ method: 'GET', path: '/' })).toBe('{"krw":148900000.10}');
});

it('takes an answer that is no JSON for none', async () => {
  answers = [
    (_request, response) => {
      response.end('<html>');
    },
  ];
  expect(await statusOf(get())).toBeUndefined();
});

it('measures which share of the calls has failed', async () => {
  answers = [json(404, {}), json(500, {}), json(200, {})];
  await statusOf(get());
  await get();
  const rate = (await register.getSingleMetric('external_provider_failure_rate')?.get())?.values;
  const value = rate?.find(({ labels }) => labels['provider'] === 'test')?.value ?? -1;
  expect(value).toBeGreaterThan(0);
  expect(value).toBeLessThan(1);
});

it('stops asking a side that is down', async () => {
  answers = [json(500, {})];
  for (let call = 0; call < 4; call += 1) await statusOf(get());
  const before = asked.length;
  expect(await statusOf(get())).toBeUndefined();
  expect(asked).toHaveLength(before);
});

it('refusals do not open the breaker', async () => {
  answers = [json(404, {})];
  for (let call = 0; call < 12; call += 1) await statusOf(get());
  expect(asked).toHaveLength(12);
});
