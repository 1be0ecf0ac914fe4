import { createDataSource } from '@cardroom/database';
import { Ledger, type TransferRequest } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import { AccessTokenSigner } from '@cardroom/platform';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

export interface LoadAccount {
  readonly userId: string;
  readonly nickname: string;
  readonly token: string;
}

interface AccountsInput {
  readonly databaseUrl: string;
  readonly jwtPrivateKey: string;
  readonly count: number;
  /** What each account can spend. */
  readonly moneyKrw: number;
  /** Makes nicknames and e-mails of this run its own. */
  readonly label: string;
}

/** Within the life of a token a load has long ended. */
const TOKEN_TTL_SECONDS = 6 * 60 * 60;
const TOKEN_SETTINGS = { issuer: 'cardroom', audience: 'cardroom' };
const ROWS_AT_A_TIME = 2_000;
const TRANSFERS_AT_A_TIME = 500;

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );

/**
 * Accounts with a session and money each, as registration, login and a gift of the house leave them;
 * nobody can log in to them, as no password has their hash. The tokens are signed with the key of
 * the room.
 */
export async function makeAccounts(input: AccountsInput): Promise<LoadAccount[]> {
  const source = createDataSource({ databaseUrl: input.databaseUrl, databasePoolSize: 4 });
  await source.initialize();
  try {
    const people = Array.from({ length: input.count }, (_, at) => ({
      ...{ userId: uuidv7(), sessionId: uuidv7(), nickname: `${input.label}n${at}` },
    }));
    for (const some of chunks(people, ROWS_AT_A_TIME)) await insert(source, some);
    const userIds = people.map(({ userId }) => userId);
    await give(source, userIds, input.moneyKrw);
    const signer = new AccessTokenSigner(input.jwtPrivateKey, TOKEN_SETTINGS);
    return await Promise.all(
      people.map(async ({ userId, sessionId, nickname }) => {
        const claims = { userId, sessionId, nickname, role: 'player' as const };
        return { userId, nickname, token: await signer.sign(claims, TOKEN_TTL_SECONDS) };
      }),
    );
  } finally {
    await source.destroy();
  }
}

async function insert(
  source: DataSource,
  people: readonly { userId: string; sessionId: string; nickname: string }[],
): Promise<void> {
  const [users, sessions, names] = [
    people.map(({ userId }) => userId),
    people.map(({ sessionId }) => sessionId),
    people.map(({ nickname }) => nickname),
  ];
  await source.query(
    `INSERT INTO users (id, email, email_key, nickname, nickname_key, password_hash)
     SELECT id, name || '@load.example', name || '@load.example', name, name, '-'
     FROM unnest($1::uuid[], $2::text[]) AS t (id, name)`,
    [users, names],
  );
  await source.query(
    `INSERT INTO auth_sessions (id, user_id, user_agent, address, expires_at)
     SELECT id, user_id, 'load', '127.0.0.1', now() + interval '1 day'
     FROM unnest($1::uuid[], $2::uuid[]) AS t (id, user_id)`,
    [sessions, users],
  );
}

/** Gives accounts money as an adjustment of the house: by the ledger, so that the books stay balanced. */
async function give(
  source: DataSource,
  userIds: readonly string[],
  moneyKrw: number,
): Promise<void> {
  for (const some of chunks(userIds, TRANSFERS_AT_A_TIME)) {
    await source.transaction(async (manager) => {
      const gifts = some.map((userId) => giftTo(userId, moneyKrw));
      const outcomes = await new Ledger().post(manager, gifts);
      const refused = outcomes.find(({ status }) => status !== 'posted');
      if (refused !== undefined) throw new Error(`a gift was not posted: ${refused.status}`);
    });
  }
}

const giftTo = (userId: string, amountKrw: number): TransferRequest => ({
  ...{ id: uuidv7(), type: 'adjustment', businessKey: `load:${uuidv7()}`, actor: 'load' },
  entries: [
    { account: { kind: 'adjustments' }, amountKrw: krw(-amountKrw) },
    { account: { kind: 'available', userId }, amountKrw: krw(amountKrw) },
  ],
});
