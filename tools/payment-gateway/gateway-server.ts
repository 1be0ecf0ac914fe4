import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';

import {
  JsonServer,
  ok,
  refused,
  type Asked,
  type Reply,
  type Route,
} from '../simulators/json-server';
import { addressFor } from './addresses';
import { Gateway, type GatewayOptions } from './gateway';
import { isSigned } from './signature';

const Key = Type.String({ pattern: '^[!-~]{1,200}$' });
const Asset = Type.String({ pattern: '^[A-Z]{2,10}$' });
const Network = Type.String({ pattern: '^[a-z]{2,20}$' });
const Units = Type.String({ pattern: '^[1-9][0-9]{0,77}$' });
const Address = Type.String({ pattern: '^[!-~]{1,200}$' });

const AddressWish = Type.Object({ idempotencyKey: Key, asset: Asset, network: Network });
const PayoutWish = Type.Object({
  ...{ idempotencyKey: Key, asset: Asset, network: Network },
  ...{ address: Address, amountUnits: Units },
});
const VoidWish = Type.Object({ idempotencyKey: Key });
const Screening = Type.Union([
  ...[Type.Literal('clear'), Type.Literal('pending'), Type.Literal('flagged')],
]);
const Status = Type.Union([
  ...[Type.Literal('valid'), Type.Literal('failed'), Type.Literal('orphaned')],
]);
const DepositWish = Type.Object({
  ...{ address: Address, asset: Asset, network: Network },
  // A chain that lies is simulated as well.
  amountUnits: Type.String({ maxLength: 80 }),
  contract: Type.Optional(Type.String()),
  confirmations: Type.Optional(Type.Integer({ minimum: 0 })),
  txid: Type.Optional(Type.String({ maxLength: 250 })),
  outputIndex: Type.Optional(Type.Integer()),
  status: Type.Optional(Status),
  screening: Type.Optional(Screening),
});
const Change = Type.Object({
  amountUnits: Type.Optional(Type.String({ maxLength: 80 })),
  status: Type.Optional(Status),
  screening: Type.Optional(Screening),
});
const Mine = Type.Object({
  network: Network,
  blocks: Type.Integer({ minimum: 1, maximum: 1_000 }),
});
const Reorg = Type.Object({ txid: Type.String(), gone: Type.Boolean() });
const Settle = Type.Object({
  status: Type.Union([Type.Literal('completed'), Type.Literal('failed')]),
});
const BehaviourChange = Type.Partial(
  Type.Object({
    duplicates: Type.Integer({ minimum: 1, maximum: 20 }),
    loseWebhooks: Type.Boolean(),
    delayMs: Type.Integer({ minimum: 0 }),
    reorder: Type.Boolean(),
    lag: Type.Integer({ minimum: 0 }),
    api: Type.Union([Type.Literal('ok'), Type.Literal('silent'), Type.Literal('down')]),
    payouts: Type.Union([
      ...[Type.Literal('ok'), Type.Literal('stuck'), Type.Literal('fail'), Type.Literal('silent')],
    ]),
  }),
);

const PAGE = 100;
const NOT_FOUND = refused(404, 'there is no such thing');
const found = (thing: object | null): Reply => (thing === null ? NOT_FOUND : ok(thing));

/** An answer to a body of the documented shape; 400 to any other. */
const taking =
  <S extends TSchema>(schema: S, answer: (body: Static<S>, asked: Asked) => Reply) =>
  (asked: Asked): Reply =>
    Value.Check(schema, asked.body)
      ? answer(asked.body, asked)
      : refused(400, 'the body is not of the documented shape');

/** The gateway's HTTP sides: the one that we call, signed, and the one that steers the simulation. */
export class GatewayServer {
  readonly gateway: Gateway;
  private readonly server: JsonServer;

  constructor(options: GatewayOptions) {
    this.gateway = new Gateway(options);
    this.server = new JsonServer([...this.api(), ...this.control()]);
  }

  listen(port: number): Promise<string> {
    return this.server.listen(port);
  }

  async close(): Promise<void> {
    this.gateway.stop();
    await this.server.close();
  }

