import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { Server } from 'socket.io';

import type { Delta, ServerEvents, TablePatch } from '@cardroom/protocol';

import { tableView } from '@cardroom/testing';
import { NoAnswerError } from './commands';
import { PlayerClient } from './player-client';

const { tableId } = tableView();

interface Command {
  readonly type: string;
  readonly sinceVersion?: number;
}

type Ack = (answer: object) => void;

/** A gateway of one table without rules: just enough to see what a client does. */
class FakeGateway {
  readonly commands: Command[] = [];
  version = 10;
  handNo = 0;
  refuseWith: string | null = null;
  expiresIn = 900;
  refreshes = 0;
  /** Those with which sockets came in. */
  readonly tokens: unknown[] = [];
  private readonly kept: Delta[] = [];

  private constructor(
    private readonly http: HttpServer,
    private readonly io: Server<{ cmd: (body: Command, ack: Ack) => void }, ServerEvents>,
  ) {
    http.on('request', (request, response) => {
      if (!(request.url ?? '').startsWith('/api/v1/')) return;
      response.setHeader('content-type', 'application/json');
      if (request.url?.endsWith('/auth/refresh') === true) this.refreshes += 1;
      const { expiresIn, refreshes } = this;
      const tokens = { accessToken: `token ${refreshes}`, refreshToken: 'r', userId: 'u' };
      response.end(JSON.stringify({ ...tokens, expiresIn }));
    });
    io.use((_socket, next) => {
      const refusal = Object.assign(new Error('refused'), { data: { code: this.refuseWith } });
      next(this.refuseWith === null ? undefined : refusal);
    });
    io.on('connection', (socket) => {
      this.tokens.push(socket.handshake.auth['token']);
      socket.on('cmd', (body, ack) => {
        this.answer(body, ack);
      });
    });
  }

  static async open(): Promise<FakeGateway> {
    const http = createServer();
    const gateway = new FakeGateway(http, new Server(http));
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    return gateway;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await this.io.close();
  }

  /** Closes all sockets for good: no client comes back by itself. */
  dismissAll(): void {
    this.io.disconnectSockets(true);
  }

  /** Makes a new version, and sends it unless it is to be lost on the way. */
  change(patch: TablePatch, isSent = true): void {
    this.version += 1;
    this.handNo = patch.handNo ?? this.handNo;
    const delta = { tableId, stateVersion: this.version, atMs: 0, events: [], patch };
    this.kept.push(delta);
    if (isSent) this.io.emit('delta', delta);
  }

  private answer(body: Command, ack: Ack): void {
    this.commands.push(body);
    if (body.type !== 'table.watch') return;
    const { sinceVersion } = body;
    const table = tableView({ handNo: this.handNo });
    const data =
      sinceVersion === undefined
        ? {
            kind: 'snapshot',
            snapshot: { tableId, stateVersion: this.version, table },
            cards: null,
          }
        : {
            kind: 'deltas',
            deltas: this.kept.filter((delta) => delta.stateVersion > sinceVersion),
            cards: null,
          };
    ack({ ok: true, requestId: 'r', data });
  }
}

const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await sleep(10);
};

describe('a player client', () => {
  let gateway: FakeGateway;
  let client: PlayerClient;

  beforeEach(async () => {
    gateway = await FakeGateway.open();
    client = new PlayerClient({
      walletApiUrl: gateway.url,
      gatewayUrl: gateway.url,
      email: 'minji@cardroom.example',
      nickname: 'Minji',
      password: 'a long enough one',
    });
    await client.enter();
  });
  afterEach(async () => {
    client.disconnect();
    await gateway.close();
  });

  it('asks for the versions that it has missed, once', async () => {
    await client.connect();
    const follower = await client.watch(tableId);
    gateway.change({ handNo: 1 }, false);
    gateway.change({ handNo: 2 });
    gateway.change({ handNo: 3 });
    await until(() => follower.stateVersion === 13);
    expect(follower).toMatchObject({ view: { handNo: 3 } });
    expect(gateway.commands).toMatchObject([{}, { type: 'table.watch', sinceVersion: 10 }]);
  });

  it('finds its tables again after a broken connection', async () => {
    await client.connect();
    const follower = await client.watch(tableId);
    client.dropConnection();
    await until(() => !client.isOnline);
    gateway.change({ handNo: 5 });
    await until(() => follower.stateVersion === 11);
    expect(follower.view?.handNo).toBe(5);
  });

  it('is told the code with which the server refuses it, and may try again', async () => {
    gateway.refuseWith = 'TOKEN_EXPIRED';
    await expect(client.connect()).rejects.toThrow('TOKEN_EXPIRED');
    gateway.refuseWith = null;
    await client.connect();
    expect(client.isOnline).toBe(true);
  });

  it('comes in with a token that has time left, renewed once for all who need it', async () => {
    await client.connect();
    gateway.expiresIn = 0;
    await client.account.login();
    await Promise.all([client.account.refresh(), client.account.freshToken()]);
    expect(gateway.refreshes).toBe(1);
    client.dropConnection();
    await until(() => gateway.tokens.length === 2);
    expect(gateway.tokens[0]).toBe('token 0');
    expect(gateway.tokens[1]).toBe(`token ${gateway.refreshes}`);
    expect(gateway.refreshes).toBeGreaterThan(1);
  });

  it('that has logged out comes in as nobody', async () => {
    await client.account.logout();
    await client.connect();
    expect(gateway.tokens).toEqual([undefined]);
  });

  it('gives the newest of a table to a reader who is slow, until it is left', async () => {
    await client.connect();
    const seen: (number | undefined)[] = [];
    for await (const table of client.views(tableId)) {
      seen.push(table.view?.handNo);
      if (seen.length === 1) {
        for (const handNo of [1, 2, 3]) gateway.change({ handNo });
        await until(() => table.stateVersion === 13);
      } else client.disconnect();
    }
    expect(seen).toEqual([0, 3]);
    expect(client.listenerCount('table')).toBe(0);
  });

  it('ends the views of a table with the signal', async () => {
    await client.connect();
    const patience = new AbortController();
    const views = client.views(tableId, patience.signal);
    expect((await views.next()).done).toBe(false);
    const next = views.next();
    patience.abort();
    expect(await next).toMatchObject({ done: true });
  });

  it('does not take silence for an answer', async () => {
    await client.connect();
    const silence = new NoAnswerError('no answer within 50 ms');
    await expect(client.cmd('table.leave', { tableId }, 50)).rejects.toEqual(silence);
  });

  it('does not wait for the answer of a server that has closed its connection, and says so', async () => {
    await client.connect();
    const answer = client.cmd('table.leave', { tableId });
    await until(() => gateway.commands.length > 0);
    gateway.dismissAll();
    const closed = new NoAnswerError('no answer before the connection was closed');
    await expect(answer).rejects.toEqual(closed);
  });

  it('keeps everything that it was sent, by socket and by REST', async () => {
    await client.connect();
    await client.watch(tableId);
    gateway.change({ board: ['As', 'Kd', '2c'] });
    await until(() => client.frames.holding('"As"').length > 0);
    expect(client.frames.holding('"As"')).toMatchObject([{ source: 'socket' }]);
    expect(client.frames.holding('accessToken')).toMatchObject([{ source: 'rest' }]);
  });
});
