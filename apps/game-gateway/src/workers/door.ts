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
  /** Empty where it begins one. */
  readonly sessionId: string;
  readonly timer: NodeJS.Timeout;
}

interface Taker {
  readonly worker: Worker;
  /** Given to it, and sent when it has taken the one before. */
  next: Arrival | null;
}

/**
 * One port before several workers, which gives each connection to one of those that serve: the
 * connections of a session to the worker that began it, others by turns. One that is stuck is not given
 * more than it takes. The worker goes on with the connection itself; nothing passes through here
 * afterwards.
 */
export class Door {
  private readonly server = createServer({ noDelay: true }, (socket) => this.greet(socket));
  /** By worker; who was given the last one comes last. */
  private readonly takers = new Map<number, Taker>();
  private readonly workerOf = new Map<string, number>();
  /** Until a worker has room for them. */
  private readonly held = new Set<Arrival>();

  get isOpen(): boolean {
    return this.server.listening;
  }

  /** Hears at once, or later, of whatever keeps the door from being open. */
  open(port: number, failed: (error: Error) => void): void {
    this.server.on('error', failed).listen(port);
  }

  workerServes(worker: Worker): void {
    this.takers.set(worker.id, { worker, next: null });
    this.passOn();
  }

  /** What waited for it goes to others. */
  workerEnded({ id }: Worker): void {
    const next = this.takers.get(id)?.next ?? null;
    this.takers.delete(id);
    for (const [sessionId, workerId] of this.workerOf) {
      if (workerId === id) this.workerOf.delete(sessionId);
    }
    if (next !== null) this.held.add(next);
    this.passOn();
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
      const lineBytes = head.indexOf(LINE_END);
      if (lineBytes === -1 && head.length < FIRST_LINE_BYTES_MAX) return;
      stopReading(socket);
      const [, sessionId = ''] = SESSION.exec(head.toString('latin1', 0, lineBytes)) ?? [];
      const arrival = { socket, head, sessionId, timer };
      socket.on('close', () => this.held.delete(arrival));
      this.held.add(arrival);
      this.passOn();
    });
  }

  /** Gives what is held to those who have room, the oldest first. */
  private passOn(): void {
    for (const arrival of this.held) {
      const free = this.freeTakers();
      if (free.length === 0) return;
      const own = this.takers.get(this.workerOf.get(arrival.sessionId) ?? 0);
      const taker = own ?? free[0];
      if (taker?.next === null) this.give(arrival, taker);
    }
  }

  private freeTakers(): readonly Taker[] {
    return [...this.takers.values()].filter(({ next }) => next === null);
  }

  private give(arrival: Arrival, taker: Taker): void {
    const { worker } = taker;
    this.held.delete(arrival);
    taker.next = arrival;
    this.takers.delete(worker.id);
    this.takers.set(worker.id, taker);
    const handover: Handover = { head: arrival.head };
    worker.send(handover, arrival.socket, (error) => {
      if (this.takers.get(worker.id) !== taker) return;
      if (error !== null) {
        this.workerEnded(worker);
        return;
      }
      clearTimeout(arrival.timer);
      taker.next = null;
      this.passOn();
    });
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
