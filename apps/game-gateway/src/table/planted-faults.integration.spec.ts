import { isHandRunning } from '@cardroom/engine';
import type { Answer } from '@cardroom/protocol';
import {
  createTestDatabase,
  PlayedHouse,
  testRedisPrefix,
  testRedisUrl,
  until,
  type TestDatabase,
} from '@cardroom/testing';
import { Redis } from 'ioredis';

import { History } from '../../../../tools/chaos/history';
import { LogCollector } from '../../../../tools/chaos/log-collector';
import { withoutFence } from '../../../../tools/chaos/planted';
import { actOf, TableNode } from './table-node.builder';
import type { TableActor } from './table.actor';

/** F31 The checks of `npm run chaos` have teeth: they find what was broken on purpose. */

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
let database: TestDatabase;
let house: PlayedHouse;
let older: TableNode;
let newer: TableNode;
let history: History;
let collector: LogCollector;
let tableId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, seed);
});

afterAll(async () => {
  await house.close();
  await database.drop();
});

beforeEach(async () => {
  const redisKeyPrefix = testRedisPrefix();
  ({ tableId } = await house.table(3));
  older = await TableNode.start(house.source, redisKeyPrefix, 'older');
  newer = await TableNode.start(house.source, redisKeyPrefix, 'newer');
  history = new History();
  collector = new LogCollector({ redisUrl: testRedisUrl(), redisKeyPrefix }, history);
});

afterEach(async () => {
  await collector.stop();
  await older.stop();
  await newer.stop();
});

async function inHand(node: TableNode): Promise<TableActor> {
  const { actor } = await node.open(tableId);
  await until('a hand', () => isHandRunning(actor.table.state));
  return actor;
}

/** The player to act calls, as the client of that player would remember it. */
async function calls(actor: TableActor): Promise<Answer> {
  const { command, player } = actOf(actor, 'call');
  const answer = await actor.submit(command, player);
  if (!answer.ok) throw new Error(answer.code);
  const { stateVersion = 0 } = answer;
  const commandId = `${player.userId}:${command.cmdId}`;
  history.note({ tableId, commandId, outcome: 'ok', stateVersion });
  return answer;
}

async function findings(): Promise<string[]> {
  const collect = (): Promise<boolean> =>
    collector.collect([tableId]).then(
      () => true,
      () => false,
    );
  await until('the log', collect);
  for (const { deltas } of [older.io, newer.io]) {
    for (const { stateVersion, events } of deltas) {
      history.tell({ tableId, version: stateVersion, events: JSON.stringify(events) });
    }
  }
  return history.findings();
}

describe('an owner who is late', () => {
  it('moves nothing, and nothing is found', async () => {
    const late = await inHand(older);
    await calls((await newer.open(tableId)).actor);
    const { command, player } = actOf(late, 'call');
    await expect(late.submit(command, player)).rejects.toMatchObject({ code: 'TABLE_MOVED' });
    expect(await findings()).toEqual([]);
  });

  it('F31 without the check of the token is found by its versions', async () => {
    const define = jest.spyOn(Redis.prototype, 'defineCommand');
    const planted = await TableNode.start(house.source, testRedisPrefix(), 'planted');
    const script = define.mock.calls.find(([name]) => name === 'tableCommit')?.[1];
    define.mockRestore();
    await planted.stop();
    if (script === undefined) throw new Error('there is no script of commits');
    older.redis.defineCommand('tableCommit', withoutFence(script));

    const late = await inHand(older);
    await calls((await newer.open(tableId)).actor);
    // Not what the newer one has done: that would be answered as it was then.
    const { command, player } = actOf(late, 'fold');
    const seen = late.table.version;
    // It finds itself behind, reads the log, and takes itself for the owner.
    await expect(late.submit(command, player)).rejects.toMatchObject({ code: 'TABLE_MOVED' });
    await until('the late one to catch up', () => late.table.version > seen);
    await calls(late);
    expect(await findings()).toContainEqual(expect.stringContaining(`I6 the token of table`));
  });
});

it('F31 an owner who tells before it commits is found by what it told', async () => {
  const hasty = await inHand(older);
  older.log.commit = ({ expectedVersion }) =>
    Promise.resolve({ status: 'committed', version: expectedVersion + 1 });
  await calls(hasty);
  await older.crash();

  const { actor } = await newer.open(tableId);
  const { command, player } = actOf(actor, 'fold');
  expect(await actor.submit(command, player)).toMatchObject({ ok: true });
  const found = await findings();
  expect(found).toContainEqual(expect.stringContaining('I5 lost'));
  expect(found).toContainEqual(expect.stringContaining('I5 players were told two stories'));
});
