import { Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';

import {
  JsonServer,
  ok,
  refused,
  type Asked,
  type Reply,
  type Route,
} from '../simulators/json-server';
import { RateBoard, SOURCE_MODES, SOURCE_NAMES, type SourceName } from './rate-board';

const COINS: Readonly<Record<string, string>> = {
  bitcoin: 'BTC',
  ethereum: 'ETH',
  tether: 'USDT',
  'usd-coin': 'USDC',
};

const Setting = Type.Object({
  asset: Type.String({ pattern: '^[A-Z]{2,10}$' }),
  priceKrw: Type.String({ maxLength: 80 }),
});
const SourceSetting = Type.Object({
  source: Type.Union(SOURCE_NAMES.map((name) => Type.Literal(name))),
  mode: Type.Optional(Type.Union(SOURCE_MODES.map((mode) => Type.Literal(mode)))),
  ageMs: Type.Optional(Type.Integer()),
  own: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 80 }))),
});

/** Prices stand in the JSON as they were set: a number that JavaScript would round stays exact. */
const list = (items: readonly string[]): string => `[${items.join(',')}]`;

function coingecko(board: RateBoard, { query }: Asked, atMs: number): string {
  const ids = (query.get('ids') ?? '').split(',');
  const members = ids.flatMap((id) => {
    const price = board.priceKrw('coingecko', COINS[id] ?? '');
    const atSeconds = Math.floor(atMs / 1000);
    return price === undefined ? [] : [`"${id}":{"krw":${price},"last_updated_at":${atSeconds}}`];
  });
  return `{${members.join(',')}}`;
}

const upbitOf =
  (source: 'upbit' | 'bithumb') =>
  (board: RateBoard, { query }: Asked, atMs: number): string =>
    list(
      (query.get('markets') ?? '').split(',').flatMap((market) => {
        const price = board.priceKrw(source, market.replace(/^KRW-/, ''));
        return price === undefined
          ? []
          : [`{"market":"${market}","trade_price":${price},"timestamp":${atMs}}`];
      }),
    );

function binance(board: RateBoard, { query }: Asked, atMs: number): string {
  const symbols = JSON.parse(query.get('symbols') ?? '[]') as readonly string[];
  return list(
    symbols.flatMap((symbol) => {
      const price = board.priceUsdt('binance', symbol.replace(/USDT$/, ''));
      return price === undefined
        ? []
        : [`{"symbol":"${symbol}","lastPrice":"${price}","closeTime":${atMs}}`];
    }),
  );
}

type Teller = (board: RateBoard, asked: Asked, atMs: number) => string;

const PLACES: readonly (readonly [SourceName, RegExp, Teller])[] = [
  ['coingecko', /^\/coingecko\/api\/v3\/simple\/price$/, coingecko],
  ['upbit', /^\/upbit\/v1\/ticker$/, upbitOf('upbit')],
  ['bithumb', /^\/bithumb\/v1\/ticker$/, upbitOf('bithumb')],
  ['binance', /^\/binance\/api\/v3\/ticker\/24hr$/, binance],
];

/** Four sources of rates in one process, each in its own dialect, and a surface to steer them. */
export class RateServer {
  readonly board = new RateBoard();
  private readonly server = new JsonServer(this.routes());

  listen(port: number): Promise<string> {
    return this.server.listen(port);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  private routes(): Route[] {
    const sources = PLACES.map(([name, path, tell]): Route => ({
      ...{ method: 'GET', path },
      answer: (asked) => this.tell(name, tell, asked),
    }));
    return [
      ...sources,
      { method: 'GET', path: /^\/health$/, answer: () => ok({ status: 'ok' }) },
      { method: 'GET', path: /^\/control$/, answer: () => ok(this.board.summary()) },
      { method: 'POST', path: /^\/control\/prices$/, answer: ({ body }) => this.setPrice(body) },
      { method: 'POST', path: /^\/control\/sources$/, answer: ({ body }) => this.setSource(body) },
    ];
  }

  private tell(name: SourceName, tell: Teller, asked: Asked): Reply {
    this.board.countCall();
    const { mode, ageMs } = this.board.state(name);
    switch (mode) {
      case 'silent':
        return 'silent';
      case 'error':
        return refused(503, 'out of order');
      case 'garbage':
        return { status: 200, body: '<html>maintenance</html>' };
      case 'empty':
        return { status: 200, body: name === 'coingecko' ? '{}' : '[]' };
      case 'ok':
        return { status: 200, body: tell(this.board, asked, Date.now() - ageMs) };
    }
  }

  private setPrice(body: unknown): Reply {
    if (!Value.Check(Setting, body)) return refused(400, 'give asset and priceKrw');
    this.board.set(body.asset, body.priceKrw);
    return ok(this.board.summary());
  }

  private setSource(body: unknown): Reply {
    if (!Value.Check(SourceSetting, body))
      return refused(400, 'give source, and mode, ageMs or own');
    const { source, ...change } = body;
    this.board.configure(source, change);
    return ok(this.board.summary());
  }
}
