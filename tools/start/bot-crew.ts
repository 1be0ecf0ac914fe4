import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { PlayerClient } from '@cardroom/client';
import { Bot } from '@cardroom/testing';

export interface BotCrewOptions {
  readonly count: number;
  readonly walletApiUrl: string;
  readonly gatewayUrl: string;
  readonly password: string;
  readonly tableIds: readonly string[];
  readonly logFile: string;
}

const NAMES = [
  ...['Minji', 'Seojun', 'Haeun', 'Doyun', 'Jiwoo', 'Siwoo', 'Seoyeon', 'Jiho', 'Subin', 'Hajun'],
  ...['Yuna', 'Eunwoo', 'Chaewon', 'Junseo', 'Dain', 'Hyunwoo', 'Sora', 'Taemin', 'Nari', 'Jisoo'],
];

/** Registering and logging in hash a password each; this far apart nobody else waits for them. */
const START_APART_MS = 120;
const STOP_TIMEOUT_MS = 8_000;

/** The bots of a system, each a player with its own account, address and socket. */
export class BotCrew {
  private readonly bots: Bot[] = [];
  private isStopping = false;

  constructor(private readonly options: BotCrewOptions) {}

  /** Lets them come one after the other; does not wait until they sit. */
  start(): void {
    void this.comeIn();
  }

  /** All get up and leave; who has not after a while is left to the gateway's own rules. */
  async stop(): Promise<void> {
    this.isStopping = true;
    const left = Promise.all(this.bots.map((bot) => bot.stop()));
    await Promise.race([left, sleep(STOP_TIMEOUT_MS, null, { ref: false })]);
  }

  private async comeIn(): Promise<void> {
    for (let index = 0; index < this.options.count && !this.isStopping; index += 1) {
      const bot = this.make(index);
      this.bots.push(bot);
      bot.start();
      await sleep(START_APART_MS);
    }
  }

  private make(index: number): Bot {
    const { walletApiUrl, gatewayUrl, password, tableIds, logFile } = this.options;
    const client = new PlayerClient({
      walletApiUrl,
      gatewayUrl,
      password,
      email: `bot-${String(index + 1).padStart(4, '0')}@cardroom.example`,
      nickname: nicknameOf(index),
      address: `10.77.${Math.floor(index / 250)}.${(index % 250) + 1}`,
      recordFrames: false,
    });
    return new Bot({
      client,
      tableIds,
      seed: Date.now() + index,
      seatsLeftFree: 2,
      onTrouble: (what) => {
        appendFileSync(logFile, `${new Date().toISOString()} ${what}\n`);
      },
    });
  }
}

/** What others call a bot; each has a name that nobody else of a system to be has. */
export function nicknameOf(index: number): string {
  const name = NAMES[index % NAMES.length] ?? 'Bot';
  const round = Math.floor(index / NAMES.length);
  return round === 0 ? name : `${name}${round + 1}`;
}
