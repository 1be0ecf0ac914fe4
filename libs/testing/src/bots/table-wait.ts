import type { PlayerClient, TableFollower } from '@cardroom/client';

/** Waits until what is known of the table is as wanted, or for so long. */
export async function waitForTable(
  client: PlayerClient,
  follower: TableFollower,
  timeoutMs: number,
  isThere: () => boolean,
): Promise<void> {
  if (isThere()) return;
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      client.off('table', look);
      resolve();
    };
    const look = (changed: TableFollower): void => {
      if (changed === follower && isThere()) finish();
    };
    const timer = setTimeout(finish, timeoutMs);
    client.on('table', look);
  });
}
