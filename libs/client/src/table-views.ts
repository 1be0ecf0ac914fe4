import type { EventEmitter } from 'node:events';

import type { PlayerEvents } from './player-events';
import type { TableFollower } from './table-follower';

interface Watching extends EventEmitter<PlayerEvents> {
  readonly tables: ReadonlyMap<string, TableFollower>;
  watch(tableId: string): Promise<TableFollower>;
}

/** How Socket.IO names a disconnect that the client itself asked for. */
const ON_PURPOSE = 'io client disconnect';

/** What is known of a table, now and after each change. Rejects with what `watch` rejects with. */
export async function* viewsOf(
  client: Watching,
  tableId: string,
  signal?: AbortSignal,
): AsyncGenerator<TableFollower, void> {
  const follower = await client.watch(tableId);
  let wake: (() => void) | null = null;
  const known = { isNew: true, isOver: signal?.aborted ?? false };
  const look = (changed: TableFollower): void => {
    if (changed !== follower) return;
    known.isNew = true;
    known.isOver ||= client.tables.get(tableId) !== follower;
    wake?.();
  };
  const end = (): void => {
    known.isOver = true;
    wake?.();
  };
  const leave = (reason: string): void => {
    if (reason === ON_PURPOSE) end();
  };
  client.on('table', look).on('offline', leave);
  signal?.addEventListener('abort', end);
  try {
    while (!known.isOver) {
      if (known.isNew) {
        known.isNew = false;
        yield follower;
      } else {
        await new Promise<void>((resolve) => (wake = resolve));
      }
    }
  } finally {
    client.off('table', look).off('offline', leave);
    signal?.removeEventListener('abort', end);
  }
}
