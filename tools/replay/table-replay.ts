import { PlayerClient, type TableFollower } from '@cardroom/client';
import type { Answer, TableView } from '@cardroom/protocol';
import type { Mismatch, RecordedHand, RecordedStep } from '@cardroom/records';

import type { PlannedTable } from './replay-plan';

const STATE_TIMEOUT_MS = 60_000;

export interface TableReplayOptions {
  readonly walletApiUrl: string;
  readonly gatewayUrl: string;
  readonly password: string;
  /** Number of the table in the plan: its players have addresses and names of their own. */
  readonly place: number;
  readonly label: string;
  readonly onHand: () => void;
}

/** A place where the played hand differs from its record; ends the hand, not the replay. */
class Difference extends Error {
  constructor(
    readonly step: number | null,
    reason: string,
  ) {
    super(reason);
  }
}

/** Plays a table's recorded hands through the gateway with clients of its own. */
export class TableReplay {
  private readonly players: PlayerClient[];

  constructor(
    private readonly table: PlannedTable,
    private readonly options: TableReplayOptions,
  ) {
    const { walletApiUrl, gatewayUrl, password, place, label } = options;
    const count = table.hands[0]?.stacksKrw.length ?? 0;
    this.players = Array.from({ length: count }, (_, seat) => {
      const name = `R${label}x${place}x${seat}`;
      return new PlayerClient({
        ...{ walletApiUrl, gatewayUrl, password },
        email: `${name}@replay.example`.toLowerCase(),
        nickname: name,
        address: `10.77.${place % 250}.${seat + 1}`,
        recordFrames: false,
      });
    });
  }

  /** Players register, get the chips that the hands need, and connect. */
  async prepare(): Promise<void> {
    for (const [seat, player] of this.players.entries()) {
      await player.enter();
      const stacks = this.table.hands.map((hand) => hand.stacksKrw[seat] ?? 0);
      await player.account.faucet(stacks.reduce((sum: number, stack) => sum + stack, 0));
      await player.connect();
      await this.retryUntilHosted(player);
    }
  }

  /** The hands in their order; what differs is returned. */
  async play(): Promise<Mismatch[]> {
    const mismatches: Mismatch[] = [];
    for (const [index, hand] of this.table.hands.entries()) {
      try {
        await this.playHand(hand, index + 1);
      } catch (cause) {
        if (!(cause instanceof Difference)) throw cause;
        mismatches.push({ handId: hand.id, step: cause.step, reason: cause.message });
        // The deck of the next hand is tied to its number: a hand that went astray ends the table.
        break;
      } finally {
        this.options.onHand();
      }
    }
    return mismatches;
  }

  leave(): void {
    this.players.forEach((player) => player.disconnect());
  }

  private async playHand(hand: RecordedHand, handNo: number): Promise<void> {
    const { tableId } = this.table;
    for (const [seat, player] of this.players.entries()) {
      const buyInKrw = hand.stacksKrw[seat] ?? 0;
      expectOk(await player.surely('table.sit', { tableId, seat, buyInKrw }), null, 'sit');
    }
    await this.until((view) => view.handNo === handNo && view.handId !== null);
    // The next hand waits for everybody: nobody is dealt in again before this one is cashed out.
    for (const player of this.players) {
      expectOk(await player.surely('table.sit_out', { tableId }), null, 'sit out');
    }
    for (const [index, step] of hand.steps.entries()) await this.act(step, index);
    const end = await this.until((view) => view.lastHand?.handNo === handNo);
    this.compareEnd(hand, end);
    for (const player of this.players) {
      expectOk(await player.surely('table.leave', { tableId }), null, 'leave');
    }
    await this.until((view) => Object.values(view.seats).every((seat) => seat === null));
  }

  private async act(step: RecordedStep, index: number): Promise<void> {
    const view = await this.until(
      ({ turn, lastHand, handNo }) => turn !== null || lastHand?.handNo === handNo,
    );
    const { turn } = view;
    if (turn?.seat !== step.player) {
      throw new Difference(
        index,
        `seat ${step.player} decides, the table waits for ${String(turn?.seat)}`,
      );
    }
    const player = this.players[step.player];
    const follower = player?.tables.get(this.table.tableId);
    if (player === undefined || follower === undefined)
      throw new Difference(index, 'has no player');
    await this.until((_view, version) => version <= follower.stateVersion, player);
    const answer = await player.surely('table.act', {
      tableId: this.table.tableId,
      handId: view.handId ?? '',
      stateVersion: this.watcher().stateVersion,
      ...actionOf(step, view),
    });
    expectOk(answer, index, step.action);
    const { stateVersion = 0 } = answer.ok ? answer : {};
    await this.until((_view, version) => version >= stateVersion);
  }

  private compareEnd(hand: RecordedHand, view: TableView): void {
    if (hand.finalKrw === null) return;
    const stacks = this.players.map((_, seat) => view.seats[String(seat)]?.stackKrw ?? null);
    if (JSON.stringify(stacks) !== JSON.stringify(hand.finalKrw)) {
      throw new Difference(
        null,
        `stacks ${JSON.stringify(stacks)}, record ${JSON.stringify(hand.finalKrw)}`,
      );
    }
  }

  private watcher(): TableFollower {
    const follower = this.players[0]?.tables.get(this.table.tableId);
    if (follower === undefined) throw new Error('The table is not followed');
    return follower;
  }

  /** Waits until what a client has seen of the table fits. */
  private until(
    fits: (view: TableView, version: number) => boolean,
    through: PlayerClient | undefined = this.players[0],
  ): Promise<TableView> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const follower = through?.tables.get(this.table.tableId);
        const view = follower?.view ?? null;
        if (follower === undefined || view === null) return;
        if (!fits(view, follower.stateVersion)) return;
        clearTimeout(timer);
        through?.off('table', look);
        resolve(view);
      };
      const timer = setTimeout(() => {
        through?.off('table', look);
        reject(new Difference(null, 'the table does not move on'));
      }, STATE_TIMEOUT_MS);
      through?.on('table', look);
      look();
    });
  }

  private async retryUntilHosted(player: PlayerClient): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await player.watch(this.table.tableId);
        return;
      } catch (cause) {
        if (attempt === 20) throw cause;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }
}

function actionOf(
  step: RecordedStep,
  view: TableView,
): { action: 'fold' | 'check' | 'call' | 'bet' | 'raise'; toKrw?: number } {
  switch (step.action) {
    case 'fold':
      return { action: 'fold' };
    case 'check_or_call':
      return { action: view.turn?.legal.canCheck === true ? 'check' : 'call' };
    case 'bet_or_raise':
      return { action: view.currentBetKrw === 0 ? 'bet' : 'raise', toKrw: step.toKrw ?? 0 };
  }
}

function expectOk(answer: Answer, step: number | null, what: string): void {
  if (!answer.ok) throw new Difference(step, `${what} is refused: ${answer.code}`);
}
