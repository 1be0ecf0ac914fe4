import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { keepSeeding, SeedChain, type PlayerClient, type TableFollower } from '@cardroom/client';
import { errorSpec, type ErrorCode, type SeatView, type TableView } from '@cardroom/protocol';

import { chooseAction, chooseBuyIn } from './bot-policy';
import { keepConnected } from './keep-connected';
import { answerRunChoice } from './run-choice';
import { pick, seededRandom, wholeBetween, type Random } from './seeded-random';
import { waitForTable } from './table-wait';

export interface BotOptions {
  readonly client: PlayerClient;
  readonly seed: number;
  /** The tables that it may choose from; all in the lobby unless told. */
  readonly tableIds?: readonly string[];
  /** How long it thinks about an action. */
  readonly thinkMs?: { readonly min: number; readonly max: number };
  /** Seats that bots leave to people at each table. */
  readonly seatsLeftFree?: number;
  /** Hands that it plays before it looks for another table, at least and at most. */
  readonly handsPerVisit?: { readonly min: number; readonly max: number };
  /** Told of everything that went otherwise than planned. */
  readonly onTrouble?: (what: string) => void;
}

const DEFAULT_THINK_MS = { min: 250, max: 1_300 };
const DEFAULT_HANDS = { min: 10, max: 80 };
/** Roots that may end without a hand while a bot stays at a table. */
const SPARE_SEEDS = 20;
/** A top-up that was refused is tried again: two who have no chips would wait for each other. */
const TOP_UP_AGAIN_MS = 3_000;
const RETRY_MS = { min: 1_000, max: 4_000 };

/** The clock, or somebody's leaving, was faster: nothing to wonder about. */
const TOO_LATE: ReadonlySet<ErrorCode> = new Set([
  'STALE_STATE',
  'NOT_YOUR_TURN',
  'HAND_MISMATCH',
  'HAND_NOT_ACTIVE',
]);

/** Somebody else may sit there, or the bot would have to bring more: it looks elsewhere. */
const NO_SEAT: ReadonlySet<ErrorCode> = new Set([
  'SEAT_TAKEN',
  'SEAT_RESERVED',
  'BUYIN_BELOW_LAST_STACK',
]);

/**
 * A player without a person: takes a seat, plays from the legal actions, tops up, gets up after a
 * while and comes back elsewhere, and always finds its way back after a lost connection.
 */
export class Bot {
  private readonly random: Random;
  private readonly stopping = new AbortController();
  private toppedUpAtMs = -Infinity;
  private finished: Promise<void> | null = null;

  constructor(private readonly options: BotOptions) {
    this.random = seededRandom(options.seed);
    const mayComeBack = async (): Promise<boolean> => {
      await this.pause(RETRY_MS);
      return !this.isStopping;
    };
    keepConnected(options.client, mayComeBack, (cause) => {
      this.trouble(cause);
    });
  }

  /** Plays until `stop`. */
  start(): void {
    this.finished = this.live();
  }

  /** Gets up, closes the connection and waits until both are done. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.finished;
    this.options.client.disconnect();
  }

  private get isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private async live(): Promise<void> {
    await this.insist('enter', () => this.options.client.enter());
    await this.insist('connect', () => this.options.client.connect());
    await this.trying(() => this.returnToSeats());
    while (!this.isStopping) {
      await this.trying(() => this.visitTable());
      await this.pause(RETRY_MS);
    }
  }

  /** Seats that were left without getting up: it plays on at one and gives up the others. */
  private async returnToSeats(): Promise<void> {
    const { client } = this.options;
    const seated: TableFollower[] = [];
    for (const table of await client.lobby()) {
      if (table.seated === 0) continue;
      const follower = await client.watch(table.tableId);
      if (this.mySeat(follower) === null) await client.unwatch(table.tableId);
      else seated.push(follower);
    }
    const [first, ...others] = seated;
    for (const follower of others) await this.leave(follower);
    if (first !== undefined) await this.stayAt(first);
  }

  /** One stay at one table, from choosing it to having left it. */
  private async visitTable(): Promise<void> {
    const { client } = this.options;
    const tableId = await this.chooseTable();
    if (tableId === null || this.isStopping) return;
    const follower = await client.watch(tableId);
    if (this.mySeat(follower) === null && !(await this.sit(follower))) {
      await client.unwatch(tableId);
      return;
    }
    await this.stayAt(follower);
  }

  private async stayAt(follower: TableFollower): Promise<void> {
    const endSeeding = this.seed(follower);
    try {
      await this.playAt(follower);
    } finally {
      endSeeding();
      // Whatever went wrong, a seat is not left behind.
      await this.leave(follower);
    }
  }

  /** Has its part in the order of the cards, for as long as it may stay. Returns how to end that. */
  private seed({ tableId }: TableFollower): () => void {
    const { client, handsPerVisit = DEFAULT_HANDS } = this.options;
    const chain = new SeedChain(randomBytes(32), handsPerVisit.max + SPARE_SEEDS);
    const { commitment } = chain;
    // Without the promise hands are dealt all the same.
    client.cmd('table.commit_seed', { tableId, commitment }).catch(() => undefined);
    return keepSeeding(client, tableId, chain);
  }

