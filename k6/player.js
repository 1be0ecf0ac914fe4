import http from 'k6/http';

export const WALLET_URL = __ENV.WALLET_URL || 'http://127.0.0.1:3000';
export const GATEWAY_URL = __ENV.GATEWAY_URL || 'http://127.0.0.1:3001';

const PASSWORD = 'correct horse battery';
const MONEY_KRW = 2000000;

/** One run, one set of names: the accounts of an earlier run stay as they are. */
const RUN = __ENV.RUN || String(Date.now()).slice(-6);

/**
 * A new account, logged in. Each player speaks for an address of its own, or the rate limits would
 * stop the third: the machine that runs k6 must be among TRUSTED_PROXIES.
 */
export function enter(number) {
  const headers = {
    'content-type': 'application/json',
    'x-forwarded-for': `10.${66 + (number >> 16)}.${(number >> 8) & 255}.${number & 255}`,
  };
  const email = `k6-${RUN}-${number}@load.example`;
  const post = (path, body) =>
    http.post(`${WALLET_URL}/api/v1${path}`, JSON.stringify(body), { headers });
  post('/auth/register', { email, nickname: `k6${RUN}n${number}`, password: PASSWORD });
  const login = post('/auth/login', { email, password: PASSWORD });
  const token = login.json('accessToken');
  if (typeof token !== 'string') throw new Error(`no login: ${login.status} ${String(login.body)}`);
  return { token, headers: Object.assign({ authorization: `Bearer ${token}` }, headers) };
}

/** A new account with chips to play for; the faucet exists outside production only. */
export function enterWithMoney(number) {
  const player = enter(number);
  const pour = JSON.stringify({ amountKrw: MONEY_KRW });
  const poured = http.post(`${WALLET_URL}/api/v1/dev/faucet`, pour, { headers: player.headers });
  if (poured.status >= 400) throw new Error(`no money: ${poured.status} ${String(poured.body)}`);
  return player;
}
