import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Keys, NotificationEvents, type NotificationEvent } from '@cardroom/cache';
import type { OutboxTopic } from '@cardroom/protocol';
import { testRedisUrl } from '@cardroom/testing';
import { Redis } from 'ioredis';
import { SMTPServer } from 'smtp-server';
import { v7 as uuidv7 } from 'uuid';

import { JobsHouse } from '../jobs.builder';
import { maxAttemptsOf } from '../outbox/outbox.rules';
import { NotificationProcessor } from './notification.processor';

jest.setTimeout(60_000);

const SECRET = 'a secret of more than thirty-two letters';

interface Posted {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let house: JobsHouse;
let redis: Redis;
let smtp: SMTPServer;
let hook: Server;
const mails: string[] = [];
const posts: Posted[] = [];
const told: NotificationEvent[] = [];
/** The mail server's answer to a mail; null takes it. */
let mailFault: string | null = null;
let hookStatus = 200;

beforeAll(async () => {
  house = await JobsHouse.open(18_018);
  redis = new Redis(testRedisUrl());
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (mailFault === null) mails.push(Buffer.concat(chunks).toString());
        done(mailFault === null ? null : new Error(mailFault));
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  hook = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      posts.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(hookStatus).end();
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
});

beforeEach(async () => {
  const subscriber = redis.duplicate();
  await new NotificationEvents(
    redis,
    new Keys(house.environment()['REDIS_KEY_PREFIX'] ?? ''),
  ).listen(subscriber, (event) => told.push(event));
  ears.push(subscriber);
});

const ears: Redis[] = [];

afterEach(async () => {
  await house.endTest();
  for (const ear of ears.splice(0)) ear.disconnect();
  await house.query('DELETE FROM outbox');
  for (const list of [mails, posts, told]) list.length = 0;
  mailFault = null;
  hookStatus = 200;
});

afterAll(async () => {
  redis.disconnect();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await new Promise((resolve) => hook.close(resolve));
  await house.close();
});

const portOf = (server: { address(): AddressInfo | string | null }): number =>
  (server.address() as AddressInfo).port;

const start = () =>
  house.startJobs(undefined, {
    SMTP_URL: `smtp://127.0.0.1:${portOf(smtp.server)}`,
    MAIL_FROM: 'room@cards.example',
    NOTIFICATION_WEBHOOK_URL: `http://127.0.0.1:${portOf(hook)}/push?to=phones`,
    NOTIFICATION_WEBHOOK_SECRET: SECRET,
  });

async function user(language = 'en'): Promise<string> {
  const id = uuidv7();
  await house.query(
    `INSERT INTO users (id, email, email_key, nickname, nickname_key, password_hash, language)
     VALUES ($1, $2, $2, $2, $2, '-', $3)`,
    [id, `${id}@example.com`, language],
  );
  return id;
}

async function leave(topic: OutboxTopic, payload: Record<string, string>): Promise<string> {
  const id = uuidv7();
  await house.query(
    `INSERT INTO outbox (id, topic, payload, request_id) VALUES ($1, $2, $3, 'request-of-a-test')`,
    [id, topic, payload],
  );
  return id;
}

const security = async (userId: string, what = 'password_changed'): Promise<string> =>
  leave('security.event', { userId, what });

const deliveries = (id: string): Promise<{ channel: string; isSent: boolean }[]> =>
  house.query(
    `SELECT channel, sent_at IS NOT NULL AS "isSent" FROM notification_deliveries
     WHERE notification_id = $1 ORDER BY channel`,
    [id],
  );

const ofUser = (userId: string): NotificationEvent[] =>
  told.filter((event) => event.userId === userId);

/** The text of a mail, whatever its encoding. */
function textOfMail(mail: string): string {
  const [head = '', ...rest] = mail.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

describe('a notification', () => {
  it('is stored and goes out once by every channel, in the language of the account', async () => {
    await start();
    const [english, korean] = [await user(), await user('ko')];
    const [id] = [await security(english), await security(korean)];
    await house.drained();
    await house.until('both to be told', async () =>
      Promise.resolve(ofUser(english).length === 1 && ofUser(korean).length === 1),
    );
    expect(mails).toHaveLength(2);
    expect(posts).toHaveLength(2);
    const mail = mails.find((each) => each.includes(`To: ${english}@example.com`)) ?? '';
    expect(mail).toContain('Subject: Password changed');
    expect(mail).toContain('From: Cardroom <room@cards.example>');
    expect(mail).toContain(`Message-ID: <${id}@cards.example>`);
    const other = mails.find((each) => each !== mail) ?? '';
    expect(textOfMail(other)).toContain('비밀번호가 변경되었습니다');
    expect(ofUser(english)[0]?.message).toMatchObject({
      ...{ notificationId: id, topic: 'security.event', title: 'Password changed' },
    });
    expect(await deliveries(id)).toEqual(
      ['email', 'in_app', 'webhook'].map((channel) => ({ channel, isSent: true })),
    );
  });

  it('is posted signed, with its id as the key by which it is taken once', async () => {
    await start();
    const id = await security(await user());
    await house.drained();
    const [post] = posts;
    const [, at, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(
      String(post?.headers['x-cardroom-signature']),
    ) ?? ['', '', ''];
    const expected = createHmac('sha256', SECRET)
      .update([at, 'POST', '/push?to=phones', post?.body].join('.'))
      .digest('hex');
    expect(mac).toBe(expected);
    expect(post?.headers['idempotency-key']).toBe(id);
    expect(JSON.parse(post?.body ?? '{}')).toMatchObject({
      ...{ notificationId: id, topic: 'security.event', facts: { what: 'password_changed' } },
    });
  });

  it('tells of a deposit, rakeback and a level with their figures', async () => {
    const { players } = await house.table(2);
    const userId = players[0]?.userId ?? '';
    await house.query(`UPDATE users SET email = id || '@example.com' WHERE email NOT LIKE '%@%'`);
    await start();
    await house.query(
      `INSERT INTO rakeback_weeks (week, from_day) VALUES ('2026-W45', '2026-11-02') ON CONFLICT DO NOTHING`,
    );
    await house.query(
      `INSERT INTO rakeback_payments (week, user_id, rake_krw, running_rake_krw, level, rate_bp, rakeback_krw)
       VALUES ('2026-W45', $1, 120000, 120000, 'bronze', 1000, 12000)`,
      [userId],
    );
    await leave('rakeback.paid', { userId, week: '2026-W45' });
    await leave('vip.level_changed', { userId });
    await house.drained();
    const stored = await house.query<{ topic: string; facts: Record<string, unknown> }>(
      'SELECT topic, facts FROM notifications WHERE user_id = $1',
      [userId],
    );
    const factsOf = (topic: string): unknown => stored.find((each) => each.topic === topic)?.facts;
    expect(factsOf('deposit.credited')).toMatchObject({ amountKrw: 1_000_000, asset: 'USDT' });
    expect(factsOf('rakeback.paid')).toEqual({ week: '2026-W45', rakebackKrw: 12_000 });
    expect(factsOf('vip.level_changed')).toEqual({ level: 'bronze' });
  });

  it('goes by the channels that its user wants; security mails go whatever is wanted', async () => {
    await start();
    const userId = await user();
    await house.query(
      `INSERT INTO notification_preferences (user_id, topic, channel, is_on) VALUES
         ($1, 'vip.level_changed', 'email', false), ($1, 'vip.level_changed', 'webhook', false),
         ($1, 'security.event', 'in_app', false)`,
      [userId],
    );
    const [level, alarm] = [
      await leave('vip.level_changed', { userId }),
      await security(userId, 'new_device'),
    ];
    await house.drained();
    expect((await deliveries(level)).map(({ channel }) => channel)).toEqual(['in_app']);
    expect((await deliveries(alarm)).map(({ channel }) => channel)).toEqual(['email', 'webhook']);
  });

  it('is stored all the same in a house that has neither mail nor webhook', async () => {
    await house.startJobs();
    const id = await security(await user());
    await house.drained();
    expect((await deliveries(id)).map(({ channel }) => channel)).toEqual(['in_app']);
  });

  it('F3 is stored once and goes out once however often its jobs run', async () => {
    const [one, other] = [await start(), await start()];
    const id = await security(await user());
    await house.drained();
    const rows = await house.query<{ id: string; topic: OutboxTopic }>(
      'SELECT id, topic FROM outbox',
    );
    expect(rows).toHaveLength(4);
    await house.query('UPDATE outbox SET done_at = NULL');
    const again = [one, other].flatMap((app) =>
      rows.map(({ id: outboxId, topic }) =>
        app.get(NotificationProcessor).handle({
          data: { outboxId, topic, requestId: 'again' },
        } as never),
      ),
    );
    await Promise.all(again);
    expect([mails.length, posts.length]).toEqual([1, 1]);
    expect(await deliveries(id)).toHaveLength(3);
    expect(await house.query('SELECT 1 FROM outbox')).toHaveLength(4);
  });

  it('F3 whose worker was killed while it was sent is sent by another, with the same id', async () => {
    mailFault = 'not now';
    const app = await start();
    const id = await security(await user());
    await house.until('a failed try', async () => {
      const rows = await house.query(`SELECT 1 FROM outbox WHERE last_error LIKE '%not now%'`);
      return rows.length === 1;
    });
    // As a worker leaves it that dies between claiming and sending.
    await house.query(
      `UPDATE notification_deliveries SET claimed_until = now() - interval '1 second'
       WHERE notification_id = $1 AND channel = 'email'`,
      [id],
    );
    mailFault = null;
    await house.sweepMuchLater(app);
    await house.drained();
    expect(mails.filter((mail) => mail.includes(`<${id}@`))).toHaveLength(1);
  });

  it('F23 whose mails are refused dies after its tries; other channels go on; a replay sends it', async () => {
    mailFault = 'mailbox is away';
    const app = await start();
    const id = await security(await user());
    await house.until('the others to be sent', async () => {
      const sent = (await deliveries(id)).filter(({ isSent }) => isSent);
      return sent.length === 2;
    });
    const [row] = await house.query<{ id: string }>(
      `SELECT id FROM outbox WHERE topic = 'notification.send' AND payload ->> 'channel' = 'email'`,
    );
    const mailRow = row?.id ?? '';
    await house.query('UPDATE outbox SET attempts = $2 WHERE id = $1 AND attempts < $2', [
      mailRow,
      maxAttemptsOf('notification.send') - 1,
    ]);
    await house.until('the last try', async () => {
      await house.sweepMuchLater(app);
      return (await house.row(mailRow)).dead;
    });
    expect((await house.row(mailRow)).lastError).toContain('mailbox is away');
    mailFault = null;
    await house.reopen(mailRow);
    await house.drained();
    expect(mails).toHaveLength(1);
    expect((await deliveries(id)).every(({ isSent }) => isSent)).toBe(true);
  });

  it('F23 of a row that names nothing is set aside, and others go on', async () => {
    await start();
    const poison = await leave('deposit.credited', { depositId: uuidv7() });
    await house.query('UPDATE outbox SET attempts = 4 WHERE id = $1', [poison]);
    const id = await security(await user());
    await house.drained();
    expect(await house.row(poison)).toMatchObject({ dead: true });
    expect((await deliveries(id)).every(({ isSent }) => isSent)).toBe(true);
  });

  it('is not for accounts that are closed', async () => {
    await start();
    const userId = await user();
    await house.query(`UPDATE users SET status = 'closed' WHERE id = $1`, [userId]);
    await security(userId);
    await house.drained();
    expect([mails.length, ofUser(userId).length]).toEqual([0, 0]);
  });
});
