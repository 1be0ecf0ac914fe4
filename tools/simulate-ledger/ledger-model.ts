import type { AccountRef, TransferRequest } from '@cardroom/ledger';

/** What becomes of an operation: `done`, whether now or before, or the code of the refusal. */
export type Verdict = string;

export interface ModelHold {
  readonly id: string;
  readonly userId: string;
  readonly amountKrw: number;
  /** How it was resolved, once it is. */
  resolution: string | null;
}

/** The text that names an account in the model. */
export function accountName(account: AccountRef): string {
  switch (account.kind) {
    case 'available':
    case 'withdrawal_hold':
    case 'debt':
      return `${account.kind}:${account.userId}`;
    case 'in_play':
      return `in_play:${account.seatSessionId}`;
    case 'gateway_clearing':
      return `gateway_clearing:${account.asset}`;
    case 'rake':
    case 'rakeback_liability':
    case 'fx':
    case 'adjustments':
      return `${account.kind}:`;
  }
}

const MAY_BE_NEGATIVE = /^(gateway_clearing|rake|rakeback_liability|fx|adjustments|debt):/;

/** A ledger in a few maps: what the rules say, with nothing of how PostgreSQL does it. */
export class LedgerModel {
  readonly balances = new Map<string, number>();
  readonly transfers = new Map<string, TransferRequest>();
  readonly holds: ModelHold[] = [];
  private readonly contents = new Map<string, string>();
  private readonly cancelled = new Set<string>();

  post(transfer: TransferRequest): Verdict {
    const amounts = transfer.entries.map(({ amountKrw }) => amountKrw as number);
    const sum = amounts.reduce((total, amount) => total + amount, 0);
    if (amounts.length < 2 || sum !== 0 || amounts.includes(0)) return 'INVALID_AMOUNT';
    const key = keyOf(transfer);
    const content = contentOf(transfer);
    const known = this.contents.get(key);
    if (known !== undefined) return known === content ? 'done' : 'IDEMPOTENCY_CONFLICT';
    if (this.cancelled.has(key)) return 'TRANSFER_CANCELLED';
    const after = transfer.entries.map(({ account, amountKrw }) => {
      const name = accountName(account);
      return [name, (this.balances.get(name) ?? 0) + amountKrw] as const;
    });
    if (after.some(([name, balance]) => balance < 0 && !MAY_BE_NEGATIVE.test(name))) {
      return 'INSUFFICIENT_FUNDS';
    }
    for (const [name, balance] of after) this.balances.set(name, balance);
    this.contents.set(key, content);
    this.transfers.set(key, transfer);
    return 'done';
  }

  cancel(transfer: TransferRequest): void {
    this.cancelled.add(keyOf(transfer));
  }
}

const keyOf = ({ type, businessKey }: TransferRequest): string => `${type} ${businessKey}`;

const contentOf = ({ actor, entries }: TransferRequest): string =>
  [
    actor,
    ...entries.map(({ account, amountKrw }) => `${accountName(account)} ${amountKrw}`).sort(),
  ].join();
