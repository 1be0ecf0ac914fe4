import { randomBytes } from 'node:crypto';

import { newTxid } from './chains';
import type { Behaviour, Payout } from './gateway-types';

export type PayoutWish = Pick<
  Payout,
  'idempotencyKey' | 'asset' | 'network' | 'address' | 'amountUnits'
>;

/** Blocks after which a payout counts as completed. */
const COMPLETE_DEPTH = 3;

const sameWish = (a: PayoutWish, b: PayoutWish): boolean =>
  (['asset', 'network', 'address', 'amountUnits'] as const).every((name) => a[name] === b[name]);

/** Coins on their way out: one payout a key, whatever is asked how often. */
export class Payouts {
  private readonly byKey: Map<string, Payout>;
  private readonly voided: Set<string>;

  constructor(
    state: readonly Payout[],
    voided: readonly string[],
    private readonly behaviour: () => Behaviour,
  ) {
    this.voided = new Set(voided);
    this.byKey = new Map(state.map((payout) => [payout.idempotencyKey, payout]));
  }

  state(): readonly Payout[] {
    return [...this.byKey.values()];
  }

  voidedKeys(): readonly string[] {
    return [...this.voided];
  }

  /** Promises that nothing is ever paid under a key. False where something is. */
  void(key: string): boolean {
    if (this.byKey.has(key)) return false;
    this.voided.add(key);
    return true;
  }

  /** Null where the key was used for another payout, or was voided. */
  accept(wish: PayoutWish): Payout | null {
    if (this.voided.has(wish.idempotencyKey)) return null;
    const known = this.byKey.get(wish.idempotencyKey);
    if (known !== undefined) return sameWish(known, wish) ? known : null;
    const { idempotencyKey, asset, network, address, amountUnits } = wish;
    const payout: Payout = {
      payoutId: `out_${randomBytes(12).toString('hex')}`,
      ...{ idempotencyKey, asset, network, address, amountUnits },
      status: 'accepted',
      txid: null,
      confirmations: 0,
    };
    this.byKey.set(idempotencyKey, payout);
    return payout;
  }

  byIdempotencyKey(key: string): Payout | null {
    return this.byKey.get(key) ?? null;
  }

  find(payoutId: string): Payout | null {
    return this.state().find((payout) => payout.payoutId === payoutId) ?? null;
  }

  /** A person at the gateway decides. False where there is no such payout, or it is over. */
  settle(payoutId: string, status: 'completed' | 'failed'): boolean {
    const payout = this.find(payoutId);
    if (payout === null || payout.status === 'completed' || payout.status === 'failed')
      return false;
    const txid = payout.txid ?? (status === 'completed' ? newTxid(payout.network) : null);
    this.byKey.set(payout.idempotencyKey, { ...payout, status, txid });
    return true;
  }

  /** A block came: each payout of the network goes one step on. */
  advance(network: string): void {
    const { payouts: mode } = this.behaviour();
    if (mode === 'stuck') return;
    for (const payout of this.state()) {
      if (payout.network !== network) continue;
      this.byKey.set(payout.idempotencyKey, next(payout, mode === 'fail'));
    }
  }

  networks(): string[] {
    return [...new Set(this.state().map(({ network }) => network))];
  }
}

function next(payout: Payout, fails: boolean): Payout {
  switch (payout.status) {
    case 'accepted':
      if (fails) return { ...payout, status: 'failed' };
      return { ...payout, status: 'broadcast', txid: newTxid(payout.network) };
    case 'broadcast':
    case 'confirming': {
      const confirmations = payout.confirmations + 1;
      const status = confirmations >= COMPLETE_DEPTH ? 'completed' : 'confirming';
      return { ...payout, status, confirmations };
    }
    case 'completed':
    case 'failed':
      return payout;
  }
}
