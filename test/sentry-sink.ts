import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** Stands where Sentry would: keeps the text of every report that arrives. */
export class SentrySink {
  readonly reports: string[] = [];

  private constructor(private readonly server: Server) {
    server.on('request', (incoming, answer) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const body = Buffer.concat(chunks);
        const isGzip = incoming.headers['content-encoding'] === 'gzip';
        this.reports.push((isGzip ? gunzipSync(body) : body).toString());
        answer.end('{}');
      });
    });
  }

  static async start(): Promise<SentrySink> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new SentrySink(server);
  }

  get dsn(): string {
    return `http://key@127.0.0.1:${(this.server.address() as AddressInfo).port}/1`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
