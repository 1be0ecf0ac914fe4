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
    seats: seatsField(state.seats),
  };
}

/** Made once for the seats as they are: most versions leave them so. */
const seatsFields = new WeakMap<TableState['seats'], string>();

function seatsField(seats: TableState['seats']): string {
  const known = seatsFields.get(seats);
  if (known !== undefined) return known;
  const field = JSON.stringify(
    seats.map((at) => (at === null ? null : { userId: at.userId, stackKrw: at.stackKrw })),
  );
  seatsFields.set(seats, field);
  return field;
}

/** Those that are not as they were written last; all of them where nothing was. */
export const changedFields = (
  written: MonitorFields | null,
  fields: MonitorFields,
): MonitorFields => {
  const changed: Record<string, string> = {};
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined && written?.[name] !== value) changed[name] = value;
  }
  return changed;
};
