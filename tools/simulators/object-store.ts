import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

const failure = (status: number, code: string): Answer => ({
  ...{ status, headers: { 'content-type': 'application/xml' } },
  body: Buffer.from(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`),
});

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * A bucket that speaks as much of S3 as cold storage needs: objects are put with a SHA-256 that must be
 * right, and read whole or in part, by who signs with the key. It keeps them in memory.
 */
export class ObjectStore {
  readonly objects = new Map<string, Buffer>();
  /** Whether it answers that it is unavailable. */
  isAway = false;

  private constructor(
    private readonly server: Server,
    private readonly bucket: string,
    private readonly key: string,
  ) {}

  static async start(bucket = 'hands', key = 'key'): Promise<ObjectStore> {
    const server = createServer();
    const store = new ObjectStore(server, bucket, key);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void store.serve(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return store;
  }

  /** As `ARCHIVE_S3_URL` takes it. */
  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://${this.key}:secret@127.0.0.1:${port}/${this.bucket}?region=ap-northeast-2`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const answer = this.answer(request, body);
    response.writeHead(answer.status, { ...answer.headers }).end(answer.body);
  }

  private answer(request: IncomingMessage, body: Buffer): Answer {
    if (this.isAway) return failure(503, 'SlowDown');
    const { authorization = '' } = request.headers;
    if (!authorization.includes(`Credential=${this.key}/`)) return failure(403, 'AccessDenied');
    const { pathname } = new URL(request.url ?? '/', 'http://store');
    const prefix = `/${this.bucket}/`;
    if (!pathname.startsWith(prefix)) return failure(404, 'NoSuchBucket');
    const name = decodeURIComponent(pathname.slice(prefix.length));
    if (request.method === 'PUT') return this.put(name, body, request);
    return request.method === 'GET' ? this.get(name, request) : failure(405, 'MethodNotAllowed');
  }

  private put(name: string, body: Buffer, { headers }: IncomingMessage): Answer {
    const digest = createHash('sha256').update(body).digest('base64');
    if (headers['x-amz-checksum-sha256'] !== digest) return failure(400, 'BadDigest');
    this.objects.set(name, body);
    return { status: 200, headers: { etag: '"1"' } };
  }

  private get(name: string, { headers }: IncomingMessage): Answer {
    const object = this.objects.get(name);
    if (object === undefined) return failure(404, 'NoSuchKey');
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    if (from === undefined || to === undefined) return { status: 200, body: object };
    if (Number(from) >= object.length) return failure(416, 'InvalidRange');
    return { status: 206, body: object.subarray(Number(from), Number(to) + 1) };
  }
}
