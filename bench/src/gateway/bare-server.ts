import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { ServerFigures } from '../../../tools/load/server-figures';
import type { BareOrder, BareWord } from './bare-words';

/** The bare server in a process of its own. */
export class BareServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(order: BareOrder): Promise<BareServer> {
    const child = fork(join(__dirname, 'bare.main.js'));
    child.send(order);
    const [word] = (await once(child, 'message')) as [BareWord];
    if (word.type !== 'listening') throw new Error('the bare server does not listen');
    return new BareServer(child, `http://127.0.0.1:${word.port}`);
  }

  async figures(): Promise<ServerFigures> {
    this.child.send('figures');
    const [word] = (await once(this.child, 'message')) as [BareWord];
    if (word.type !== 'figures') throw new Error('the bare server says something else');
    const { cpuSeconds, rssBytes } = word;
    return { cpuSeconds, rssBytes, eventLoopP99Ms: 0 };
  }

  async stop(): Promise<void> {
    this.child.kill();
    await once(this.child, 'exit');
  }
}
