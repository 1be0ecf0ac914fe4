import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { runWithRequestId } from '../request-context';
import { OtlpSpans } from './otlp-spans';
import { traced, useSpanMaker } from './traced';

interface SentSpan {
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly status: { readonly code?: number; readonly message?: string };
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}

interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: SentSpan['attributes'] };
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[];
  }[];
}

let sink: Server;
let url: string;
const bodies: string[] = [];
const makers: OtlpSpans[] = [];

/** Stands where a collector would. */
beforeAll(async () => {
  sink = createServer((incoming, answer) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString());
      answer.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(sink.address() as AddressInfo).port}/v1/traces`;
});

afterAll(() => {
  sink.closeAllConnections();
  sink.close();
});

beforeEach(() => bodies.splice(0));
afterEach(() => {
  useSpanMaker(null);
});

/** Does work as an app of this name would. */
function inApp<T>(serviceName: string, work: () => T, percent = 100): T {
  const maker = new OtlpSpans({ url, percent, serviceName, serverId: `${serviceName}-1` });
  makers.push(maker);
  useSpanMaker(maker);
  return work();
}

async function sent(): Promise<SentSpan[]> {
  for (const maker of makers.splice(0)) await maker.close();
  return bodies
    .flatMap((body) => (JSON.parse(body) as Sent).resourceSpans)
    .flatMap(({ resource, scopeSpans }) =>
      scopeSpans.flatMap(({ spans }) =>
        spans.map((span) => ({
          ...span,
          service: String(
            Object.values(
              resource.attributes.find(({ key }) => key === 'service.name')?.value ?? {},
            ),
          ),
        })),
      ),
    );
}

it('what two apps do for a request is one trace, below its first span', async () => {
  const requestId = 'request-of-a-command';
  await inApp('game-gateway', () =>
    runWithRequestId(requestId, () =>
      traced({ name: 'socket command', isEntry: true }, async (note) => {
        await traced({ name: 'commit' }, () => Promise.resolve());
        note({ 'cardroom.outcome': 'ok' });
      }),
    ),
  );
  await inApp('jobs', () =>
    runWithRequestId(requestId, () => traced({ name: 'job' }, () => Promise.resolve())),
  );
  const spans = await sent();
  const of = (name: string) => spans.find((span) => span.name === name);
  const first = of('socket command');
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(
    new Set([createHash('sha256').update(requestId).digest('hex').slice(0, 32)]),
  );
  expect(first?.parentSpanId ?? '').toBe('');
  expect([of('commit')?.parentSpanId, of('job')?.parentSpanId]).toEqual([
    first?.spanId,
    first?.spanId,
  ]);
  expect(spans.map(({ name, service }) => `${service}: ${name}`).sort()).toEqual([
    'game-gateway: commit',
    'game-gateway: socket command',
    'jobs: job',
  ]);
  expect(first?.attributes).toEqual(
    expect.arrayContaining([
      { key: 'cardroom.request_id', value: { stringValue: requestId } },
      { key: 'cardroom.outcome', value: { stringValue: 'ok' } },
    ]),
  );
});

it('a fault is told by its kind, never by its words, and goes on to whoever asked', async () => {
  const secret = 'the password is planted';
  const failing = inApp('wallet-api', () =>
    runWithRequestId('request-that-fails', () =>
      traced({ name: 'fails' }, () => Promise.reject(new TypeError(secret))),
    ),
  );
  await expect(failing).rejects.toThrow(secret);
  const [span] = await sent();
  expect(span?.status).toEqual({ code: 2, message: 'TypeError' });
  expect(bodies.join('')).not.toContain(secret);
});

it('work of no request, and with traces switched off, just runs', async () => {
  expect(inApp('jobs', () => traced({ name: 'nobody asked' }, () => 7))).toBe(7);
  useSpanMaker(null);
  expect(runWithRequestId('request-untraced', () => traced({ name: 'off' }, () => 8))).toBe(8);
  expect(await sent()).toEqual([]);
});

it('a collector that is away harms nobody', async () => {
  const maker = new OtlpSpans({
    ...{ url: 'http://127.0.0.1:1/v1/traces', percent: 100 },
    ...{ serviceName: 'jobs', serverId: 'jobs-1' },
  });
  useSpanMaker(maker);
  expect(runWithRequestId('request-unheard', () => traced({ name: 'unheard' }, () => 9))).toBe(9);
  useSpanMaker(null);
  await maker.close().catch(() => undefined);
});
