import type { Dealer, TableEvent, TableState } from '@cardroom/engine';

/** One event with the table before and after it. */
export interface Moment {
  readonly event: TableEvent;
  readonly before: TableState;
  readonly after: TableState;
  readonly dealer: Dealer;
}

/** Watches a table and says which rule an event breaks; null where all is well. */
export interface Referee {
  see(moment: Moment): string | null;
}
