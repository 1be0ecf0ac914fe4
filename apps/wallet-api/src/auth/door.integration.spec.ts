import { Logger } from '@nestjs/common';

import { API_PREFIX, INTERNAL_ROUTES } from '../api-docs';
import { WalletApi } from '../wallet-api.builder';

let api: WalletApi;
const warned = jest.spyOn(Logger.prototype, 'warn');

beforeAll(async () => {
  api = await WalletApi.start();
});

afterAll(() => api.stop());

/** Addresses that Express takes for the same route. */
const SPELLINGS = ['API/v1', 'Api/V1', 'aPI/v1'];

describe.each(SPELLINGS)('#81 an address spelt %s', (spelling) => {
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${api.url}/${spelling}${path}`, init);

  it('has the same door', async () => {
    expect(spelling.toLowerCase()).toBe(API_PREFIX);
    for (const path of ['/me', '/wallet/balance', '/hands', '/auth/sessions']) {
      const answer = await ask(path);
      expect([path, answer.status]).toEqual([path, 401]);
      expect(await answer.json()).toMatchObject({ code: 'TOKEN_MISSING' });
    }
  });

  it('shows no table to somebody without a role', async () => {
    const table = '/staff/tables/0190a7c2-0000-7000-8000-000000000001/live';
    expect((await ask(table)).status).toBe(401);
    const { accessToken } = await api.player();
    const asPlayer = await ask(table, { headers: { authorization: `Bearer ${accessToken}` } });
    expect(asPlayer.status).toBe(404);
  });

  it('#92 counts attempts to log in like any other', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      const { status } = await ask('/auth/login', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': `203.0.113.${spelling.length + SPELLINGS.indexOf(spelling)}`,
        },
        body: JSON.stringify({ email: `nobody${attempt}@example.com`, password: 'a wrong guess' }),
      });
      statuses.push(status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });
});

it('the app starts without a warning', () => {
  expect(warned.mock.calls.map(([message]) => String(message))).not.toContainEqual(
    expect.stringMatching(/route|deprecated/i),
  );
});

describe('what is outside the API', () => {
  it.each(INTERNAL_ROUTES)('/%s is served there, and not below the prefix', async (route) => {
    const outside = await fetch(`${api.url}/${route}`);
    expect([200, 503]).toContain(outside.status);
    expect((await fetch(`${api.url}/${API_PREFIX}/${route}`)).status).toBe(404);
  });

  it('the document of the API is served with its page', async () => {
    expect((await fetch(`${api.url}/docs`)).status).toBe(200);
    const document = (await (await fetch(`${api.url}/docs/openapi.json`)).json()) as {
      readonly paths: object;
    };
    expect(Object.keys(document.paths).length).toBeGreaterThan(10);
    expect(Object.keys(document.paths).every((path) => path.startsWith('/api/v1/'))).toBe(true);
  });
});
