import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What happens to what passes a link. */
export interface LinkState {
  /** False: whoever is connected is cut off, and nobody comes in. */
  readonly isUp: boolean;
  /** Whether bytes to the server, and back from it, arrive; those that do not wait. */
  readonly forth: boolean;
  readonly back: boolean;
  /** How long each piece takes, each way. */
  readonly delayMs: number;
}

export const SOUND: LinkState = { isUp: true, forth: true, back: true, delayMs: 0 };

interface Course {
  readonly from: Socket;
  readonly to: Socket;
  readonly way: 'forth' | 'back';
}

/** A line between a program and a server, in TCP, that can be cut, slowed down and held. */
export class Link {
  private state = SOUND;
  private readonly open = new Set<Socket>();
  private readonly waiting = new Set<() => void>();

  private constructor(
    private readonly server: Server,
    private readonly targetPort: number,
  ) {
    server.on('connection', (socket) => this.join(socket));
  }

  static async to(targetPort: number): Promise<Link> {
    const server = createServer({ pauseOnConnect: true });
    const link = new Link(server, targetPort);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return link;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** From now on; what was held is let go where it may pass again. */
  set(change: Partial<LinkState>): void {
    this.state = { ...SOUND, ...change };
    if (!this.state.isUp) this.open.forEach((socket) => socket.destroy());
    this.waiting.forEach((look) => look());
  }

  close(): void {
    this.set({ isUp: false });
    this.server.close();
  }

  private join(client: Socket): void {
    if (!this.state.isUp) {
      client.destroy();
      return;
    }
    const server = connect(this.targetPort, '127.0.0.1');
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.open.add(socket);
      socket.setNoDelay();
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        this.open.delete(socket);
        other.destroy();
        this.waiting.forEach((look) => look());
      });
    }
    void this.carry({ from: client, to: server, way: 'forth' });
    void this.carry({ from: server, to: client, way: 'back' });
  }

  /** One piece after the other, so that none overtakes another. */
  private async carry({ from, to, way }: Course): Promise<void> {
    try {
      for await (const piece of from) {
        if (this.state.delayMs > 0) await sleep(this.state.delayMs);
        await this.until(() => this.state[way] || from.destroyed);
        if (!to.destroyed && !to.write(piece as Buffer)) await drained(to);
      }
      to.end();
    } catch {
      to.destroy();
    }
  }

  private async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        const look = (): void => {
          this.waiting.delete(look);
          resolve();
        };
        this.waiting.add(look);
      });
    }
  }
}

const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.once('drain', resolve);
    socket.once('close', () => resolve());
  });
