import { randomBytes } from 'node:crypto';

import type { Payment } from './gateway-types';

/** A payment with the block that holds it; null while it waits for one. */
interface OnChain extends Omit<Payment, 'confirmations'> {
  readonly minedAt: number | null;
}

/** A payment to be made, as the control surface takes it. */
export interface PaymentWish {
  readonly address: string;
  readonly asset: string;
  readonly network: string;
  readonly contract?: string | null;
  readonly amountUnits: string;
  /** How deep it is in the chain from the start; none: it waits for a block. */
  readonly confirmations?: number;
  /** Of another payment: both are outputs of one transaction. */
  readonly txid?: string;
  readonly outputIndex?: number;
  readonly status?: Payment['status'];
  readonly screening?: Payment['screening'];
}

export interface ChainState {
  readonly heights: Readonly<Record<string, number>>;
  readonly payments: readonly OnChain[];
}

const START_HEIGHT = 1_000;

/** Beyond this depth nobody is told of further blocks. */
const TOLD_DEPTHS: ReadonlySet<number> = new Set([1, 2, 3, 6, 12, 32]);

/** The simulated chains: heights, and the payments in their blocks. */
export class Chains {
  private readonly heights: Map<string, number>;
  private readonly payments: Map<string, OnChain>;
  private sequence: number;

  constructor(state: ChainState | null, nowMs = Date.now()) {
    this.heights = new Map(Object.entries(state?.heights ?? {}));
    this.payments = new Map((state?.payments ?? []).map((payment) => [payment.id, payment]));
    // After a start without its state it goes on above what others have read.
    this.sequence = Math.max(nowMs * 1_000, ...[...this.payments.values()].map((p) => p.sequence));
  }

  state(): ChainState {
    return {
      heights: Object.fromEntries(this.heights),
      payments: [...this.payments.values()],
    };
  }

  find(id: string, lag: number): Payment | null {
    const payment = this.payments.get(id);
    return payment === undefined ? null : this.seen(payment, lag);
  }

  /** In the order they came. */
  after(sequence: number, limit: number, lag: number): Payment[] {
    return [...this.payments.values()]
      .filter((payment) => payment.sequence > sequence)
      .slice(0, limit)
      .map((payment) => this.seen(payment, lag));
  }

  add(wish: PaymentWish): Payment {
    const { address, asset, network, amountUnits, confirmations = 0 } = wish;
    this.sequence += 1;
    const payment: OnChain = {
      id: `pay_${randomBytes(12).toString('hex')}`,
      sequence: this.sequence,
      ...{ asset, network, address, amountUnits },
      contract: wish.contract ?? null,
      txid: wish.txid ?? newTxid(network),
      outputIndex: wish.outputIndex ?? 0,
      status: wish.status ?? 'valid',
      screening: wish.screening ?? 'clear',
      minedAt: confirmations === 0 ? null : this.height(network) - confirmations + 1,
    };
    this.payments.set(payment.id, payment);
    return this.seen(payment, 0);
  }

  /** Changes what the chain says of a payment. False where there is no such payment. */
  change(
    id: string,
    change: Partial<Pick<OnChain, 'amountUnits' | 'status' | 'screening'>>,
  ): boolean {
    const payment = this.payments.get(id);
    if (payment === undefined) return false;
    this.payments.set(id, { ...payment, ...change });
    return true;
  }

  /** Adds blocks. Returns the payments that somebody should be told of. */
  mine(network: string, blocks: number): string[] {
    const told = new Set<string>();
    for (let block = 0; block < blocks; block += 1) {
      const height = this.height(network) + 1;
      this.heights.set(network, height);
      for (const payment of this.payments.values()) {
        if (payment.network !== network || payment.status === 'orphaned') continue;
        if (payment.minedAt === null)
          this.payments.set(payment.id, { ...payment, minedAt: height });
        if (TOLD_DEPTHS.has(height - (payment.minedAt ?? height) + 1)) told.add(payment.id);
      }
    }
    return [...told];
  }

  /**
   * Takes the block of a transaction out of the chain: its payments wait for another one, or are gone
   * for good. Returns them; none where there is no such transaction.
   */
  reorganise(txid: string, isGone: boolean): string[] {
    const hit = [...this.payments.values()].filter((payment) => payment.txid === txid);
    for (const payment of hit) {
      const status = isGone ? 'orphaned' : payment.status;
      this.payments.set(payment.id, { ...payment, minedAt: null, status });
    }
    return hit.map(({ id }) => id);
  }

  networks(): string[] {
    return [...new Set([...this.payments.values()].map(({ network }) => network))];
  }

  private height(network: string): number {
    return this.heights.get(network) ?? START_HEIGHT;
  }

  private seen({ minedAt, ...payment }: OnChain, lag: number): Payment {
    const depth = minedAt === null ? 0 : this.height(payment.network) - minedAt + 1;
    return { ...payment, confirmations: Math.max(0, depth - lag) };
  }
}

/** A transaction id as its network writes it. */
export const newTxid = (network: string): string =>
  `${network === 'bitcoin' ? '' : '0x'}${randomBytes(32).toString('hex')}`;
