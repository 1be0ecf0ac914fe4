// k6 run k6/websocket-stress.js: many who connect, look around the lobby, follow a table and go again.
import { check } from 'k6';
import { Counter, Trend } from 'k6/metrics';

import { enter } from './player.js';
import { visit } from './visit.js';

const PLAYERS = Number(__ENV.PLAYERS || 500);
const STAY_MS = Number(__ENV.STAY_MS || 30000);
const COMMAND_EVERY_MS = 1000;

export const options = {
  scenarios: {
    players: {
      executor: 'ramping-vus',
      startVUs: 0,
      stages: [
        { target: PLAYERS, duration: __ENV.RAMP || '1m' },
        { target: PLAYERS, duration: __ENV.DURATION || '3m' },
      ],
      gracefulRampDown: '30s',
    },
  },
  setupTimeout: '15m',
  thresholds: {
    checks: ['rate>0.99'],
    command_duration: ['p(95)<100', 'p(99)<250'],
    connect_duration: ['p(95)<1000'],
  },
};

const commandDuration = new Trend('command_duration', true);
const connectDuration = new Trend('connect_duration', true);
const versions = new Counter('versions_received');

export const setup = () => Array.from({ length: PLAYERS }, (_, number) => enter(number));

export default function lookAround(players) {
  const { token } = players[(__VU - 1) % players.length];
  const startMs = Date.now();
  const who = { token, name: `k6-${__VU}-${startMs}`, stayMs: STAY_MS };
  visit({ ...who, onVersion: () => versions.add(1) }, (player, socket) => {
    connectDuration.add(Date.now() - startMs);
    look(player);
    socket.setInterval(() => look(player), COMMAND_EVERY_MS);
  });
}

function look(player) {
  const startMs = Date.now();
  player.command('lobby.enter', {}, ({ ok, data }) => {
    commandDuration.add(Date.now() - startMs);
    check(ok, { 'the lobby answers': Boolean });
    const tables = (data && data.tables) || [];
    const table = tables[__VU % Math.max(1, tables.length)];
    if (table !== undefined) {
      player.follow(table.tableId, () => {
        check(player.stateVersion, { 'the table is shown': (version) => version >= 0 });
      });
    }
  });
}
