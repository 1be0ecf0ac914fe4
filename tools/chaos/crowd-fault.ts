import { io, type Socket } from 'socket.io-client';

import type { ChaosRoom } from './chaos-room';
import { until, type Fault } from './fault';

const CROWD = 300;
const BACK_TIMEOUT_MS = 30_000;

/** Sockets that only look on, beside those of the players, spread over their accounts. */
async function openCrowd({ clients, front }: ChaosRoom): Promise<Socket[]> {
  const sockets = Array.from({ length: CROWD }, (_, at) =>
    io(front.url, {
      auth: (give: (data: object) => void) => {
        give({ token: clients[at % clients.length]?.account.accessToken });
      },
      extraHeaders: { 'x-forwarded-for': `10.9.${at >> 8}.${at & 255}` },
      forceNew: true,
    }),
  );
  await until('a crowd', () => sockets.every(({ connected }) => connected));
  return sockets;
}

function crowdFault(): Fault {
  let sockets: readonly Socket[] = [];
  return {
    about: `F18 all players and ${CROWD} others lose their connections and come back at once`,
    ...{ againWithinMs: 15_000, backWithinMs: 15_000 },
    break: async ({ room }) => {
      sockets = await openCrowd(room);
      room.front.cutOffAll();
      return room.tableIds;
    },
    mend: async () => {
      const all = (): boolean => sockets.every(({ connected }) => connected);
      await until('the crowd to be back', all, BACK_TIMEOUT_MS).catch(() => undefined);
      const away = sockets.filter(({ connected }) => !connected).length;
      sockets.forEach((socket) => socket.disconnect());
      return away === 0 ? [] : [`${away} of a crowd of ${CROWD} do not come back`];
    },
  };
}

export const CROWD_FAULTS = { crowd: crowdFault() };
