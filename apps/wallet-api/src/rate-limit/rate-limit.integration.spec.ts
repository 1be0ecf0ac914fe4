import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';

import { WalletApi, type Answer } from '../wallet-api.builder';

const derive = promisify(pbkdf2);

let api: WalletApi;
let alone: WalletApi;

beforeAll(async () => {
  api = await WalletApi.start();
  alone = await WalletApi.start({ TRUSTED_PROXIES: '' });
});

afterAll(() => Promise.all([api.stop(), alone.stop()]));

const login = (email: string, from: string): Promise<Answer> =>
  api.send({ path: '/auth/login', body: { email, password: 'wrong password' }, from });

/** The statuses of requests sent one after the other. */
async function statuses(
  count: number,
  send: (index: number) => Promise<Answer>,
): Promise<number[]> {
  const seen: number[] = [];
  for (let index = 0; index < count; index += 1) seen.push((await send(index)).status);
  return seen;
}

it('#92 an address logs in five times a minute, whoever it says it is', async () => {
  const seen = await statuses(6, (index) => login(`one${index}@example.com`, '203.0.113.1'));
  expect(seen).toEqual([401, 401, 401, 401, 401, 429]);
  const { body } = await login('another@example.com', '203.0.113.1');
  expect(body).toMatchObject({ code: 'RATE_LIMITED' });
  expect(body['retryAfterSeconds']).toBeGreaterThan(0);
});

it('#92 a subscriber of IPv6 logs in five times a minute, whichever of its addresses it uses', async () => {
  const seen = await statuses(6, (index) =>
    login(`six${index}@example.com`, `2001:db8:1:2:${index}::${index}`),
  );
  expect(seen).toEqual([401, 401, 401, 401, 401, 429]);
  expect((await login('six@example.com', '2001:db8:1:3::1')).status).toBe(401);
});

/** Keeps every thread that hashes at work until it is over, so that logins come faster than they go. */
function busyThreads(isOver: () => boolean): Promise<unknown> {
  const work = async (): Promise<void> => {
    while (!isOver()) await derive('x', 'y', 200_000, 64, 'sha512');
  };
  return Promise.all(Array.from({ length: 8 }, work));
}

it('#92 a flood of logins is shed with 503 before it can take all memory and threads', async () => {
  let isOver = false;
  const busy = busyThreads(() => isOver);
  const answers = await Promise.all(
    Array.from({ length: 150 }, async (_, index) => {
      const answer = await login(`flood${index}@example.com`, `198.51.100.${index}`);
      isOver ||= answer.status === 503;
      return answer;
    }),
  );
  isOver = true;
  await busy;
  const shed = answers.filter(({ status }) => status !== 401);
  expect(shed.length).toBeGreaterThan(0);
  for (const { status, body, headers } of shed) {
    expect([status, body['code']]).toEqual([503, 'SERVER_BUSY']);
    const retryAfterSeconds = Number(headers.get('retry-after'));
    expect(retryAfterSeconds).toBe(body['retryAfterSeconds']);
    // By how fast the line moved in the last second: never more than half a minute.
    expect(retryAfterSeconds).toBeGreaterThanOrEqual(1);
    expect(retryAfterSeconds).toBeLessThanOrEqual(30);
  }
  expect((await login('after@example.com', '203.0.113.6')).status).toBe(401);
});

it('a refusal says in Retry-After how many seconds to wait', async () => {
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) => login(`wait${index}@example.com`, '203.0.113.5')),
  );
  const limited = answers.find(({ status }) => status === 429);
  expect(limited?.headers.get('retry-after')).toBe(String(limited?.body['retryAfterSeconds']));
  expect(Number(limited?.headers.get('retry-after'))).toBeGreaterThan(1);
});

it('#92 an account is tried five times a minute, from wherever, also with the right password', async () => {
  const { email } = await api.player();
  // The player's own login was the first.
  const seen = await statuses(5, (index) => login(email.toUpperCase(), `203.0.113.${index + 10}`));
  expect(seen).toEqual([401, 401, 401, 401, 429]);
  expect((await api.login(email)).status).toBe(429);
});

it('an address registers three times a minute', async () => {
  const seen = await statuses(4, (index) =>
    api.send({
      path: '/auth/register',
      body: { email: `r${index}@example.com`, nickname: `Reg ${index}`, password: 'long enough 1' },
      from: '203.0.113.2',
    }),
  );
  expect(seen).toEqual([201, 201, 201, 429]);
});

it('an address asks a hundred times a minute', async () => {
  const answers = await Promise.all(
    Array.from({ length: 103 }, () => api.send({ path: '/me', from: '203.0.113.3' })),
  );
  const limited = answers.filter(({ status }) => status === 429);
  expect(limited).toHaveLength(3);
});

it('a user asks a hundred times a minute, from however many addresses', async () => {
  const { accessToken: token } = await api.player();
  const answers = await Promise.all(
    Array.from({ length: 103 }, () => api.send({ path: '/me', token })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(100);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(3);
});

it.each(['x-forwarded-for', 'x-real-ip', 'forwarded', 'client-ip', 'true-client-ip'])(
  '#132 without a trusted proxy %s gives nobody more logins',
  async (name) => {
    // All of these come from one address: 127.0.0.1.
    const seen = await statuses(6, (index) =>
      alone.send({
        path: '/auth/login',
        body: { email: `${name}${index}@example.com`, password: 'wrong password' },
        headers: { [name]: name === 'forwarded' ? `for=192.0.2.${index}` : `192.0.2.${index}` },
      }),
    );
    expect(seen.at(-1)).toBe(429);
  },
);

it('#132 behind the proxy the address next to it counts, not what the client put before', async () => {
  const seen = await statuses(6, (index) =>
    login(`spoof${index}@example.com`, `192.0.2.${index}, 203.0.113.4`),
  );
  expect(seen.at(-1)).toBe(429);
});
