// k6 run k6/load-test-500.js: log in, connect, take a seat and play; 100 players, then 200, … 500.
import { check } from 'k6';
import { Counter, Trend } from 'k6/metrics';

import { enterWithMoney } from './player.js';
import { findSeat, visit } from './visit.js';

const STAGES = [100, 200, 300, 400, 500];
const P95_MS = [100, 120, 150, 180, 200];
const PLAYERS = Number(__ENV.PLAYERS || 500);
const STAGE_SECONDS = Number(__ENV.STAGE_SECONDS || 60);
/** How long a player thinks. */
const THINK_MS = Number(__ENV.THINK_MS || 1000);
const LOOK_MS = 50;

const actionDuration = new Trend('action_duration', true);
const refused = new Counter('actions_refused');

/** Each stage adds its players at its start; all stay to the end. */
const scenarios = {};
const thresholds = { checks: ['rate>0.99'] };
STAGES.filter((players) => players <= PLAYERS || players === STAGES[0]).forEach(
  (players, at, all) => {
    const before = at === 0 ? 0 : STAGES[at - 1];
    scenarios[`to_${players}`] = {
      executor: 'per-vu-iterations',
      vus: Math.min(players, PLAYERS) - before,
      iterations: 1,
      startTime: `${at * STAGE_SECONDS}s`,
      maxDuration: `${(all.length - at) * STAGE_SECONDS + 60}s`,
      env: { STAY_SECONDS: String((all.length - at) * STAGE_SECONDS) },
    };
    thresholds[`action_duration{players:${players}}`] = [`p(95)<${P95_MS[at]}`];
  },
);

export const options = { scenarios, thresholds, setupTimeout: '15m' };

export const setup = () => ({
  players: Array.from({ length: PLAYERS }, (_, number) => enterWithMoney(number)),
  startMs: Date.now(),
});

/** The players of the stage that runs now, as a tag. */
function stageAt(startMs) {
  const at = Math.floor((Date.now() - startMs) / (STAGE_SECONDS * 1000));
  return { players: String(STAGES[Math.min(at, STAGES.length - 1)]) };
}

export default function play({ players, startMs }) {
  const number = (__VU - 1) % players.length;
  const { token } = players[number];
  const stayMs = Number(__ENV.STAY_SECONDS || STAGE_SECONDS) * 1000;
  visit({ token, name: `k6-${__VU}-${Date.now()}`, stayMs }, (player, socket) => {
    findSeat(player, number, (hasSeat) => {
      check(hasSeat, { 'a seat is found': Boolean });
      if (hasSeat) playOn(player, socket, startMs);
    });
  });
}

function playOn(player, socket, startMs) {
  let turnSinceMs = null;
  socket.setInterval(() => {
    if (!player.isMyTurn) {
      turnSinceMs = null;
      return;
    }
    const nowMs = Date.now();
    if (turnSinceMs === null) turnSinceMs = nowMs;
    if (nowMs - turnSinceMs < THINK_MS) return;
    player.act(({ ok, code }) => {
      actionDuration.add(Date.now() - nowMs, stageAt(startMs));
      if (!ok) refused.add(1, { code });
    });
  }, LOOK_MS);
}
