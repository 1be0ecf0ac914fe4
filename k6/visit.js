import { check } from 'k6';
import ws from 'k6/ws';

import { FramePlayer } from './frame-player.js';
import { GATEWAY_URL } from './player.js';

const SEAT_TRIES = 9;

/**
 * Connects a player, and calls `arrived(player, socket)` once the handshake is accepted; returns when
 * the socket is closed, after `stayMs` at the latest.
 */
export function visit({ token, name, stayMs, onVersion = () => undefined }, arrived) {
  const url = `${GATEWAY_URL.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const response = ws.connect(url, {}, (socket) => {
    const player = new FramePlayer({
      token,
      name,
      random: Math.random,
      send: (frame) => socket.send(frame),
      onVersion,
      onReady: (refusedWith) => {
        check(refusedWith, { 'the handshake is accepted': (code) => code === null });
        if (refusedWith === null) arrived(player, socket);
        else socket.close();
      },
    });
    socket.on('message', (frame) => player.receive(frame));
    socket.on('error', (failure) => {
      check(failure, { 'the socket has no error': () => false });
    });
    socket.setTimeout(() => socket.close(), stayMs);
  });
  check(response, { 'the upgrade is answered': ({ status }) => status === 101 });
}

/** Takes a seat at one of the lobby's tables, beginning with the one that the number says. */
export function findSeat(player, number, then) {
  player.command('lobby.enter', {}, ({ ok, data }) => {
    check(ok, { 'the lobby answers': Boolean });
    const tables = ((data && data.tables) || []).filter((table) => table.seated < table.maxSeats);
    const table = tables[number % Math.max(1, tables.length)];
    player.command('lobby.leave', {}, () => undefined);
    if (table === undefined) then(false);
    else trySeat(player, table, Math.floor(number / tables.length), SEAT_TRIES, then);
  });
}

function trySeat(player, table, seat, tries, then) {
  const { tableId, minBuyInKrw, maxSeats } = table;
  player.sit({ tableId, seat: seat % maxSeats, buyInKrw: minBuyInKrw }, ({ ok, code }) => {
    if (!ok && code === 'SEAT_TAKEN' && tries > 1) {
      trySeat(player, table, seat + 1, tries - 1, then);
    } else then(ok);
  });
}
