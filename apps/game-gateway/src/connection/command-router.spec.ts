import { Logger } from '@nestjs/common';

import { accepted, refusal } from '../routing/answers';
import { CommandRouter } from './command-router';
import { tableRoom, type GameSocket } from './socket-types';

Logger.overrideLogger(false);

/** A player of this node who watches two tables of other nodes. */
function watcher() {
  const told: unknown[] = [];
  const socket = {
    rooms: new Set(['lost', 'kept'].map(tableRoom)),
    data: { claims: { userId: 'user', nickname: 'User', role: 'player' } },
    emit: (_event: string, message: unknown) => told.push(message),
  } as unknown as GameSocket;
  return { socket, told };
}

it('F10 a table that cannot be read again after a break neither ends the process nor hides the others', async () => {
  const { socket, told } = watcher();
  const router = new CommandRouter(
    { actor: () => null },
    { tables: () => [] },
    {
      call: ({ command: { tableId } }) =>
        tableId === 'lost'
          ? Promise.reject(new Error('Command timed out'))
          : Promise.resolve(accepted({ kind: 'deltas', deltas: [], cards: null, own: tableId })),
    },
    { all: () => [socket], enter: () => Promise.resolve() },
    { refusalOf: () => refusal('INTERNAL_ERROR') },
  );
  await expect(router.readAgain()).resolves.toBeUndefined();
  expect(told).toEqual(['kept']);
});
