import { Inject, Injectable } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { CursorSigner, pageOf, withTransaction, type Page } from '@cardroom/database';
import { Ledger } from '@cardroom/ledger';
import { BusinessError } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import { noteSecurityEvent } from '../../sessions/security-notices';
import { SessionEnds } from '../../sessions/session-ends';
import { auditedAs, type StaffActor } from '../staff-actor';
import { playerSearchOf } from './player-search.rules';
import type { NoteDto, PlayerDto, PlayerItemDto, PlayerQueryDto } from './players.dto';
import { PlayersRepository } from './players.repository';

/** What staff see of players and do to them. */
@Injectable()
export class StaffPlayers {
  constructor(
    private readonly source: DataSource,
    private readonly players: PlayersRepository,
    private readonly ledger: Ledger,
    private readonly sessionEnds: SessionEnds,
    private readonly auditor: Auditor,
    @Inject(CursorSigner) private readonly cursors: CursorSigner,
  ) {}

  async list(actor: StaffActor, query: PlayerQueryDto): Promise<Page<PlayerItemDto>> {
    const { q = '', status = null, role = null, limit } = query;
    const list = `players:${actor.userId}:${JSON.stringify([q, status, role])}`;
    const before = this.cursors.read(list, query.cursor);
    const search = playerSearchOf(q);
    const rows = await this.players.list({ search, status, role, before, limit });
    return pageOf(rows, limit, (last) => this.cursors.issue(list, last.userId));
  }

  /** Errors: NOT_FOUND. */
  async find(userId: string): Promise<PlayerDto> {
    const profile = await this.players.profile(userId);
    if (profile === null) throw new BusinessError('NOT_FOUND');
    const [balance, seats, sessions, deposits, notes] = await Promise.all([
      this.ledger.balanceOf(this.source.manager, userId),
      this.players.seats(userId),
      this.players.sessions(userId),
      this.players.deposits(userId),
      this.players.notes(userId),
    ]);
    return { ...profile, balance, seats, sessions, deposits, notes };
  }

  /**
   * Freezes a player: sessions end, sockets close, nothing can be done with the account. Chips at a
   * table stay the player's and come back to the wallet when the seat is given up.
   *
   * Errors: NOT_FOUND, STATE_CONFLICT where it is not active, or staff.
   */
  async freeze(actor: StaffActor, userId: string, reason: string): Promise<void> {
    const ended = await withTransaction(this.source, async (manager) => {
      await this.mustExist(userId);
      const change = { from: 'active', to: 'frozen', reason } as const;
      if (!(await this.players.changeStatus(manager, userId, change))) {
        throw new BusinessError('STATE_CONFLICT');
      }
      await this.auditor.record(manager, {
        ...{ ...auditedAs(actor), action: 'player.freeze', outcome: 'done', reason },
        subject: `player:${userId}`,
      });
      await noteSecurityEvent(manager, userId, 'account_frozen');
      return this.sessionEnds.endAll(manager, userId, { reason: 'account_frozen' });
    });
    await this.sessionEnds.tell(ended);
  }

  /** Errors: NOT_FOUND, STATE_CONFLICT where it is not frozen. */
  async unfreeze(actor: StaffActor, userId: string, reason: string): Promise<void> {
    await withTransaction(this.source, async (manager) => {
      await this.mustExist(userId);
      const change = { from: 'frozen', to: 'active', reason } as const;
      if (!(await this.players.changeStatus(manager, userId, change))) {
        throw new BusinessError('STATE_CONFLICT');
      }
      await this.auditor.record(manager, {
        ...{ ...auditedAs(actor), action: 'player.unfreeze', outcome: 'done', reason },
        subject: `player:${userId}`,
      });
    });
  }

  /** Ends all of a player's sessions and says how many. Errors: NOT_FOUND. */
  async endSessions(actor: StaffActor, userId: string, reason: string): Promise<number> {
    const ended = await withTransaction(this.source, async (manager) => {
      await this.mustExist(userId);
      const all = await this.sessionEnds.endAll(manager, userId, { reason: 'ended_by_staff' });
      await this.auditor.record(manager, {
        ...{ ...auditedAs(actor), action: 'player.end_sessions', outcome: 'done', reason },
        subject: `player:${userId}`,
        details: { sessions: all.sessionIds.length },
      });
      return all;
    });
    await this.sessionEnds.tell(ended);
    return ended.sessionIds.length;
  }

  /** Errors: NOT_FOUND. */
  async addNote(actor: StaffActor, userId: string, text: string): Promise<NoteDto[]> {
    await withTransaction(this.source, async (manager) => {
      const note = { userId, authorId: actor.userId, text };
      if (!(await this.players.addNote(manager, note))) throw new BusinessError('NOT_FOUND');
      await this.auditor.record(manager, {
        ...{ ...auditedAs(actor), action: 'player.note', outcome: 'done' },
        subject: `player:${userId}`,
      });
    });
    return this.players.notes(userId);
  }

  private async mustExist(userId: string): Promise<void> {
    if ((await this.players.profile(userId)) === null) throw new BusinessError('NOT_FOUND');
  }
}
