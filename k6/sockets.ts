// k6 run k6/sockets.ts: players who connect, look around the lobby and follow a table.
import { check } from 'k6';
import { Counter, Trend } from 'k6/metrics';
import { clearInterval, setInterval, setTimeout } from 'k6/timers';
import { WebSocket } from 'k6/websockets';

import { enter, GATEWAY_URL, type Player } from './player.ts';

const PLAYERS = Number(__ENV.PLAYERS ?? 100);
const STAY_MS = Number(__ENV.STAY_MS ?? 30_000);
const COMMAND_EVERY_MS = 1_000;

export const options = {
  scenarios: {
    players: { executor: 'per-vu-iterations', vus: PLAYERS, iterations: 1, maxDuration: '10m' },
  },
  setupTimeout: '10m',
  thresholds: {
    checks: ['rate>0.99'],
    command_duration: ['p(95)<100', 'p(99)<250'],
  },
};

const commandDuration = new Trend('command_duration', true);
const received = new Counter('events_received');

export const setup = (): Player[] => Array.from({ length: PLAYERS }, (_, number) => enter(number));

interface Answer {
  readonly ok: boolean;
  readonly data?: { readonly tables?: readonly { readonly tableId: string }[] };
}

/** As much of Engine.IO 4 and Socket.IO 5 as one namespace over WebSocket needs. */
export default function play(players: readonly Player[]): void {
  const player = players[(__VU - 1) % players.length];
  if (player === undefined) throw new Error('there are no players');
  const url = `${GATEWAY_URL.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url);
  const asked: { readonly atMs: number; readonly then: (answer: Answer) => void }[] = [];

  const command = (type: string, body: object, then: (answer: Answer) => void): void => {
    const cmdId = `k6-${__VU}-${asked.length}-${Date.now()}`;
    const packet = JSON.stringify(['cmd', { cmdId, type, ...body }]);
    socket.send(`42${asked.push({ atMs: Date.now(), then }) - 1}${packet}`);
  };
  const lookAround = (): void =>
    command('lobby.enter', {}, ({ ok, data }) => {
      check(ok, { 'the lobby answers': Boolean });
      const tables = data?.tables ?? [];
      const table = tables[__VU % Math.max(1, tables.length)];
      if (table === undefined) return;
      command('table.watch', { tableId: table.tableId }, (answer) => {
        check(answer.ok, { 'the table is shown': Boolean });
      });
    });

  socket.onmessage = (message) => {
    const text = String(message?.data);
    if (text.startsWith('0')) socket.send(`40${JSON.stringify({ token: player.token })}`);
    else if (text === '2') socket.send('3');
    else if (text.startsWith('40')) {
      check(text, { 'the handshake is accepted': () => true });
      lookAround();
      const timer = setInterval(lookAround, COMMAND_EVERY_MS);
      setTimeout(() => {
        clearInterval(timer);
        socket.close();
      }, STAY_MS);
    } else if (text.startsWith('44')) {
      check(text, { 'the handshake is accepted': () => false });
      socket.close();
    } else if (text.startsWith('43')) {
      const [, number = '', body = '[]'] = /^43(\d+)(.*)$/s.exec(text) ?? [];
      const question = asked[Number(number)];
      if (question === undefined) return;
      commandDuration.add(Date.now() - question.atMs);
      question.then((JSON.parse(body) as [Answer])[0]);
    } else if (text.startsWith('42')) received.add(1);
  };
  socket.onerror = (failure) => {
    check(failure, { 'the socket has no error': () => false });
  };
}
