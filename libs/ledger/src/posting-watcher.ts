import { ownerOf } from './accounts';
import type { TransferRequest } from './transfer-types';

/** Provided by an app that keeps balances somewhere else; where nobody does, nobody is told. */
export const POSTING_WATCHER = Symbol('POSTING_WATCHER');

export interface PostingWatcher {
  /** Called after the commit. What it does is nobody's concern: it must not throw. */
  balancesChanged(userIds: readonly string[]): void;
}

/** The players whose accounts these transfers move, each once. */
export function usersOf(transfers: readonly TransferRequest[]): string[] {
  const users = new Set<string>();
  for (const { entries } of transfers) {
    for (const { account } of entries) {
      const { userId } = ownerOf(account);
      if (userId !== null) users.add(userId);
    }
  }
  return [...users];
}
