import type { Worker } from 'node:cluster';
import { createServer, type Socket } from 'node:net';

import type { Handover } from './messages';

/** In the first line of a request, which is all that has to be read of it here. */
const SESSION = /[?&]sid=([\w-]+)/;
const LINE_END = '\r\n';

/** Who sends so much without ending the first line is of no session; what it is, a worker says. */
const FIRST_LINE_BYTES_MAX = 8 * 1024;

/** A connection that no worker has taken in this time is closed, and its client tries again. */
const PATIENCE_MS = 10_000;

interface Arrival {
  readonly socket: Socket;
  readonly head: Buffer;
  readonly timer: NodeJS.Timeout;
}

interface Server {
  readonly worker: Worker;
  /** Given to it, and not yet on their way: each waits until the one before is taken. */
  readonly waiting: Set<Arrival>;
}

/**
 * One port before several workers, which gives each connection to one of those that serve: the
 * connections of a session to the worker that began it, others by turns. The worker goes on with the
 * connection itself; nothing passes through here afterwards.
 */
export class Door {
  private readonly server = createServer({ noDelay: true }, (socket) => this.greet(socket));
  /** By worker; who was given the last one comes last. */
  private readonly servers = new Map<number, Server>();
  private readonly workerOf = new Map<string, number>();
  /** While nobody serves. */
  private held: Arrival[] = [];

  get isOpen(): boolean {
    return this.server.listening;
  }

  open(port: number): void {
    this.server.listen(port);
  }

  workerServes(worker: Worker): void {
    this.servers.set(worker.id, { worker, waiting: new Set() });
    for (const arrival of this.held.splice(0)) this.give(arrival);
  }

  /** What waited for it goes to others. */
  workerEnded({ id }: Worker): void {
    const waiting = this.servers.get(id)?.waiting ?? [];
    this.servers.delete(id);
    for (const [sessionId, workerId] of this.workerOf) {
      if (workerId === id) this.workerOf.delete(sessionId);
    }
    for (const arrival of waiting) this.give(arrival);
  }

  sessionBegun(sessionId: string, { id }: Worker): void {
    this.workerOf.set(sessionId, id);
  }

  sessionEnded(sessionId: string): void {
    this.workerOf.delete(sessionId);
  }

  private greet(socket: Socket): void {
    const timer = setTimeout(() => socket.destroy(), PATIENCE_MS);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => clearTimeout(timer));
    let head = Buffer.alloc(0);
    socket.on('data', (bytes) => {
      head = Buffer.concat([head, bytes]);
      if (!head.includes(LINE_END) && head.length < FIRST_LINE_BYTES_MAX) return;
      stopReading(socket);
      this.give({ socket, head, timer });
    });
  }

  private give(arrival: Arrival): void {
    const { socket, head, timer } = arrival;
    if (socket.destroyed) return;
    const server = this.serverOf(head);
    if (server === null) {
      this.held.push(arrival);
      return;
    }
    const { worker, waiting } = server;
    const handover: Handover = { head };
    waiting.add(arrival);
    worker.send(handover, socket, (error) => {
      if (error !== null) this.workerEnded(worker);
      else if (waiting.delete(arrival)) clearTimeout(timer);
    });
  }

  private serverOf(head: Buffer): Server | null {
    const firstLine = head.toString('latin1', 0, head.indexOf(LINE_END));
    const workerId = this.workerOf.get(SESSION.exec(firstLine)?.[1] ?? '');
    return this.servers.get(workerId ?? 0) ?? this.nextServer();
  }

  /** Who has been given nothing for longest, of those for whom fewest wait: one that is stuck gets none. */
  private nextServer(): Server | null {
    const [first, ...others] = this.servers.values();
    if (first === undefined) return null;
    const next = others.reduce(
      (best, other) => (other.waiting.size < best.waiting.size ? other : best),
      first,
    );
    this.servers.delete(next.worker.id);
    this.servers.set(next.worker.id, next);
    return next;
  }
}

/**
 * Node goes on reading a connection until the other process says that it has it, and throws away what it
 * reads: the first bytes that a client sends after its worker's answer, on a machine with much to do.
 * `pause()` would not do, it reads on into its buffer. Found with Node 20 and 24.
 */
function stopReading(socket: Socket): void {
  (socket as unknown as { _handle: { readStop(): void } | null })._handle?.readStop();
}
