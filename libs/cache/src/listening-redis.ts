import { Redis, type Command, type RedisOptions } from 'ioredis';

const JOINING = ['subscribe', 'ssubscribe'] as const;
const LEAVING = { unsubscribe: 'subscribe', sunsubscribe: 'ssubscribe' } as const;

const isJoining = (name: string): name is (typeof JOINING)[number] =>
  JOINING.some((each) => each === name);
const isLeaving = (name: string): name is keyof typeof LEAVING => name in LEAVING;

/**
 * A connection for nothing but listening. What it was once asked to listen to it listens to again
 * whenever it is connected, also what it was asked while Redis was away. That nobody waits for such
 * a question is no fault: the libraries that ask here do not, and a rejection that nobody handles
 * would end the process.
 */
export class ListeningRedis extends Redis {
  private readonly wanted = {
    subscribe: new Set<string>(),
    ssubscribe: new Set<string>(),
  };

  constructor(url: string, options: RedisOptions) {
    super(url, { ...options, autoResubscribe: false });
    this.on('ready', () => void this.listenAgain());
  }

  override sendCommand(command: Command, ...rest: unknown[]): unknown {
    const { name } = command;
    const channels = command.args.map(String);
    if (isJoining(name)) channels.forEach((channel) => this.wanted[name].add(channel));
    if (isLeaving(name)) channels.forEach((channel) => this.wanted[LEAVING[name]].delete(channel));
    if (!isJoining(name) && !isLeaving(name)) return super.sendCommand(command, ...(rest as []));
    // In subscriber mode before it is ready, the connection would fail its own check.
    if (this.status !== 'ready')
      command.reject(new Error('Redis is away: it is listened to later'));
    else void super.sendCommand(command, ...(rest as []));
    command.promise.catch(() => undefined);
    return command.promise;
  }

  /** Each channel by itself: on a cluster they are on different nodes. */
  private async listenAgain(): Promise<void> {
    const asked = JOINING.flatMap((name) =>
      [...this.wanted[name]].map((channel) => this[name](channel)),
    );
    const answers = await Promise.allSettled(asked);
    const isDeaf = answers.some(({ status }) => status === 'rejected');
    // The next connection is asked again.
    if (isDeaf && this.status === 'ready') this.stream.destroy();
  }
}
