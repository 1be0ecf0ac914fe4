import { counter } from '@cardroom/platform';
import type { Socket } from 'socket.io';

/** Packets that may wait for one reader: about half a minute of play at several tables. */
export const MAX_WAITING_PACKETS = 500;

const slowReaders = counter('slow_readers_total', 'Connections cut because nobody read them.');

type Connection = Pick<Socket['conn'], 'on' | 'transport'>;

/**
 * Cuts a connection whose reader does not keep up: nothing else bounds what waits for it. The
 * client comes back by itself and gets a snapshot.
 */
export function cutWhenSlow(connection: Connection): void {
  let waiting = 0;
  connection.on('flush', () => {
    waiting = 0;
  });
  connection.on('packetCreate', () => {
    waiting += 1;
    if (waiting !== MAX_WAITING_PACKETS + 1) return;
    slowReaders.inc();
    // Not in the midst of a broadcast. An orderly close would wait for the reader.
    setImmediate(() => connection.transport.emit('close'));
  });
}
