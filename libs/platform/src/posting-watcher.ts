/** Provided where balances are kept besides the ledger; where nobody does, nobody is told. */
export const POSTING_WATCHER = Symbol('POSTING_WATCHER');

/** Hears of every posting of this process. */
export interface PostingWatcher {
  /** Called after the commit. It must not throw. */
  balancesChanged(userIds: readonly string[]): void;
}
