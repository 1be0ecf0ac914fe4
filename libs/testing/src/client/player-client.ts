import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Socket } from 'socket.io-client';

import type {
  Answer,
  ChatMessage,
  CommandOf,
  CommandType,
  LobbyData,
  Notice,
  ServerEvents,
  WatchData,
} from '@cardroom/protocol';

import { Account, type AccountOptions } from './account';
import { FrameLog } from './frame-log';
import { openSocket, refusalOf } from './open-socket';
import { TableFollower } from './table-follower';

type Body<T extends CommandType> = Omit<CommandOf<T>, 'cmdId' | 'type'> & {
  readonly cmdId?: string;
};

export interface PlayerClientOptions extends Omit<AccountOptions, 'frames'> {
  readonly gatewayUrl: string;
  /** Keep everything received, for leak scanning. True unless told. */
  readonly recordFrames?: boolean;
}

interface PlayerEvents {
  /** What is known of a table changed. */
  table: [follower: TableFollower];
  notice: [notice: Notice];
  /** Connected, or connected again, and the tables are followed. */
  online: [];
  offline: [reason: string];
  /** The server does not let us in: a code of the catalogue, or the transport's error. */
  refused: [code: string];
}

const ACK_TIMEOUT_MS = 10_000;
const SURE_ATTEMPTS = 4;
const FOLLOW_ATTEMPTS = 60;
const FOLLOW_PAUSE_MS = 500;

/** The answer of a command did not come: whether it took effect is not known. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** A player as a stock Socket.IO client: default options and transports, and the REST wallet. */
export class PlayerClient extends EventEmitter<PlayerEvents> {
  readonly frames: FrameLog;
  readonly account: Account;
  readonly tables = new Map<string, TableFollower>();
  readonly notices: Notice[] = [];
  readonly chat: ChatMessage[] = [];
  private readonly asking = new Set<string>();
  private socket: Socket<ServerEvents> | null = null;

  constructor(private readonly options: PlayerClientOptions) {
    super();
    this.frames = new FrameLog(options.recordFrames ?? true);
    this.account = new Account({ ...options, frames: this.frames });
  }

  get nickname(): string {
    return this.options.nickname;
  }

  get userId(): string {
    return this.account.userId;
  }

  get isOnline(): boolean {
    return this.socket?.connected ?? false;
  }

  /** The account for REST calls, entered: registered where it is new. */
  enter(): Promise<void> {
    return this.account.enter();
  }

