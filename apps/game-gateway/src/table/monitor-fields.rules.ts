import { formatCard, totalPotKrw, type TableState } from '@cardroom/engine';

/** Public values of a table for monitors, by the names of its hash in Redis. */
export type MonitorFields = Readonly<Record<string, string>>;

/** What a monitor sees of a table: what everybody at it sees, and no card besides. */
export function monitorFields(state: TableState): MonitorFields {
  const { hand } = state;
  const isPlaying = hand?.outcome === 'playing';
  return {
    handNo: String(state.handNo),
    handId: hand?.setup.handId ?? '',
    street: isPlaying ? hand.street : '',
    board: (hand?.board ?? []).map(formatCard).join(''),
    potKrw: String(isPlaying ? totalPotKrw(hand) : 0),
    toActSeat: String(hand?.toActSeat ?? ''),
    seats: JSON.stringify(
      state.seats.map((seat) =>
        seat === null ? null : { userId: seat.userId, stackKrw: seat.stackKrw },
      ),
    ),
  };
}

/** Those that are not as they were written last; all of them where nothing was. */
export const changedFields = (
  written: MonitorFields | null,
  fields: MonitorFields,
): MonitorFields =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => written?.[name] !== value));