  private async chooseTable(): Promise<string | null> {
    const { client, tableIds, seatsLeftFree = 1 } = this.options;
    const tables = (await client.lobby()).filter(
      (table) =>
        table.status === 'open' &&
        table.maxSeats - table.seated > seatsLeftFree &&
        (tableIds?.includes(table.tableId) ?? true),
    );
    await client.cmd('lobby.leave', {});
    return pick(this.random, tables)?.tableId ?? null;
  }

  private async sit(follower: TableFollower): Promise<boolean> {
    const { client } = this.options;
    const { view, tableId } = follower;
    if (view === null) return false;
    const seat = pick(
      this.random,
      Array.from({ length: view.maxSeats }, (_, index) => index).filter(
        (index) => (view.seats[index] ?? null) === null,
      ),
    );
    if (seat === null) return false;
    const leastKrw = follower.own?.buyIn.minKrw ?? 0;
    const buyInKrw = Math.max(leastKrw, chooseBuyIn(view, this.random));
    await client.account.haveAvailable(buyInKrw);
    const answer = await client.sit(tableId, { seat, buyInKrw, entry: 'post' });
    if (!answer.ok && answer.code === 'ALREADY_SEATED') return true;
    if (!answer.ok && !NO_SEAT.has(answer.code)) this.trouble(`table.sit: ${answer.code}`);
    if (answer.ok)
      await waitForTable(client, follower, 5_000, () => this.mySeat(follower) !== null);
    return answer.ok;
  }

  private async playAt(follower: TableFollower): Promise<void> {
    const { min, max } = this.options.handsPerVisit ?? DEFAULT_HANDS;
    const lastHandNo = (follower.view?.handNo ?? 0) + wholeBetween(this.random, min, max);
    while (!this.isStopping) {
      const { view } = follower;
      const seat = this.mySeat(follower);
      if (view === null || seat === null || view.handNo > lastHandNo) return;
      if (this.options.client.isOnline) await this.doWhatIsDue(follower, view, seat);
      const seen = follower.stateVersion;
      await waitForTable(
        this.options.client,
        follower,
        1_000,
        () => follower.stateVersion !== seen,
      );
    }
  }

  private async doWhatIsDue(
    follower: TableFollower,
    view: TableView,
    seat: SeatView,
  ): Promise<void> {
    const { client } = this.options;
    const { tableId } = follower;
    if (view.turn?.seat === seat.seat) {
      await this.act(follower);
      return;
    }
    if (await answerRunChoice(client, seat, view, this.random)) return;
    if (seat.inHand) return;
    const mayTopUp = performance.now() - this.toppedUpAtMs > TOP_UP_AGAIN_MS;
    if (seat.stackKrw < view.minBuyInKrw / 2 && mayTopUp) {
      this.toppedUpAtMs = performance.now();
      const amountKrw = view.minBuyInKrw - seat.stackKrw;
      await client.account.haveAvailable(amountKrw);
      await client.surely('table.top_up', { tableId, amountKrw });
    }
    if (seat.status === 'sitting_out' || seat.status === 'away')
      await client.cmd('table.sit_in', { tableId });
  }

  private async act(follower: TableFollower): Promise<void> {
    const decidedAt = follower.stateVersion;
    await this.pause(this.options.thinkMs ?? DEFAULT_THINK_MS);
    const { view } = follower;
    if (view === null || follower.stateVersion !== decidedAt) return;
    const { handId, turn } = view;
    if (handId === null || turn === null) return;
    const { legal } = turn;
    const action = chooseAction({ view, legal, cards: follower.holeCards }, this.random);
    const answer = await this.options.client.act(follower, action);
    if (!answer.ok && !TOO_LATE.has(answer.code) && !errorSpec(answer.code).retryable) {
      this.trouble(
        `table.act ${JSON.stringify(action)} of ${JSON.stringify(legal)}: ${answer.code}`,
      );
    }
  }

  private async leave(follower: TableFollower): Promise<void> {
    const { client } = this.options;
    const { tableId } = follower;
    if (this.mySeat(follower) !== null) {
      await client.leave(tableId);
      // In mid-hand the stack leaves when the hand is settled.
      await waitForTable(client, follower, 5_000, () => this.mySeat(follower) === null);
    }
    await client.unwatch(tableId);
  }

  private readonly mySeat = (follower: TableFollower): SeatView | null =>
    follower.seatOf(this.options.client.userId);

  private async trying(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      this.trouble(cause);
    }
  }

  private async insist(what: string, work: () => Promise<void>): Promise<void> {
    while (!this.isStopping) {
      try {
        await work();
        return;
      } catch (cause) {
        this.trouble(`${what}: ${cause instanceof Error ? cause.message : String(cause)}`);
        await this.pause(RETRY_MS);
      }
    }
  }

  private async pause(range: { readonly min: number; readonly max: number }): Promise<void> {
    const ms = wholeBetween(this.random, range.min, range.max);
    await sleep(ms, null, { signal: this.stopping.signal }).catch(() => null);
  }

  private trouble(cause: unknown): void {
    const what = cause instanceof Error ? cause.message : String(cause);
    this.options.onTrouble?.(`${this.options.client.nickname}: ${what}`);
  }
}
