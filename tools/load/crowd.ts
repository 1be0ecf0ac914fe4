import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { projectRoot } from '@cardroom/testing';

import type { CrowdOrder, CrowdWord } from './crowd-words';
import type { Counted } from './tally';

/** Built, also where the tests load the sources. */
const CROWD_SCRIPT = join(projectRoot(), 'dist/tools/load/crowd.main.js');

type Stage = 'connected' | 'seated' | 'measuring';

/** The processes of the generator, as one. */
export class Crowd {
  private readonly latest = new Map<ChildProcess, Extract<CrowdWord, { type: 'progress' }>>();
  /** Everything else that they have said: a process may be further than we have asked for. */
  private readonly said = new Map<ChildProcess, CrowdWord[]>();

  private constructor(private readonly processes: readonly ChildProcess[]) {
    for (const child of processes) {
      const words: CrowdWord[] = [];
      this.said.set(child, words);
      child.on('message', (word: CrowdWord) => {
        if (word.type === 'progress') this.latest.set(child, word);
        else words.push(word);
      });
    }
  }

  static gather(orders: readonly CrowdOrder[]): Crowd {
    const crowd = new Crowd(orders.map(() => fork(CROWD_SCRIPT)));
    crowd.processes.forEach((child, at) => child.send(orders[at] ?? {}));
    return crowd;
  }

  get progress(): { readonly sent: number; readonly received: number; readonly refused: number } {
    const words = [...this.latest.values()];
    return {
      sent: words.reduce((sum, { sent }) => sum + sent, 0),
      received: words.reduce((sum, { received }) => sum + received, 0),
      refused: words
        .flatMap(({ errors }) => Object.values(errors))
        .reduce((sum, times) => sum + times, 0),
    };
  }

  /** Waits until all processes are so far. Throws where one has failed. */
  async reached(stage: Stage): Promise<void> {
    await Promise.all(this.processes.map((child) => this.wordOf(child, stage)));
  }

  /** Starts the play; `measured` waits for its end. */
  play(): void {
    for (const child of this.processes) child.send('play');
  }

  async measured(): Promise<Counted[]> {
    const words = await Promise.all(this.processes.map((child) => this.wordOf(child, 'measured')));
    return words.flatMap((word) => (word.type === 'measured' ? [word.counted] : []));
  }

  async dismiss(): Promise<void> {
    const running = this.processes.filter(({ exitCode }) => exitCode === null);
    await Promise.all(
      running.map(async (child) => {
        child.kill();
        await once(child, 'exit');
      }),
    );
  }

  private wordOf(child: ChildProcess, type: CrowdWord['type']): Promise<CrowdWord> {
    return new Promise((resolve, reject) => {
      const hear = (): void => {
        const words = this.said.get(child) ?? [];
        const word = words.find((each) => each.type === type || each.type === 'failed');
        if (word === undefined) return;
        child.off('message', hear);
        if (word.type === 'failed') reject(new Error(word.message));
        else resolve(word);
      };
      child.on('message', hear);
      child.once('exit', (code) => {
        reject(new Error(`a process of the generator has ended with ${String(code)}`));
      });
      hear();
    });
  }
}