  /**
   * Opens the socket, or waits for the one that is being opened again. Rejects with the server's
   * code when it does not let us in.
   */
  async connect(): Promise<void> {
    const socket = this.socket ?? this.open();
    this.socket = socket;
    if (socket.connected) return;
    const opened = new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', (error) => {
        reject(new Error(refusalOf(error)));
      });
    });
    if (!socket.active) socket.connect();
    await opened;
  }

  /** Closes the socket as a player does who closes the page. */
  disconnect(): void {
    this.socket?.disconnect();
  }

  /** Drops the connection as a bad network does; the client reconnects on its own. */
  dropConnection(): void {
    this.socket?.io.engine.close();
  }

  /** After a disconnect that the client does not end on its own: with the newest token. */
  reconnect(): void {
    this.socket?.connect();
  }

  /**
   * Sends a command and waits for its ack. Give the same `cmdId` again to repeat one.
   * Throws NoAnswerError when no ack came in time.
   */
  async cmd<T extends CommandType>(
    type: T,
    body: Body<T>,
    timeoutMs = ACK_TIMEOUT_MS,
  ): Promise<Answer> {
    return this.send({ cmdId: randomUUID(), type, ...body }, timeoutMs);
  }

  /**
   * Sends a command until it is answered: an unanswered one may have taken effect, so it is
   * repeated under its own id. Throws NoAnswerError when that did not help either.
   */
  async surely<T extends CommandType>(type: T, body: Body<T>): Promise<Answer> {
    const cmdId = randomUUID();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.cmd(type, { ...body, cmdId });
      } catch (cause) {
        if (!(cause instanceof NoAnswerError) || attempt === SURE_ATTEMPTS) throw cause;
      }
    }
  }

  /** Sends anything as a `cmd`, well formed or not. */
  async send(body: unknown, timeoutMs = ACK_TIMEOUT_MS): Promise<Answer> {
    if (this.socket === null) throw new Error('connect first');
    try {
      const socket: Socket = this.socket;
      return (await socket.timeout(timeoutMs).emitWithAck('cmd', body)) as Answer;
    } catch (cause) {
      throw new NoAnswerError(`no answer within ${timeoutMs} ms`, { cause });
    }
  }

  async lobby(): Promise<LobbyData['tables']> {
    const answer = await this.cmd('lobby.enter', {});
    if (!answer.ok) throw new Error(`lobby.enter: ${answer.code}`);
    return (answer.data as LobbyData).tables;
  }

  /** Follows a table; from then on `tables` holds its newest state. */
  async watch(tableId: string): Promise<TableFollower> {
    const known = this.tables.get(tableId);
    const follower = known ?? new TableFollower(tableId);
    this.tables.set(tableId, follower);
    const since = follower.view === null ? {} : { sinceVersion: follower.stateVersion };
    const answer = await this.cmd('table.watch', { tableId, ...since });
    if (!answer.ok) throw new Error(`table.watch: ${answer.code}`);
    follower.applyWatch(answer.data as WatchData);
    this.emit('table', follower);
    return follower;
  }

  async unwatch(tableId: string): Promise<void> {
    await this.cmd('table.unwatch', { tableId });
    this.tables.delete(tableId);
  }

  private open(): Socket<ServerEvents> {
    const { gatewayUrl, address } = this.options;
    const socket = openSocket({ gatewayUrl, address, token: () => this.account.accessToken });
    this.listen(socket);
    return socket;
  }

  private listen(socket: Socket<ServerEvents>): void {
    const record = (packet: { readonly data?: unknown }): void => {
      this.frames.add('socket', '', packet.data);
    };
    socket.io.on('open', () => {
      socket.io.engine.on('packet', record);
    });
    socket.on('connect', () => void this.followAgain());
    socket.on('disconnect', (reason) => this.emit('offline', reason));
    socket.on('connect_error', (error) => this.emit('refused', refusalOf(error)));
    socket.on('snapshot', (snapshot) => {
      const follower = this.tables.get(snapshot.tableId);
      follower?.applySnapshot(snapshot);
      this.changed(follower);
    });
    socket.on('delta', (delta) => {
      const follower = this.tables.get(delta.tableId);
      if (follower === undefined) return;
      if (follower.applyDelta(delta)) this.changed(follower);
      else if (follower.view !== null) void this.askForMissing(delta.tableId);
    });
    socket.on('cards', (cards) => {
      const follower = this.tables.get(cards.tableId);
      follower?.applyCards(cards);
      this.changed(follower);
    });
    socket.on('own', (own) => {
      const follower = this.tables.get(own.tableId);
      if (follower !== undefined) follower.own = own;
      this.changed(follower);
    });
    socket.on('chat', (message) => this.chat.push(message));
    socket.on('notice', (notice) => {
      this.notices.push(notice);
      this.emit('notice', notice);
    });
  }

  /** After a restart of the server a table may still be on its way to a new owner. */
  private async followAgain(): Promise<void> {
    await Promise.all([...this.tables.keys()].map((tableId) => this.insistOnWatching(tableId)));
    this.emit('online');
  }

  private async insistOnWatching(tableId: string): Promise<void> {
    for (let attempt = 0; attempt < FOLLOW_ATTEMPTS; attempt += 1) {
      if (!this.isOnline || !this.tables.has(tableId)) return;
      try {
        await this.watch(tableId);
        return;
      } catch {
        await sleep(FOLLOW_PAUSE_MS);
      }
    }
  }

  /** One question at a time: what arrives meanwhile is in the answer. */
  private async askForMissing(tableId: string): Promise<void> {
    if (this.asking.has(tableId)) return;
    this.asking.add(tableId);
    await this.watch(tableId).catch(() => undefined);
    this.asking.delete(tableId);
  }

  private changed(follower: TableFollower | undefined): void {
    if (follower !== undefined) this.emit('table', follower);
  }
}
