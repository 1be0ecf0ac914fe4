import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import CircuitBreaker from 'opossum';
import { Agent, request } from 'undici';

import { counter, gauge } from '../metrics';
import { currentRequestId } from '../request-context';

const calls = counter('external_provider_calls_total', 'Calls to others, each try counted.', [
  'provider',
]);
const failures = counter('external_provider_failures_total', 'Calls to others that failed.', [
  'provider',
]);
const failureRate = gauge(
  'external_provider_failure_rate',
  'Share of the last ten seconds’ calls to another side that failed, 0 to 1.',
  ['provider'],
);

export interface HttpClientOptions {
  /** Bounded name of the other side, for metrics and messages. */
  readonly provider: string;
  /** With a path, where the other side lives below one. */
  readonly baseUrl: string;
  readonly timeoutMs?: number;
  readonly connectTimeoutMs?: number;
  readonly attempts?: number;
  /** Pause before the second try; each further one is twice as long, up to ten seconds. */
  readonly firstPauseMs?: number;
  /** Further headers of a call, such as its signature; made anew for each try. */
  readonly headersOf?: (sent: SentRequest) => Readonly<Record<string, string>>;
}

/** A call as it goes over the wire. */
export interface SentRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Empty where there is none. */
  readonly body: string;
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
}

/** The other side did not answer as it should; `status` is missing when it did not answer at all. */
export class HttpClientError extends Error {
  constructor(
    provider: string,
    readonly status?: number,
  ) {
    super(`${provider} ${status === undefined ? 'did not answer' : `answered ${status}`}`);
  }
}

const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_CONNECT_TIMEOUT_MS = 5_000;
const DEFAULT_ATTEMPTS = 3;
const DEFAULT_FIRST_PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 10_000;

/** No answer that we ask for is near it; more would only fill the memory. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** Worth another try, and a mark against the other side: it was silent, broken or told us to wait. */
const isTransient = (error: HttpClientError): boolean =>
  error.status === undefined || error.status >= 500 || error.status === 429;

/**
 * JSON over HTTP to somebody else's server: limits for connecting and for the whole, a few tries with
 * growing pauses, and a breaker that stops asking one that is down. It follows no redirection. Every
 * call must be safe to repeat.
 */
export class HttpClient {
  private readonly breaker: CircuitBreaker<[Call], string>;
  private readonly attempts: number;
  private readonly agent: Agent;
  private readonly closing = new AbortController();

  constructor(private readonly options: HttpClientOptions) {
    this.attempts = options.attempts ?? DEFAULT_ATTEMPTS;
    this.agent = new Agent({
      connect: { timeout: options.connectTimeoutMs ?? DEFAULT_CONNECT_TIMEOUT_MS },
      maxResponseSize: MAX_ANSWER_BYTES,
    });
    this.breaker = new CircuitBreaker((call: Call) => this.once(call), {
      timeout: false,
      errorThresholdPercentage: 50,
      volumeThreshold: 5,
      resetTimeout: 10_000,
      errorFilter: (error: HttpClientError) => !isTransient(error),
    });
  }

  /** The answer's JSON, which the caller checks. Errors: HttpClientError. */
  async call(call: Call): Promise<unknown> {
    const text = await this.text(call);
    try {
      return JSON.parse(text) as unknown;
    } catch (cause) {
      throw Object.assign(new HttpClientError(this.options.provider), { cause });
    }
  }

  /** The answer as it was written, for readers who need its numbers exactly. Errors: HttpClientError. */
  async text(call: Call): Promise<string> {
    const { provider, firstPauseMs = DEFAULT_FIRST_PAUSE_MS } = this.options;
    for (let attempt = 1; ; attempt += 1) {
      calls.inc({ provider });
      try {
        return await this.breaker.fire(call);
      } catch (cause) {
        // An open breaker has not asked: for the caller that is the same as no answer.
        const error = cause instanceof HttpClientError ? cause : new HttpClientError(provider);
        if (isTransient(error)) failures.inc({ provider });
        const isOver = attempt >= this.attempts || this.closing.signal.aborted;
        if (isOver || !isTransient(error) || this.breaker.opened) throw error;
        const pauseMs = Math.min(MAX_PAUSE_MS, firstPauseMs * 2 ** (attempt - 1));
        await this.pause(pauseMs + randomInt(Math.max(1, firstPauseMs)));
      } finally {
        this.measure();
      }
    }
  }

  /** Ends what is under way; nothing is tried again. */
  close(): void {
    this.closing.abort();
    this.breaker.shutdown();
    void this.agent.destroy();
  }

  private async pause(ms: number): Promise<void> {
    await wait(ms, undefined, { signal: this.closing.signal }).catch(() => undefined);
  }

  private measure(): void {
    const { fires, failures: failed, rejects } = this.breaker.stats;
    const rate = fires === 0 ? 0 : Math.min(1, (failed + rejects) / fires);
    failureRate.set({ provider: this.options.provider }, rate);
  }

  private async once(call: Call): Promise<string> {
    const { provider, baseUrl, timeoutMs = DEFAULT_TIMEOUT_MS } = this.options;
    const { method, path } = call;
    const body = call.body === undefined ? '' : JSON.stringify(call.body);
    let status: number;
    try {
      const answer = await request(`${baseUrl.replace(/\/$/, '')}${path}`, {
        method,
        headers: {
          'Content-Type': 'application/json',
          'X-Request-Id': currentRequestId() ?? '',
          ...(call.idempotencyKey === undefined ? {} : { 'Idempotency-Key': call.idempotencyKey }),
          ...this.options.headersOf?.({ method, path, body }),
        },
        body: body === '' ? null : body,
        signal: AbortSignal.timeout(timeoutMs),
        dispatcher: this.agent,
      });
      status = answer.statusCode;
      if (status >= 200 && status < 300) return await answer.body.text();
      await answer.body.dump();
    } catch (cause) {
      throw Object.assign(new HttpClientError(provider), { cause });
    }
    throw new HttpClientError(provider, status);
  }
}
