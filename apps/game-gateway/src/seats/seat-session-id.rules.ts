import { v5 as uuidv5 } from 'uuid';

/**
 * The seat session that a `table.sit` opens. It follows from the command, so that a repeat finds
 * what the first try did, wherever that one broke off.
 */
export const seatSessionIdOf = (sit: {
  readonly tableId: string;
  readonly userId: string;
  readonly cmdId: string;
}): string => uuidv5(`${sit.userId}:${sit.cmdId}`, sit.tableId);
