import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a simulator sees it. */
export interface Asked {
  readonly method: string;
  /** With the query, as it came over the wire. */
  readonly target: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** The bytes as text; signatures are checked over them. */
  readonly raw: string;
  /** The body's JSON; undefined where there is none. */
  readonly body: unknown;
  /** What the pattern of the route caught. */
  readonly params: readonly string[];
}

/** `silent` accepts and never answers, as a side that hangs does. */
export type Reply = { readonly status: number; readonly body: unknown } | 'silent';

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly answer: (asked: Asked) => Reply | Promise<Reply>;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const refused = (status: number, error: string): Reply => ({ status, body: { error } });

const MAX_BODY_BYTES = 100_000;

async function textOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function replyTo(routes: readonly Route[], request: IncomingMessage): Promise<Reply> {
  const target = request.url ?? '/';
  const url = new URL(target, 'http://simulator');
  const raw = await textOf(request);
  if (raw === null) return refused(413, 'the body is too large');
  let body: unknown;
  try {
    body = raw === '' ? undefined : JSON.parse(raw);
  } catch {
    return refused(400, 'the body is no JSON');
  }
  for (const route of routes) {
    const found = route.path.exec(url.pathname);
    if (found === null || route.method !== request.method) continue;
    const { method, headers } = request;
    const params = found.slice(1);
    return route.answer({ method, target, query: url.searchParams, headers, raw, body, params });
  }
  return refused(404, 'there is nothing here');
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply === 'silent') return;
  response.writeHead(reply.status, { 'Content-Type': 'application/json' });
  response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
}

/** HTTP on this machine only: what simulators and their control surfaces stand on. */
export class JsonServer {
  private readonly server: Server;

  constructor(routes: readonly Route[]) {
    this.server = createServer((request, response) => {
      replyTo(routes, request).then(
        (reply) => send(response, reply),
        () => send(response, refused(500, 'the simulator broke')),
      );
    });
  }

  /** Listens; 0 lets the system choose. Returns the address. */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}
