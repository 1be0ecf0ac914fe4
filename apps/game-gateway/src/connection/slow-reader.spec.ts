import { EventEmitter } from 'node:events';

import { cutWhenSlow, MAX_WAITING_PACKETS } from './slow-reader';

/** A connection of Engine.IO as far as it is watched. */
class Watched extends EventEmitter {
  readonly transport = new EventEmitter();
  closed = 0;

  constructor() {
    super();
    this.transport.on('close', () => (this.closed += 1));
    cutWhenSlow(this as unknown as Parameters<typeof cutWhenSlow>[0]);
  }

  write(packets: number): void {
    for (let at = 0; at < packets; at += 1) this.emit('packetCreate');
  }
}

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('#17 a connection', () => {
  it('whose reader keeps up is never cut, whatever is written', async () => {
    const connection = new Watched();
    for (let round = 0; round < 10; round += 1) {
      connection.write(MAX_WAITING_PACKETS);
      connection.emit('flush');
    }
    await soon();
    expect(connection.closed).toBe(0);
  });

  it('that nobody reads is cut once, when too much waits', async () => {
    const connection = new Watched();
    connection.write(MAX_WAITING_PACKETS);
    await soon();
    expect(connection.closed).toBe(0);
    connection.write(1);
    expect(connection.closed).toBe(0);
    await soon();
    connection.write(MAX_WAITING_PACKETS);
    await soon();
    expect(connection.closed).toBe(1);
  });
});
