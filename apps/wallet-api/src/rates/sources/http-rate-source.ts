import type { TSchema, Static } from '@sinclair/typebox';
import { TypeCompiler, type TypeCheck } from '@sinclair/typebox/compiler';
import { parseDecimal } from '@cardroom/money';
import { HttpClient, HttpClientError } from '@cardroom/platform';
import type { PriceUnit, RateSource, SourcePrice } from '@cardroom/rates';

import { parseExactJson } from './exact-json';

/** How one kind of market is asked, and how its answer is read. */
export interface MarketStyle<S extends TSchema> {
  readonly answer: S;
  readonly unit: PriceUnit;
  readonly pathOf: (assets: readonly string[]) => string;
  /** Price and time in milliseconds, both as the texts that came. */
  readonly read: (
    answer: Static<S>,
    asset: string,
  ) => { readonly price: string; readonly atMs: string } | undefined;
}

/** A source of rates over HTTP, with limits, retries and a breaker of its own. */
export class HttpRateSource<S extends TSchema> implements RateSource {
  private readonly http: HttpClient;
  private readonly check: TypeCheck<S>;

  constructor(
    readonly name: string,
    baseUrl: string,
    private readonly style: MarketStyle<S>,
  ) {
    this.http = new HttpClient({ provider: name, baseUrl });
    this.check = TypeCompiler.Compile(style.answer);
  }

  async prices(assets: readonly string[]): Promise<SourcePrice[]> {
    const text = await this.http.text({ method: 'GET', path: this.style.pathOf(assets) });
    const answer = this.parsed(text);
    return assets.flatMap((asset) => {
      const told = this.style.read(answer, asset);
      const price = parseDecimal(told?.price ?? '');
      const atMs = Number(told?.atMs ?? Number.NaN);
      // What is missing or unreadable is not a price of 0: the source does not know this one.
      if (price === null || !Number.isSafeInteger(atMs)) return [];
      return [{ asset, unit: this.style.unit, price, atMs }];
    });
  }

  close(): void {
    this.http.close();
  }

  private parsed(text: string): Static<S> {
    let answer: unknown;
    try {
      answer = parseExactJson(text);
    } catch {
      throw new HttpClientError(this.name);
    }
    if (!this.check.Check(answer)) throw new HttpClientError(this.name);
    return answer;
  }
}
