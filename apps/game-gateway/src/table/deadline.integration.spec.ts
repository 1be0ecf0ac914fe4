import type { Answer, Delta, TurnView } from '@cardroom/protocol';
import {
  createTestDatabase,
  PlayedHouse,
  seededRandom,
  testRedisPrefix,
  until,
  type SeatedPlayer,
  type TestDatabase,
} from '@cardroom/testing';

import { Gateway, TestSocket, tokenFor } from '../gateway.builder';

const DECISIONS = 16;
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const random = seededRandom(seed);
let database: TestDatabase;
let house: PlayedHouse;
let gateway: Gateway;
let tableId: string;
let players: readonly SeatedPlayer[];
const sockets: TestSocket[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, seed);
  ({ tableId, players } = await house.table(2));
  await house.source.query(
    'UPDATE tables SET action_timeout_ms = 150, time_bank_ms = 0, showdown_pause_ms = 10',
  );
  const place = { databaseUrl: database.url, redisKeyPrefix: testRedisPrefix() };
  gateway = await Gateway.start(place);
});

afterAll(async () => {
  sockets.forEach((socket) => socket.close());
  await gateway.stop();
  await house.close();
  await database.drop();
});

interface Attempt {
  readonly stateVersion: number;
  readonly answer: Answer;
}

/** Acts as close to each deadline of its seat as it can, now before it, now after. */
class LastMoment {
  readonly attempts: Attempt[] = [];
  private handId = '';

  constructor(
    readonly socket: TestSocket,
    private readonly seat: number,
  ) {
    socket.socket.on('delta', (delta: Delta) => {
      this.handId = delta.patch.handId ?? this.handId;
      const { turn } = delta.patch;
      if (turn?.seat === this.seat && this.handId !== '') {
        this.whileOpen(this.act(turn, delta.stateVersion));
      }
      const status = delta.patch.seats?.[String(this.seat)]?.status;
      if (status !== 'sitting_out' && status !== 'away') return;
      this.whileOpen(this.socket.ask('table.sit_in', { tableId, entry: 'post' }));
    });
  }

  /** What is asked when the test ends has no answer. */
  private whileOpen(asked: Promise<unknown>): void {
    asked.catch((cause: unknown) => {
      if (this.socket.socket.connected) throw cause;
    });
  }

  private async act(turn: TurnView, stateVersion: number): Promise<void> {
    const { handId } = this;
    const waitMs = turn.deadlineAtMs - Date.now() + Math.round(random() * 10) - 7;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    const action = turn.legal.canCheck ? 'check' : 'call';
    const body = { tableId, handId, stateVersion, action };
    this.attempts.push({ stateVersion, answer: await this.socket.ask('table.act', body) });
  }
}

it(`#50 at the deadline one of action and time-out counts, over real sockets (seed ${seed})`, async () => {
  const deltas: Delta[] = [];
  const moments: LastMoment[] = [];
  for (const { userId, seat } of players) {
    const socket = await TestSocket.open(gateway, await tokenFor(house.source, userId));
    if (seat === 0) socket.socket.on('delta', (delta: Delta) => deltas.push(delta));
    moments.push(new LastMoment(socket, seat));
    expect(await socket.ask('table.watch', { tableId })).toMatchObject({ ok: true });
    // Nobody was there to act before.
    expect(await socket.ask('table.sit_in', { tableId })).toMatchObject({ ok: true });
  }
  sockets.push(...moments.map(({ socket }) => socket));
  const attempts = (): Attempt[] => moments.flatMap((each) => each.attempts);
  await until('the decisions', () => attempts().length >= DECISIONS);

  const actions = deltas.flatMap(({ stateVersion, events }) =>
    events
      .filter((event) => event.type === 'acted')
      .map((event) => ({ stateVersion, bySystem: event['bySystem'] })),
  );
  for (const { stateVersion, answer } of attempts()) {
    const taken = actions.find((action) => action.stateVersion > stateVersion);
    if (taken === undefined) continue;
    expect(taken.bySystem).toBe(!answer.ok);
    if (answer.ok) expect(answer.stateVersion).toBe(taken.stateVersion);
    else expect(['STALE_STATE', 'HAND_MISMATCH', 'HAND_NOT_ACTIVE']).toContain(answer.code);
  }
  expect(actions.length).toBe(new Set(actions.map(({ stateVersion }) => stateVersion)).size);
  const versions = deltas.map((delta) => delta.stateVersion);
  expect(versions).toEqual(versions.map((_, index) => (versions[0] ?? 0) + index));
});
