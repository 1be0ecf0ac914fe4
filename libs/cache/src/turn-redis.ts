import { Redis, type Command } from 'ioredis';

/**
 * A connection whose commands of one turn of the event loop leave in one write: many tables that
 * commit at once cost one call of the system. Each command has its own answer all the same. A pipeline
 * would not do: after a restart of Redis it does not load the scripts again.
 */
export class TurnRedis extends Redis {
  private isCorked = false;

  override sendCommand(command: Command, ...rest: unknown[]): unknown {
    this.corkForTurn();
    return super.sendCommand(command, ...(rest as []));
  }

  private corkForTurn(): void {
    const { stream } = this as { readonly stream?: Redis['stream'] };
    if (this.isCorked || stream === undefined) return;
    this.isCorked = true;
    stream.cork();
    setImmediate(() => {
      this.isCorked = false;
      stream.uncork();
    });
  }
}
