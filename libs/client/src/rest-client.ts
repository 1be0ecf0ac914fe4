/** An answer of the REST API that is not a success. */
export class RestError extends Error {
  override readonly name = 'RestError';

  constructor(
    readonly status: number,
    /** From the error catalogue; empty where the answer held none. */
    readonly code: string,
    request: string,
  ) {
    super(`${request} was answered ${status} ${code}`);
  }
}

export interface RestClientOptions {
  readonly baseUrl: string;
  /** Sent as X-Forwarded-For: many players on one machine, each with an own address. */
  readonly address?: string;
  /** Told the text of every answer. */
  readonly onBody?: (request: string, body: string) => void;
}

export interface RestRequest {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const TIMEOUT_MS = 15_000;

/** A few lines around fetch for `/api/v1`. Throws RestError for every answer but 2xx. */
export class RestClient {
  constructor(private readonly options: RestClientOptions) {}

  async send<T>(request: RestRequest): Promise<T> {
    const { method = request.body === undefined ? 'GET' : 'POST', path, token } = request;
    const response = await fetch(`${this.options.baseUrl}/api/v1${path}`, {
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        ...(this.options.address === undefined ? {} : { 'x-forwarded-for': this.options.address }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...request.headers,
      },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
    const text = await response.text();
    this.options.onBody?.(`${method} ${path}`, text);
    const body = parse(text);
    if (!response.ok) throw new RestError(response.status, codeOf(body), `${method} ${path}`);
    return body as T;
  }
}

function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function codeOf(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('code' in body)) return '';
  return typeof body.code === 'string' ? body.code : '';
}
