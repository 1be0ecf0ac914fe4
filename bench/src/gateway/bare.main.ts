/**
 * What any Socket.IO server has to do for the same traffic and no game: it takes a command, acks it and
 * sends a message to the room. It says what the client needs to go on, and fills up with blanks.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Server } from 'socket.io';

import type { BareOrder, BareWord } from './bare-words';

interface Command {
  readonly type: string;
  readonly tableId: string;
  readonly seat?: number;
}

interface BareTable {
  stateVersion: number;
  seats: number;
  turnSeat: number;
  /** Broadcasts that are still owed, of which a part of one may be. */
  owed: number;
}

const tell = (word: BareWord): void => {
  process.send?.(word);
};
const tables = new Map<string, BareTable>();
const legal = { canFold: true, canCheck: true, callKrw: 0, minRaiseToKrw: null };
let order: BareOrder = { broadcastsPerAction: 1, bytesPerBroadcast: 0 };
let pad = '';

function tableOf(tableId: string): BareTable {
  const table = tables.get(tableId) ?? { stateVersion: 0, seats: 0, turnSeat: 0, owed: 0 };
  tables.set(tableId, table);
  return table;
}

const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false });

function act(tableId: string): object {
  const table = tableOf(tableId);
  table.turnSeat = (table.turnSeat + 1) % Math.max(1, table.seats);
  table.owed += order.broadcastsPerAction;
  for (let at = 0; at === 0 || table.owed >= 1; at += 1) {
    table.owed -= 1;
    table.stateVersion += 1;
    const { stateVersion, turnSeat } = table;
    const patch = at === 0 ? { turn: { seat: turnSeat, legal } } : {};
    io.to(tableId).emit('delta', { tableId, stateVersion, patch, pad });
  }
  return { ok: true, requestId: '', stateVersion: table.stateVersion };
}

async function answer(command: Command, join: (room: string) => unknown): Promise<object> {
  const { tableId } = command;
  if (command.type === 'table.act') return act(tableId);
  if (command.type === 'table.sit') {
    tableOf(tableId).seats += 1;
    return { ok: true, requestId: '' };
  }
  await join(tableId);
  const { stateVersion, turnSeat } = tableOf(tableId);
  const table = { handId: 'hand', street: 'preflop', turn: { seat: turnSeat, legal } };
  const snapshot = { tableId, stateVersion, table };
  return { ok: true, requestId: '', data: { kind: 'snapshot', snapshot } };
}

io.on('connection', (socket) => {
  socket.on('cmd', (command: Command, ack: (answer: object) => void) => {
    void answer(command, (room) => socket.join(room)).then(ack);
  });
});

process.on('message', (word: unknown) => {
  if (word !== 'figures') {
    order = word as BareOrder;
    // A delta without blanks has about so many bytes.
    pad = ' '.repeat(Math.max(0, Math.round(order.bytesPerBroadcast) - 190));
    http.listen(0, '127.0.0.1', () => {
      tell({ type: 'listening', port: (http.address() as AddressInfo).port });
    });
    return;
  }
  const { user, system } = process.cpuUsage();
  const rssBytes = process.memoryUsage.rss();
  tell({ type: 'figures', cpuSeconds: (user + system) / 1_000_000, rssBytes });
});
