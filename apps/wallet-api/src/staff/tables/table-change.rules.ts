import type { TableChangeDto } from './tables.dto';

/** What people sat down to: it does not change under them. */
const FIXED_WHILE_SEATED = ['stakesId', 'pool', 'maxSeats', 'structure'] as const;

/** Whether a change needs a table that is closed and empty. */
export const needsEmptyTable = (change: TableChangeDto): boolean =>
  FIXED_WHILE_SEATED.some((setting) => change[setting] !== undefined);
