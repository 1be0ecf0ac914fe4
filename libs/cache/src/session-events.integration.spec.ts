import { Logger } from '@nestjs/common';

import { TestRedis } from './cache.builder';
import { Channel, SessionEvents, type SessionRevoked } from './index';

const test = new TestRedis();
afterAll(() => {
  test.close();
});

/** Resolves with the messages when there are so many. */
class Inbox<T> {
  readonly messages: T[] = [];
  private readonly waiting: (() => void)[] = [];

  readonly put = (message: T): void => {
    this.messages.push(message);
    this.waiting.forEach((look) => look());
  };

  async until(count: number): Promise<T[]> {
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (this.messages.length >= count) resolve();
      };
      this.waiting.push(look);
      look();
    });
    return this.messages;
  }
}

const revoked = (userId: string, sessionId: string | null = 's'): SessionRevoked => ({
  userId,
  sessionId,
  reason: 'logout',
});

describe('the end of a session', () => {
  it('is told to every node', async () => {
    const publisher = await test.connect();
    const events = new SessionEvents(publisher, test.keys);
    const inboxes = [new Inbox<SessionRevoked>(), new Inbox<SessionRevoked>()];
    for (const inbox of inboxes) await events.onRevoked(await test.connect(), inbox.put);
    await events.publishRevoked(revoked('u1'));
    await events.publishRevoked(revoked('u2', null));
    for (const inbox of inboxes) {
      expect(await inbox.until(2)).toEqual([revoked('u1'), revoked('u2', null)]);
    }
  });

  it('is still heard after the line was cut', async () => {
    const publisher = await test.connect();
    const events = new SessionEvents(publisher, test.keys);
    const subscriber = await test.connect();
    const inbox = new Inbox<SessionRevoked>();
    const id = await subscriber.client('ID');
    await events.onRevoked(subscriber, inbox.put);
    await publisher.client('KILL', 'ID', id);
    const again = new Promise((resolve) => subscriber.once('ready', resolve));
    await again;
    while (!inbox.messages.length) {
      await events.publishRevoked(revoked('u'));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(inbox.messages[0]).toEqual(revoked('u'));
  });
});

describe('a channel', () => {
  it('passes over what is not its message and survives its listener', async () => {
    const errors = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const publisher = await test.connect();
    const channel = new Channel('odd', (value) => (typeof value === 'number' ? value : null));
    const inbox = new Inbox<number>();
    await channel.listen(await test.connect(), (message) => {
      if (message === 13) throw new Error('unlucky');
      inbox.put(message);
    });
    for (const text of ['not json', '"text"', '13', '7']) await publisher.publish('odd', text);
    expect(await inbox.until(1)).toEqual([7]);
    expect(errors).toHaveBeenCalledTimes(3);
    errors.mockRestore();
  });

  it.each([
    '{}',
    'null',
    '{"userId":1,"sessionId":null,"reason":"r"}',
    '{"userId":"u","reason":"r"}',
  ])('of ended sessions does not take %s', async (text) => {
    const errors = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const publisher = await test.connect();
    const events = new SessionEvents(publisher, test.keys);
    const inbox = new Inbox<SessionRevoked>();
    await events.onRevoked(await test.connect(), inbox.put);
    await publisher.publish(test.keys.sessionRevoked(), text);
    await events.publishRevoked(revoked('u'));
    expect(await inbox.until(1)).toEqual([revoked('u')]);
    errors.mockRestore();
  });
});
