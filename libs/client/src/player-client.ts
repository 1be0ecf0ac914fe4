import { setTimeout as sleep } from 'node:timers/promises';

import type { Answer, ChatMessage, Notice, ServerEvents } from '@cardroom/protocol';
import type { Socket } from 'socket.io-client';

import { Account, type AccountOptions } from './account';
import { Commands, NoAnswerError } from './commands';
import { FrameLog } from './frame-log';
import { openSocket, refusalOf, type Codec } from './open-socket';
import { TableFollower } from './table-follower';
import { viewsOf } from './table-views';

export interface PlayerClientOptions extends Omit<AccountOptions, 'frames'> {
  readonly gatewayUrl: string;
  /** What the server speaks to this client; JSON unless told. */
  readonly codec?: Codec;
  /** Keep everything received, for leak scanning. True unless told. */
  readonly recordFrames?: boolean;
}

const ACK_TIMEOUT_MS = 10_000;
const FOLLOW_ATTEMPTS = 60;
const FOLLOW_PAUSE_MS = 500;

/**
 * A player as a stock Socket.IO client: default options and transports, and the REST wallet. It
 * reconnects by itself, follows its tables again and asks for what it missed.
 */
export class PlayerClient extends Commands {
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

  /** Sends anything as a `cmd`, well formed or not. */
  override async send(body: unknown, timeoutMs = ACK_TIMEOUT_MS): Promise<Answer> {
    if (this.socket === null) throw new Error('connect first');
    const socket: Socket = this.socket;
    const wasConnected = socket.connected;
    try {
      return (await socket.timeout(timeoutMs).emitWithAck('cmd', body)) as Answer;
    } catch (cause) {
      // A command that waits for a connection has the whole time; one that was sent ends with its own.
      const wasCut = wasConnected && !socket.connected;
      const why = wasCut ? 'before the connection was closed' : `within ${timeoutMs} ms`;
      throw new NoAnswerError(`no answer ${why}`, { cause });
    }
  }

  /** Follows a table; from then on `tables` holds its newest state. */
  async watch(tableId: string): Promise<TableFollower> {
    const known = this.tables.get(tableId);
    const follower = known ?? new TableFollower(tableId);
    this.tables.set(tableId, follower);
    const since = follower.view === null ? {} : { sinceVersion: follower.stateVersion };
    const answer = await this.cmd('table.watch', { tableId, ...since });
    if (!answer.ok) throw new Error(`table.watch: ${answer.code}`);
    follower.applyWatch(answer.data);
    this.emit('table', follower);
    return follower;
  }

  async unwatch(tableId: string): Promise<void> {
    await this.cmd('table.unwatch', { tableId });
    const follower = this.tables.get(tableId);
    this.tables.delete(tableId);
    this.changed(follower);
  }

  /**
   * Follows a table, and gives what is known of it now and after each change, however slowly it is
   * read: who is slow gets the newest. Ends with `unwatch`, `disconnect` or the signal.
   *
   * @example for await (const table of client.views(tableId)) if (table.view?.turn) break;
   */
  views(tableId: string, signal?: AbortSignal): AsyncGenerator<TableFollower, void> {
    return viewsOf(this, tableId, signal);
  }

  private open(): Socket<ServerEvents> {
    const { gatewayUrl, address, codec = 'json' } = this.options;
    const token = (): Promise<string> => this.account.freshToken();
    const socket = openSocket({ gatewayUrl, address, codec, token });
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
