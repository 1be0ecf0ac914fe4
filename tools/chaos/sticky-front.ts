import { createServer, connect, type Server, type Socket } from 'node:net';

const ADDRESS = /^x-forwarded-for: *(\S+)/im;

/** What stands before the gateways in a test of faults: it keeps a player at one of those that are up. */
export class StickyFront {
  private readonly server: Server;
  private readonly open = new Map<number, Set<Socket>>();
  private readonly down = new Set<number>();

  private constructor(
    readonly url: string,
    private readonly ports: readonly number[],
  ) {
    this.server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', (head) => this.forward(socket, head));
    });
  }

  static async start(port: number, gatewayPorts: readonly number[]): Promise<StickyFront> {
    const front = new StickyFront(`http://127.0.0.1:${port}`, gatewayPorts);
    await new Promise<void>((resolve) => front.server.listen(port, '127.0.0.1', resolve));
    return front;
  }

  /** As a health check finds it: nobody is sent there, and who is there is cut off. */
  markDown(port: number): void {
    this.down.add(port);
    this.open.get(port)?.forEach((socket) => socket.destroy());
  }

  /** Nobody new is sent there; who is there stays, as with a node that drains. */
  avoid(port: number): void {
    this.down.add(port);
  }

  markUp(port: number): void {
    this.down.delete(port);
  }

  /** All at once; whoever comes back is let in. */
  cutOffAll(): void {
    for (const sockets of this.open.values()) sockets.forEach((socket) => socket.destroy());
  }

  close(): void {
    this.server.close();
    this.ports.forEach((port) => this.markDown(port));
  }

  private forward(client: Socket, head: Buffer): void {
    const port = this.portFor(ADDRESS.exec(head.toString('latin1'))?.[1] ?? '');
    if (port === null) {
      client.destroy();
      return;
    }
    const gateway = connect(port, '127.0.0.1');
    gateway.write(head);
    const ours = this.open.get(port) ?? new Set();
    this.open.set(port, ours.add(client));
    gateway.on('error', () => client.destroy());
    gateway.on('close', () => client.destroy());
    client.on('close', () => {
      ours.delete(client);
      gateway.destroy();
    });
    client.pipe(gateway);
    gateway.pipe(client);
  }

  private portFor(address: string): number | null {
    const start = Buffer.from(address).reduce((sum, byte) => (sum * 31 + byte) >>> 0, 7);
    const order = this.ports.map((_, at) => this.ports[(start + at) % this.ports.length] ?? 0);
    return order.find((port) => !this.down.has(port)) ?? null;
  }
}
