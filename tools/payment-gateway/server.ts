import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { Type, type Static } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';

import type { Payments } from './payments';

const Wish = Type.Object(
  {
    userRef: Type.String({ minLength: 1, maxLength: 100 }),
    asset: Type.String({ pattern: '^[A-Z]{2,10}$' }),
    network: Type.String({ pattern: '^[a-z]{2,20}$' }),
    amountUnits: Type.String({ pattern: '^[1-9][0-9]{0,77}$' }),
  },
  { additionalProperties: false },
);
const checkWish = TypeCompiler.Compile(Wish);

const MAX_BODY_BYTES = 10_000;

async function bodyOf(request: IncomingMessage): Promise<Static<typeof Wish> | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return checkWish.Check(body) ? body : null;
  } catch {
    return null;
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

async function handle(
  payments: Payments,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?');
  const [, id] = /^\/payments\/([\w-]{1,100})$/.exec(path) ?? [];
  if (request.method === 'GET' && path === '/health') {
    answer(response, 200, { status: 'ok' });
  } else if (request.method === 'GET' && id !== undefined) {
    const payment = payments.find(id);
    if (payment === null) answer(response, 404, { error: 'no such payment' });
    else answer(response, 200, payment);
  } else if (request.method === 'POST' && path === '/payments') {
    const wish = await bodyOf(request);
    const key = request.headers['idempotency-key'];
    if (wish === null)
      answer(response, 400, { error: 'give userRef, asset, network, amountUnits' });
    else answer(response, 201, payments.pay(wish, typeof key === 'string' ? key : undefined));
  } else {
    answer(response, 404, { error: 'POST /payments, GET /payments/{id}, GET /health' });
  }
}

/** The gateway's HTTP side. */
export const paymentServer = (payments: Payments): Server =>
  createServer((request, response) => {
    handle(payments, request, response).catch(() => answer(response, 500, { error: 'broken' }));
  });
