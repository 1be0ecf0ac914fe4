import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import CircuitBreaker from 'opossum';

import { counter } from '../metrics';
import { currentRequestId } from '../request-context';

const failures = counter('external_provider_failures_total', 'Calls to others that failed.', [
  'provider',
]);

export interface HttpClientOptions {
  /** Bounded name of the other side, for metrics and messages. */
  readonly provider: string;
  readonly baseUrl: string;
  readonly timeoutMs?: number;
  readonly attempts?: number;
  /** Pause before the second try; each further one is twice as long. */
  readonly firstPauseMs?: number;
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
const DEFAULT_ATTEMPTS = 3;
const DEFAULT_FIRST_PAUSE_MS = 1_000;

/** Worth another try, and a mark against the other side: it was silent, broken or told us to wait. */
const isTransient = (error: HttpClientError): boolean =>
  error.status === undefined || error.status >= 500 || error.status === 429;

/**
 * JSON over HTTP to somebody else's server: a time limit, a few tries with growing pauses, and a
 * breaker that stops asking one that is down. Every call must be safe to repeat.
 */
export class HttpClient {
  private readonly breaker: CircuitBreaker<[Call]>;
  private readonly attempts: number;

  constructor(private readonly options: HttpClientOptions) {
    this.attempts = options.attempts ?? DEFAULT_ATTEMPTS;
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
    const { provider, firstPauseMs = DEFAULT_FIRST_PAUSE_MS } = this.options;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.breaker.fire(call);
      } catch (cause) {
        // An open breaker has not asked: for the caller that is the same as no answer.
        const error = cause instanceof HttpClientError ? cause : new HttpClientError(provider);
        if (isTransient(error)) failures.inc({ provider });
        if (attempt >= this.attempts || !isTransient(error) || this.breaker.opened) throw error;
        await wait(firstPauseMs * 2 ** (attempt - 1) + randomInt(Math.max(1, firstPauseMs)));
      }
    }
  }

  close(): void {
    this.breaker.shutdown();
  }

  private async once(call: Call): Promise<unknown> {
    const { provider, baseUrl, timeoutMs = DEFAULT_TIMEOUT_MS } = this.options;
    let response: Response;
    try {
      response = await fetch(new URL(call.path, baseUrl), {
        method: call.method,
        headers: {
          'Content-Type': 'application/json',
          'X-Request-Id': currentRequestId() ?? '',
          ...(call.idempotencyKey === undefined ? {} : { 'Idempotency-Key': call.idempotencyKey }),
        },
        body: call.body === undefined ? null : JSON.stringify(call.body),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      });
      if (response.ok) return await response.json();
      await response.body?.cancel();
    } catch (cause) {
      throw Object.assign(new HttpClientError(provider), { cause });
    }
    throw new HttpClientError(provider, response.status);
  }
}
