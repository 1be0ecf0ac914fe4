import cluster, { type Worker } from 'node:cluster';

import { Logger } from '@nestjs/common';
import { loggerOf, newServerId } from '@cardroom/platform';

import { Door } from './door';
import { READY, SESSION_BEGUN, type WorkerNews } from './messages';

/** A worker that has just ended is started anew after so long. */
const RESTART_PAUSE_MS = 1_000;

export interface WorkersOptions {
  readonly logLevel: string;
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
  private readonly door = new Door();
  private isStopping = false;

  constructor(private readonly options: WorkersOptions) {}

  start(): void {
    const { logLevel } = this.options;
    Logger.overrideLogger(loggerOf('game-gateway', newServerId('game-gateway'), logLevel));
    // Bytes of requests travel to the workers as they are.
    cluster.setupPrimary({ serialization: 'advanced' });
    cluster.on('message', (worker, news: WorkerNews) => this.hear(worker, news));
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

  private hear(worker: Worker, { type, sessionId = '' }: WorkerNews): void {
    if (type === READY) this.noteReady(worker);
    else if (type === SESSION_BEGUN) this.door.sessionBegun(sessionId, worker);
    else this.door.sessionEnded(sessionId);
  }

  private noteReady(worker: Worker): void {
    this.ready.add(worker.id);
    const { workers, port } = this.options;
    this.logger.log({ pid: worker.process.pid }, 'a worker serves');
    this.door.workerServes(worker);
    if (!this.door.isOpen && this.ready.size >= workers) {
      this.door.open(port, (err) => this.giveUp({ err }, 'the door does not open'));
    }
  }

  private noteEnd(worker: Worker, code: number): void {
    const place = this.places.get(worker.id) ?? 1;
    this.places.delete(worker.id);
    const wasReady = this.ready.delete(worker.id);
    this.door.workerEnded(worker);
    if (this.isStopping) {
      if (this.places.size === 0) process.exit(process.exitCode ?? 0);
      return;
    }
    if (!wasReady) {
      this.giveUp({ code }, 'a worker does not start');
      return;
    }
    this.logger.error({ code, pid: worker.process.pid }, 'a worker has ended');
    setTimeout(() => {
      if (!this.isStopping) this.fork(place);
    }, RESTART_PAUSE_MS);
  }

  private giveUp(why: object, what: string): void {
    this.logger.fatal(why, what);
    process.exitCode = 1;
    this.stop();
  }

  /** Each worker drains by itself, with its door open; the last one to end ends the primary. */
  private stop(signal: NodeJS.Signals | null = 'SIGTERM'): void {
    this.isStopping = true;
    if (this.places.size === 0) process.exit(process.exitCode ?? 0);
    if (signal === null) return;
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill(signal);
  }
}
