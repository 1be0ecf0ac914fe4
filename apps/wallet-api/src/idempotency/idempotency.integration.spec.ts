import { Body, Controller, HttpCode, Module, Post, type DynamicModule } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { DatabaseModule } from '@cardroom/database';
import { Ledger, LedgerModule } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import {
  BusinessError,
  createHttpApp,
  IsWholeWon,
  PlatformConfig,
  PlatformModule,
  type AccessClaims,
} from '@cardroom/platform';
import { createTestDatabase, type TestDatabase } from '@cardroom/testing';
import { IsOptional, IsString } from 'class-validator';
import type { NextFunction, Response } from 'express';
import request from 'supertest';
import type { EntityManager } from 'typeorm';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { documentProblems } from '../api-problems.rules';
import { Claims, type AuthorizedRequest } from '../auth/access.decorators';
import { Idempotent, Transaction } from './idempotent.decorator';

class TipDto {
  @IsWholeWon()
  amountKrw!: number;

  @IsOptional()
  @IsString()
  code?: string;
}

@Controller('tips')
class TipController {
  constructor(private readonly ledger: Ledger) {}

  @Post()
  @HttpCode(202)
  @Idempotent({ operation: 'tip', apart: ['code'] })
  async tip(
    @Claims() { userId }: AccessClaims,
    @Body() { amountKrw, code }: TipDto,
    @Transaction() manager: EntityManager,
  ): Promise<{ transferId: string }> {
    if (code === 'wrong') throw new BusinessError('SECOND_FACTOR_INVALID');
    const [outcome] = await this.ledger.post(manager, [
      {
        ...{ id: uuidv7(), type: 'adjustment', businessKey: uuidv7(), actor: userId },
        entries: [
          { account: { kind: 'available', userId }, amountKrw: krw(-amountKrw) },
          { account: { kind: 'adjustments' }, amountKrw: krw(amountKrw) },
        ],
      },
    ]);
    if (outcome?.status !== 'posted') throw new BusinessError('INSUFFICIENT_FUNDS');
    return { transferId: outcome.transferId };
  }
}

@Module({})
class TipModule {
  static with(config: PlatformConfig): DynamicModule {
    return {
      module: TipModule,
      imports: [
        PlatformModule.forRoot({ app: 'wallet-api', config }),
        DatabaseModule.forRoot(),
        LedgerModule,
      ],
      controllers: [TipController],
    };
  }
}

let database: TestDatabase;
let app: NestExpressApplication;
let userId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const config = new PlatformConfig();
  Object.assign(config, { databaseUrl: database.url, databasePoolSize: 5, logLevel: 'silent' });
  app = await createHttpApp(TipModule.with(config), { trustedProxies: [] });
  app.use((asked: AuthorizedRequest, _answer: Response, next: NextFunction) => {
    asked.claims = { userId } as AccessClaims;
    next();
  });
  await app.init();
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

beforeEach(async () => {
  userId = uuidv7();
  await app.get(DataSource).transaction((manager) =>
    app.get(Ledger).post(manager, [
      {
        ...{ id: uuidv7(), type: 'adjustment', businessKey: uuidv7(), actor: 'test' },
        entries: [
          { account: { kind: 'available', userId }, amountKrw: krw(1_000) },
          { account: { kind: 'adjustments' }, amountKrw: krw(-1_000) },
        ],
      },
    ]),
  );
});

const tip = (body: unknown, key?: string) => {
  const asked = request(app.getHttpServer()).post('/tips');
  return (key === undefined ? asked : asked.set('Idempotency-Key', key)).send(body as object);
};

const left = async (): Promise<number> =>
  (await app.get(Ledger).balanceOf(app.get(DataSource).manager, userId)).availableKrw;

it('#100 answers the same request as before, and says so', async () => {
  const key = uuidv7();
  const first = await tip({ amountKrw: 100 }, key);
  const again = await tip({ amountKrw: 100 }, key);
  expect([first.status, again.status]).toEqual([202, 202]);
  expect(again.body).toEqual(first.body);
  expect([first, again].map(({ headers }) => headers['idempotency-replayed'] as unknown)).toEqual([
    undefined,
    'true',
  ]);
  expect(await left()).toBe(900);
});

it('#100 refuses another body under the same key', async () => {
  const key = uuidv7();
  await tip({ amountKrw: 100 }, key);
  const { status, body } = await tip({ amountKrw: 101 }, key);
  expect([status, body]).toMatchObject([422, { code: 'IDEMPOTENCY_CONFLICT' }]);
  expect(await left()).toBe(900);
});

it('#100 replays a refusal', async () => {
  const key = uuidv7();
  const first = await tip({ amountKrw: 5_000 }, key);
  const again = await tip({ amountKrw: 5_000 }, key);
  expect([first.status, again.status]).toEqual([422, 422]);
  expect(again.body).toMatchObject({ code: 'INSUFFICIENT_FUNDS' });
  expect(again.headers['idempotency-replayed']).toBe('true');
});

it.each([
  ['missing', undefined, 'IDEMPOTENCY_KEY_MISSING'],
  ['oversized', 'x'.repeat(129), 'VALIDATION_FAILED'],
])('#99 refuses a key that is %s', async (_name, key, code) => {
  const { status, body } = await tip({ amountKrw: 100 }, key);
  expect([status, body]).toMatchObject([400, { code }]);
  expect(await left()).toBe(1_000);
});

it('#99 takes the key of another user for another key', async () => {
  const key = uuidv7();
  await tip({ amountKrw: 100 }, key);
  const first = userId;
  userId = uuidv7();
  expect((await tip({ amountKrw: 100 }, key)).body).toMatchObject({ code: 'INSUFFICIENT_FUNDS' });
  userId = first;
  expect(await left()).toBe(900);
});

it('does not mind another code, and lets a wrong one be tried again', async () => {
  const key = uuidv7();
  expect((await tip({ amountKrw: 100, code: 'wrong' }, key)).status).toBe(403);
  expect((await tip({ amountKrw: 100, code: 'right' }, key)).status).toBe(202);
  const again = await tip({ amountKrw: 100, code: 'later' }, key);
  expect([again.status, again.headers['idempotency-replayed']]).toEqual([202, 'true']);
});

it('does not keep a body that is not valid', async () => {
  const key = uuidv7();
  expect((await tip({ amountKrw: 100, more: 1 }, key)).status).toBe(400);
  expect((await tip({ amountKrw: 100 }, key)).status).toBe(202);
});

it('is documented with its header and its refusals', () => {
  const document = SwaggerModule.createDocument(app, new DocumentBuilder().build());
  const operation = document.paths['/tips']?.post;
  if (operation === undefined) throw new Error('The endpoint is documented');
  documentProblems(operation, 'bearer');
  const text = JSON.stringify(operation);
  for (const code of ['IDEMPOTENCY_KEY_MISSING', 'IDEMPOTENCY_CONFLICT', 'IDEMPOTENCY_IN_PROGRESS'])
    expect(text).toContain(code);
  expect(text).toContain('Idempotency-Key');
});
