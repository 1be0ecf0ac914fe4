import cluster, { type Worker } from 'node:cluster';
import { createServer } from 'node:http';

import { Logger } from '@nestjs/common';
import { setupMaster } from '@socket.io/sticky';

/** A worker that has just ended is started anew after so long. */
const RESTART_PAUSE_MS = 1_000;

/** What a worker tells its primary when it serves. */
const READY = 'gateway:ready';

/** Of a worker; a process that is none has nobody to tell. */
export const tellPrimary = (): void => void process.send?.(READY);

export interface WorkersOptions {
  readonly workers: number;
  /** The common one; worker N also listens on this + N, for probes and metrics of its own. */
  readonly port: number;
}

/**
 * Keeps some gateway processes running behind one port. Stock clients begin with several requests:
 * all of one session go to the worker that began it. A worker that ends is started anew; when one
 * cannot start at all, everything ends, so that whoever runs this sees it.
 */
export class WorkersPrimary {
  private readonly logger = new Logger(WorkersPrimary.name);
  private readonly ready = new Set<number>();
  private readonly places = new Map<number, number>();
  private readonly server = createServer();
  private isStopping = false;

  constructor(private readonly options: WorkersOptions) {}

  start(): void {
    // Bytes of requests travel to the workers as they are.
    cluster.setupPrimary({ serialization: 'advanced' });
    // By turns: who counts connections counts them too late for a crowd that comes at once.
    setupMaster(this.server, { loadBalancingMethod: 'round-robin' });
    // A worker is given connections by the primary; what it listens on besides is its own.
    cluster.on('message', (worker, message: unknown) => {
      if (message === READY) this.noteReady(worker);
    });
    cluster.on('exit', (worker, code) => this.noteEnd(worker, code));
    for (let place = 1; place <= this.options.workers; place += 1) this.fork(place);
    process.on('SIGTERM', () => this.stop());
    // A terminal interrupts the workers as well, and twice would be at once.
    process.on('SIGINT', () => this.stop(process.stdin.isTTY ? null : 'SIGTERM'));
  }

  private fork(place: number): void {
    const { port } = this.options;
    const own = port === 0 ? 0 : port + place;
    const worker = cluster.fork({ GATEWAY_PORT: String(own), GATEWAY_WORKERS: '1' });
    this.places.set(worker.id, place);
  }

  private noteReady(worker: Worker): void {
    this.ready.add(worker.id);
    const { workers, port } = this.options;
    this.logger.log({ pid: worker.process.pid }, 'a worker serves');
    if (!this.server.listening && this.ready.size >= workers) this.server.listen(port);
  }

  private noteEnd(worker: Worker, code: number): void {
    const place = this.places.get(worker.id) ?? 1;
    this.places.delete(worker.id);
    const wasReady = this.ready.delete(worker.id);
    if (this.isStopping) {
      if (this.places.size === 0) process.exit(process.exitCode ?? 0);
      return;
    }
    if (!wasReady) {
      this.logger.error({ code }, 'a worker does not start');
      process.exitCode = 1;
      this.stop();
      return;
    }
    this.logger.error({ code, pid: worker.process.pid }, 'a worker has ended');
    setTimeout(() => {
      if (!this.isStopping) this.fork(place);
    }, RESTART_PAUSE_MS);
  }

  /** Each worker drains by itself; the last one to end ends the primary. */
  private stop(signal: NodeJS.Signals | null = 'SIGTERM'): void {
    this.isStopping = true;
    this.server.close();
    if (this.places.size === 0) process.exit(process.exitCode ?? 0);
    if (signal === null) return;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill(signal);
  }
}
