// k6 run k6/rest.js: players who look at their balance and history.
import { check, sleep } from 'k6';
import http from 'k6/http';

import { enter, WALLET_URL } from './player.js';

const PLAYERS = Number(__ENV.PLAYERS || 20);

export const options = {
  vus: PLAYERS,
  duration: __ENV.DURATION || '1m',
  setupTimeout: '5m',
  thresholds: {
    checks: ['rate>0.99'],
    'http_req_duration{kind:read}': ['p(95)<200', 'p(99)<500'],
  },
};

export const setup = () => Array.from({ length: PLAYERS }, (_, number) => enter(number));

export default function look(players) {
  const player = players[(__VU - 1) % players.length];
  for (const path of ['/wallet/balance', '/wallet/transactions', '/hands']) {
    const response = http.get(`${WALLET_URL}/api/v1${path}`, {
      headers: player.headers,
      tags: { kind: 'read', name: path },
    });
    check(response, { [`${path} is answered`]: ({ status }) => status === 200 });
  }
  // Three requests in three seconds: below the 100 a minute of one user.
  sleep(3);
}
