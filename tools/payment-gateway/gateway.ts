import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

import { Chains, type ChainState, type PaymentWish } from './chains';
import { reserveUnits } from './coins';
import { WELL_BEHAVED, type Behaviour, type Payment, type Payout } from './gateway-types';
import { Payouts, type PayoutWish } from './payouts';
import { Webhooks, type WebhookOptions } from './webhooks';

export interface GatewayOptions extends WebhookOptions {
  /** Signs what our own side asks of the gateway. */
  readonly apiSecret: string;
  /** A block of each network comes so often; 0: only when `mine` is told. */
  readonly blockMs: number;
  /** Where chains and payouts are kept over a restart; null for nowhere. */
  readonly stateFile: string | null;
}

interface Saved {
  readonly chains: ChainState;
  readonly payouts: readonly Payout[];
  /** Keys under which nothing is ever paid; none in a state of before there were such. */
  readonly voided?: readonly string[];
}

function load(file: string | null): Saved | null {
  if (file === null || !existsSync(file)) return null;
  return JSON.parse(readFileSync(file, 'utf8')) as Saved;
}

/** A payment gateway with chains of its own: what happens on them, and how it tells of it. */
export class Gateway {
  readonly webhooks: Webhooks;
  readonly payouts: Payouts;
  private readonly chains: Chains;
  private readonly byKey = new Map<string, Payment>();
  private readonly timer: NodeJS.Timeout | null;
  private current: Behaviour = WELL_BEHAVED;

  constructor(readonly options: GatewayOptions) {
    const saved = load(options.stateFile);
    this.chains = new Chains(saved?.chains ?? null);
    this.payouts = new Payouts(saved?.payouts ?? [], saved?.voided ?? [], () => this.current);
    this.webhooks = new Webhooks(options, () => this.current);
    const { blockMs } = options;
    this.timer = blockMs === 0 ? null : setInterval(() => this.mineAll(), blockMs);
  }

  get behaviour(): Behaviour {
    return this.current;
  }

  behave(change: Partial<Behaviour>): void {
    this.current = { ...this.current, ...change };
  }

  payment(id: string): Payment | null {
    return this.chains.find(id, this.current.lag);
  }

  paymentsAfter(sequence: number, limit: number): Payment[] {
    return this.chains.after(sequence, limit, this.current.lag);
  }

  /** Somebody pays. The same key pays once. */
  pay(wish: PaymentWish, key?: string): Payment {
    const known = key === undefined ? undefined : this.byKey.get(key);
    if (known !== undefined) return known;
    const payment = this.chains.add(wish);
    if (key !== undefined) this.byKey.set(key, payment);
    this.changed([payment.id]);
    return payment;
  }

  /** Another word of the chain about a payment: another amount, a failure, a finding. */
  change(id: string, change: Parameters<Chains['change']>[1]): boolean {
    const isThere = this.chains.change(id, change);
    if (isThere) this.changed([id]);
    return isThere;
  }

  mine(network: string, blocks: number): void {
    for (let block = 0; block < blocks; block += 1) this.payouts.advance(network);
    this.changed(this.chains.mine(network, blocks));
  }

  reorganise(txid: string, isGone: boolean): string[] {
    const hit = this.chains.reorganise(txid, isGone);
    this.changed(hit);
    return hit;
  }

  /** Takes a payout on. Null where its key was used for another one. */
  send(wish: PayoutWish): Payout | null {
    const payout = this.payouts.accept(wish);
    this.save();
    return payout;
  }

  /** Never pays under a key. False where it does. */
  void(key: string): boolean {
    const isVoided = this.payouts.void(key);
    this.save();
    return isVoided;
  }

  /** What the gateway holds of each asset. */
  balances(): { readonly asset: string; readonly network: string; readonly units: string }[] {
    const units = new Map<string, bigint>();
    const add = (asset: string, network: string, change: bigint): void => {
      const key = `${asset} ${network}`;
      units.set(key, (units.get(key) ?? reserveUnits(asset)) + change);
    };
    for (const { asset, network, amountUnits, status, confirmations } of this.paymentsAfter(
      0,
      Infinity,
    ))
      if (status === 'valid' && confirmations > 0) add(asset, network, BigInt(amountUnits));
    for (const { asset, network, amountUnits, status } of this.payouts.state())
      if (status !== 'failed') add(asset, network, -BigInt(amountUnits));
    return [...units].map(([key, amount]) => {
      const [asset = '', network = ''] = key.split(' ');
      return { asset, network, units: amount.toString() };
    });
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.webhooks.stop();
    this.save();
  }

  save(): void {
    const { stateFile } = this.options;
    if (stateFile === null) return;
    const saved: Saved = {
      ...{ chains: this.chains.state(), payouts: this.payouts.state() },
      voided: this.payouts.voidedKeys(),
    };
    writeFileSync(`${stateFile}.next`, JSON.stringify(saved), { mode: 0o600 });
    renameSync(`${stateFile}.next`, stateFile);
  }

  private mineAll(): void {
    const networks = new Set([...this.chains.networks(), ...this.payouts.networks()]);
    for (const network of networks) this.mine(network, 1);
  }

  private changed(ids: readonly string[]): void {
    for (const id of ids) this.webhooks.tell(id);
    if (ids.length > 0) this.save();
  }
}
