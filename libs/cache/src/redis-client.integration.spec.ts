import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { Logger } from '@nestjs/common';
import { testRedisPrefix, testRedisUrl } from '@cardroom/testing';

import { settings } from './cache.builder';
import { connectRedis, redisUrlOf, waitUntilReady } from './index';

/** A line to Redis that can be cut; what clients send is kept for inspection. */
class Line {
  private readonly sockets = new Set<Socket>();
  isMute = false;
  sent = '';
  /** How often something came. */
  pieces = 0;

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  static async open(): Promise<Line> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const line = new Line(server, new URL(testRedisUrl()));
    server.on('connection', (socket) => line.join(socket));
    return line;
  }

  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.toString();
  }

  private join(client: Socket): void {
    const redis = connect(Number(this.target.port || 6379), this.target.hostname);
    for (const socket of [client, redis]) {
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    client.on('data', (data) => {
      this.sent += data.toString();
      this.pieces += 1;
      redis.write(data);
    });
    redis.on('data', (data) => {
      if (!this.isMute) client.write(data);
    });
    client.on('close', () => redis.destroy());
    redis.on('close', () => client.destroy());
  }

  cut(): void {
    this.sockets.forEach((socket) => socket.destroy());
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

let warn: jest.SpyInstance;
let back: jest.SpyInstance;
beforeEach(() => {
  warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
  back = jest.spyOn(Logger.prototype, 'log').mockImplementation();
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe('a connection of the request path', () => {
  const key = `${testRedisPrefix()}:counter`;
  let line: Line;
  beforeEach(async () => {
    line = await Line.open();
  });
  afterEach(() => line.close());

  it('F8 sends nothing again and queues nothing: what was cut off is an error', async () => {
    const client = connectRedis(settings(line.url), 'game');
    await waitUntilReady(client);
    line.isMute = true;
    const cutOff = client.incr(key);
    const error = expect(cutOff).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 100));
    line.cut();
    await error;
    await expect(client.incr(key)).rejects.toThrow();
    line.isMute = false;
    await new Promise((resolve) => client.once('ready', resolve));
    expect(line.sent.match(/incr/g)).toHaveLength(1);
    expect(await client.get(key)).toBe('1');
    await client.del(key);
    client.disconnect();
  });

  it('sends what one turn of the event loop asks in one piece, and answers each by itself', async () => {
    const client = connectRedis(settings(line.url), 'game');
    await waitUntilReady(client);
    await client.del(key);
    const before = line.pieces;
    const asked = Array.from({ length: 20 }, () => client.incr(key));
    await Promise.resolve();
    asked.push(client.incr(key));
    const answers = await Promise.all(asked);
    expect(answers).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
    expect(line.pieces - before).toBe(1);
    await client.del(key);
    client.disconnect();
  });

  it('says once that Redis is away and once that it is back', async () => {
    const client = connectRedis(settings(line.url), 'game');
    await waitUntilReady(client);
    const { url } = line;
    await line.close();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(warn).toHaveBeenCalledTimes(1);
    line = await Line.open();
    client.options.port = Number(new URL(line.url).port);
    await waitUntilReady(client);
    expect(back).toHaveBeenCalledTimes(1);
    expect(JSON.stringify(warn.mock.calls)).not.toContain(new URL(url).password);
    client.disconnect();
  });

  it('leaves a server that has fallen silent, also when nobody asks it anything', async () => {
    const client = connectRedis(settings(line.url), 'game');
    await waitUntilReady(client);
    line.isMute = true;
    await new Promise((resolve) => client.once('close', resolve));
    line.isMute = false;
    await waitUntilReady(client);
    expect(await client.ping()).toBe('PONG');
    client.disconnect();
  });
});

describe('waiting for a connection', () => {
  it('ends when the connection is closed for good', async () => {
    const client = connectRedis(settings('redis://127.0.0.1:1'), 'game');
    const waiting = waitUntilReady(client);
    client.disconnect();
    await expect(waiting).rejects.toThrow('was closed');
  });
});

it('each role may have a server of its own; by default all use one', () => {
  const config = { ...settings('redis://all'), redisQueueUrl: 'redis://queue' };
  expect(redisUrlOf(config, 'game')).toBe('redis://all');
  expect(redisUrlOf(config, 'queue')).toBe('redis://queue');
});
