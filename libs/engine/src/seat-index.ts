/** A seat of a table, 0…9, clockwise. */
export type SeatIndex = number & { readonly __brand: 'SeatIndex' };

export const MAX_SEATS = 10;

/**
 * Whether a value is a seat.
 *
 * @example isSeatIndex(10) // false
 */
export const isSeatIndex = (value: unknown): value is SeatIndex =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < MAX_SEATS;

/**
 * Names a number as a seat. Errors: RangeError outside 0…9.
 *
 * @example seatIndex(9) // 9
 */
export function seatIndex(value: number): SeatIndex {
  if (!isSeatIndex(value)) throw new RangeError('A seat is a whole number from 0 to 9');
  return value;
}
