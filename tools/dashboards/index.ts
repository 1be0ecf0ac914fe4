import type { Dashboard } from './dashboard';
import { INFRASTRUCTURE } from './infrastructure.dashboard';
import { MONEY } from './money.dashboard';
import { PLAYERS } from './players.dashboard';
import { SLO } from './slo.dashboard';

/** The dashboards by the name of their file. */
export const DASHBOARDS: Readonly<Record<string, Dashboard>> = {
  players: PLAYERS,
  money: MONEY,
  infrastructure: INFRASTRUCTURE,
  slo: SLO,
};
