import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

import { Logger } from '@nestjs/common';
import { testRedisPrefix, testRedisUrl } from '@cardroom/testing';
import { Redis } from 'ioredis';

import { settings } from './cache.builder';
import { connectListener, waitUntilReady } from './index';

/** Redis goes away under a connection that only listens. */

const channel = (name: string): string => `${prefix}:${name}`;
const prefix = testRedisPrefix();
let line: Server;
let isHeld = false;
const wires = new Set<Socket>();
let publisher: Redis;
let listener: Redis;
let heard: string[];
const unhandled: unknown[] = [];
const note = (cause: unknown): void => void unhandled.push(cause);

beforeAll(() => {
  Logger.overrideLogger(false);
  process.on('unhandledRejection', note);
});

afterAll(() => {
  process.off('unhandledRejection', note);
});

beforeEach(async () => {
  const target = new URL(testRedisUrl());
  const [port, host] = [Number(target.port), target.hostname];
  line = createServer((client) => {
    const server = connect(port, host);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      wires.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => other.destroy());
      one.on('data', (data) => {
        if (!isHeld) other.write(data);
      });
    }
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  target.port = String((line.address() as AddressInfo).port);
  publisher = new Redis(testRedisUrl());
  listener = connectListener({ ...settings(target.href), redisSocketTimeoutSeconds: 1 });
  heard = [];
  listener.on('smessage', (_channel: string, text: string) => heard.push(text));
  listener.on('message', (_channel: string, text: string) => heard.push(text));
  await waitUntilReady(listener);
  unhandled.length = 0;
});

afterEach(() => {
  isHeld = false;
  listener.disconnect();
  publisher.disconnect();
  line.close();
  wires.forEach((wire) => wire.destroy());
});

const cut = (): void => wires.forEach((wire) => wire.destroy());

/** Says something until it is heard: whoever listens anew takes a moment. */
async function hears(name: string): Promise<void> {
  const text = `to ${name}`;
  for (let tries = 0; !heard.includes(text); tries += 1) {
    if (tries > 500) throw new Error(`nobody hears ${name}`);
    await publisher.spublish(channel(name), text);
    await publisher.publish(channel(name), text);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

it('F8 hears again what it heard before, after a break', async () => {
  await listener.ssubscribe(channel('sharded'));
  await listener.subscribe(channel('plain'));
  cut();
  await new Promise((resolve) => listener.once('close', resolve));
  await hears('sharded');
  await hears('plain');
  expect(unhandled).toEqual([]);
});

it('F8 hears what it was asked to while Redis was away, and nobody had to wait for that', async () => {
  await listener.ssubscribe(channel('before'));
  cut();
  await new Promise((resolve) => listener.once('close', resolve));
  void listener.ssubscribe(channel('meanwhile'));
  void listener.sunsubscribe(channel('before'));
  await hears('meanwhile');
  await publisher.spublish(channel('before'), 'to nobody');
  await hears('meanwhile');
  expect(heard).not.toContain('to nobody');
  expect(unhandled).toEqual([]);
});

it('F8 survives a Redis that takes every question and answers none', async () => {
  await listener.ssubscribe(channel('held'));
  isHeld = true;
  void listener.ssubscribe(channel('asked'));
  await new Promise((resolve) => listener.once('close', resolve));
  isHeld = false;
  await hears('held');
  await hears('asked');
  expect(unhandled).toEqual([]);
});