  private api(): Route[] {
    const { gateway } = this;
    const routes: Route[] = [
      {
        ...{ method: 'POST', path: /^\/v1\/addresses$/ },
        answer: taking(AddressWish, ({ idempotencyKey, network }) =>
          ok({ address: addressFor(network, idempotencyKey) }),
        ),
      },
      {
        ...{ method: 'GET', path: /^\/v1\/payments\/([\w-]{1,100})$/ },
        answer: ({ params: [id = ''] }) => found(gateway.payment(id)),
      },
      {
        ...{ method: 'GET', path: /^\/v1\/payments$/ },
        answer: ({ query }) =>
          ok({ items: gateway.paymentsAfter(Number(query.get('after') ?? 0), PAGE) }),
      },
      {
        ...{ method: 'POST', path: /^\/v1\/payouts$/ },
        answer: taking(PayoutWish, (wish) => {
          const payout = gateway.send(wish);
          if (gateway.behaviour.payouts === 'silent') return 'silent';
          return payout === null
            ? refused(409, 'this key was used for another payout, or voided')
            : ok(payout);
        }),
      },
      {
        ...{ method: 'POST', path: /^\/v1\/payouts\/void$/ },
        answer: taking(VoidWish, ({ idempotencyKey }) =>
          gateway.void(idempotencyKey)
            ? ok({ idempotencyKey, voided: true })
            : refused(409, 'this key was used for a payout'),
        ),
      },
      {
        ...{ method: 'GET', path: /^\/v1\/payouts\/by-key\/([^/]{1,300})$/ },
        answer: ({ params: [key = ''] }) =>
          found(gateway.payouts.byIdempotencyKey(decodeURIComponent(key))),
      },
      {
        ...{ method: 'GET', path: /^\/v1\/payouts\/([\w-]{1,100})$/ },
        answer: ({ params: [id = ''] }) => found(gateway.payouts.find(id)),
      },
      {
        ...{ method: 'GET', path: /^\/v1\/balances$/ },
        answer: () => ok({ items: gateway.balances() }),
      },
    ];
    return routes.map((route) => ({ ...route, answer: (asked) => this.guarded(route, asked) }));
  }

  private async guarded(route: Route, asked: Asked): Promise<Reply> {
    const { apiSecret } = this.gateway.options;
    const { method, target, raw } = asked;
    if (!isSigned(asked.headers['x-cardroom-signature'], apiSecret, [method, target, raw])) {
      return refused(401, 'the signature does not verify');
    }
    const { api } = this.gateway.behaviour;
    if (api === 'down') return refused(503, 'out of order');
    const reply = await route.answer(asked);
    return api === 'silent' ? 'silent' : reply;
  }

  private control(): Route[] {
    const { gateway } = this;
    return [
      { method: 'GET', path: /^\/health$/, answer: () => ok({ status: 'ok' }) },
      {
        ...{ method: 'GET', path: /^\/control$/ },
        answer: () =>
          ok({
            payments: gateway.paymentsAfter(0, Infinity).slice(-PAGE),
            payouts: gateway.payouts.state().slice(-PAGE),
            behaviour: gateway.behaviour,
          }),
      },
      {
        ...{ method: 'POST', path: /^\/control\/deposits$/ },
        answer: taking(DepositWish, (wish, { headers }) => {
          const key = headers['idempotency-key'];
          return ok(gateway.pay(wish, typeof key === 'string' ? key : undefined));
        }),
      },
      {
        ...{ method: 'POST', path: /^\/control\/payments\/([\w-]{1,100})$/ },
        answer: taking(Change, (change, { params: [id = ''] }) =>
          gateway.change(id, change) ? found(gateway.payment(id)) : NOT_FOUND,
        ),
      },
      {
        ...{ method: 'POST', path: /^\/control\/mine$/ },
        answer: taking(Mine, ({ network, blocks }) => {
          gateway.mine(network, blocks);
          return ok({ network, blocks });
        }),
      },
      {
        ...{ method: 'POST', path: /^\/control\/reorg$/ },
        answer: taking(Reorg, ({ txid, gone }) => {
          const payments = gateway.reorganise(txid, gone);
          return payments.length === 0 ? NOT_FOUND : ok({ payments });
        }),
      },
      {
        ...{ method: 'POST', path: /^\/control\/payouts\/([\w-]{1,100})$/ },
        answer: taking(Settle, ({ status }, { params: [id = ''] }) =>
          gateway.payouts.settle(id, status) ? found(gateway.payouts.find(id)) : NOT_FOUND,
        ),
      },
      {
        ...{ method: 'POST', path: /^\/control\/behaviour$/ },
        answer: taking(BehaviourChange, (change) => {
          gateway.behave(change);
          return ok(gateway.behaviour);
        }),
      },
    ];
  }
}
