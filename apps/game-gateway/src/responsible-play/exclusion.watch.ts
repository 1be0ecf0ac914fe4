import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { PlayLimits } from '@cardroom/limits';
import { DataSource } from 'typeorm';

import { SocketBroadcaster } from '../connection/socket.broadcaster';
import type { SeatedPlayer } from '../table/hosted-tables';
import { TableHost } from '../table/table.host';

const LOOK_MS = 2_000;
/** After so many looks all players of this process have been asked for. */
const LOOKS_AT_ALL = 30;
/** Twice as long as that takes: nobody falls between the two. */
const NEW_SECONDS = 120;

/**
 * Ends the play of those who excluded themselves: their seats are left, at the end of a hand where
 * one is played, and their sockets are told and closed. It asks PostgreSQL, so that no lost message
 * keeps anybody at a table. Rule: docs/rules/responsible-play.md §4.
 */
@Injectable()
export class ExclusionWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(ExclusionWatch.name);
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();
  private looks = 0;

  constructor(
    private readonly source: DataSource,
    private readonly limits: PlayLimits,
    private readonly host: TableHost,
    private readonly io: SocketBroadcaster,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.round = this.round.then(() => this.look());
    }, LOOK_MS);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.round;
  }

  /** Looks once; what fails is tried again at the next look. */
  async look(): Promise<void> {
    try {
      const seated = this.host.seated();
      for (const userId of await this.excluded(seated)) {
        for (const seat of seated) if (seat.userId === userId) await this.leave(seat);
        for (const { id } of this.io.socketsOf(userId)) this.io.dismiss(id, 'ACCOUNT_EXCLUDED');
      }
    } catch (cause) {
      this.logger.warn({ err: cause }, 'exclusions could not be looked at');
    }
  }

  /** Whoever has just excluded himself, and of the others here a few at each look. */
  private async excluded(seated: readonly SeatedPlayer[]): Promise<ReadonlySet<string>> {
    const { manager } = this.source;
    const connected = this.io.all().map(({ data }) => data.claims.userId);
    const here = [...new Set([...seated.map(({ userId }) => userId), ...connected])];
    this.looks += 1;
    const turn = this.looks % LOOKS_AT_ALL;
    const some = here.filter((_, at) => at % LOOKS_AT_ALL === turn);
    return new Set([
      ...(await this.limits.newlyExcluded(manager, NEW_SECONDS)),
      ...(await this.limits.excludedOf(manager, some)),
    ]);
  }

  private async leave(seat: SeatedPlayer): Promise<void> {
    const { tableId, userId, nickname, seatSessionId } = seat;
    // The same id each time: however often it is asked for, the seat is left once.
    const command = { type: 'table.leave', cmdId: `excluded-${seatSessionId}`, tableId } as const;
    await this.host.actor(tableId)?.submit(command, { userId, nickname, isStaff: false });
  }
}
