import { errorSpec, isErrorCode } from '@cardroom/protocol';

import type { PlayerClient } from '@cardroom/client';

const KICKED = 'io server disconnect';

/**
 * Brings a client back that the server put out or did not let in: a broken transport is mended by
 * Socket.IO itself, the rest is up to the caller. Waits as `pause` says, and stops when it says no.
 */
export function keepConnected(
  client: PlayerClient,
  pause: () => Promise<boolean>,
  onTrouble: (cause: unknown) => void,
): void {
  const comeBack = async (why: string): Promise<void> => {
    if (!(await pause()) || client.isOnline) return;
    try {
      // The session may have ended: a fresh token, or a new login.
      if (!isErrorCode(why) || errorSpec(why).httpStatus === 401) await client.account.refresh();
    } catch (cause) {
      onTrouble(cause);
    }
    client.reconnect();
  };
  client.on('refused', (code) => {
    if (isErrorCode(code)) void comeBack(code);
  });
  client.on('offline', (reason) => {
    if (reason === KICKED) void comeBack(reason);
  });
}
