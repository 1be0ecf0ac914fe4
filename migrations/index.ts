import { House1700000000001 } from './0001-house';
import { Ledger1700000000002 } from './0002-ledger';

/** Every migration, in the order they run. */
export const MIGRATIONS = [House1700000000001, Ledger1700000000002] as const;
