import { Injectable } from '@nestjs/common';
import { Reads, type UserStatus } from '@cardroom/database';
import type { Role } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import type { PlayerSearch } from './player-search.rules';
import type { NoteDto, PlayerDto, PlayerItemDto } from './players.dto';

const ITEM = `u.id AS "userId", u.nickname, u.email, u.role, u.status, u.created_at AS "createdAt"`;

const LAST_DEPOSITS = 10;
const LAST_SESSIONS = 10;
const LAST_NOTES = 20;

export interface PlayerFilter {
  readonly search: PlayerSearch;
  readonly status: UserStatus | null;
  readonly role: Role | null;
  readonly before: string | null;
  readonly limit: number;
}

type Profile = Omit<PlayerDto, 'balance' | 'seats' | 'sessions' | 'deposits' | 'notes'>;

/** Accounts as staff see them. */
@Injectable()
export class PlayersRepository {
  constructor(
    private readonly source: DataSource,
    private readonly reads: Reads,
  ) {}

  /** Newest first, one row too many. */
  async list({ search, status, role, before, limit }: PlayerFilter): Promise<PlayerItemDto[]> {
    if (search.by === 'nobody') return [];
    const prefix = search.by === 'email' || search.by === 'nickname' ? search.prefix : null;
    return this.reads.query(
      `SELECT ${ITEM} FROM users u
       WHERE u.id < coalesce($1::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         AND ($2::uuid IS NULL OR u.id = $2)
         AND ($3::text IS NULL OR u.email_key LIKE $3)
         AND ($4::text IS NULL OR u.nickname_key LIKE $4)
         AND ($5::text IS NULL OR u.status = $5) AND ($6::text IS NULL OR u.role = $6)
       ORDER BY u.id DESC LIMIT $7`,
      [
        ...[before, search.by === 'id' ? search.userId : null],
        ...[search.by === 'email' ? prefix : null, search.by === 'nickname' ? prefix : null],
        ...[status, role, limit + 1],
      ],
    );
  }

  async profile(userId: string): Promise<Profile | null> {
    const [row] = await this.source.query<Profile[]>(
      `SELECT ${ITEM}, u.status_reason AS "statusReason", u.status_changed_at AS "statusChangedAt",
              u.password_changed_at AS "passwordChangedAt", f.enabled_at AS "factorEnabledAt"
       FROM users u LEFT JOIN second_factors f ON f.user_id = u.id WHERE u.id = $1`,
      [userId],
    );
    return row ?? null;
  }

  seats(userId: string): Promise<PlayerDto['seats']> {
    return this.source.query(
      `SELECT s.table_id AS "tableId", t.name AS "table", s.seat, s.stack_krw AS "stackKrw",
              s.opened_at AS "openedAt"
       FROM seat_stacks s JOIN tables t ON t.id = s.table_id
       WHERE s.user_id = $1 AND s.status = 'open' ORDER BY s.opened_at`,
      [userId],
    );
  }

  sessions(userId: string): Promise<PlayerDto['sessions']> {
    return this.source.query(
      `SELECT id AS "sessionId", user_agent AS "userAgent", address,
              has_second_factor AS "hasSecondFactor", created_at AS "createdAt",
              last_used_at AS "lastUsedAt"
       FROM auth_sessions WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > now()
       ORDER BY created_at DESC LIMIT ${LAST_SESSIONS}`,
      [userId],
    );
  }

  deposits(userId: string): Promise<PlayerDto['deposits']> {
    return this.source.query(
      `SELECT id AS "depositId", asset, status, amount_krw AS "amountKrw", created_at AS "createdAt"
       FROM deposits WHERE user_id = $1 ORDER BY id DESC LIMIT ${LAST_DEPOSITS}`,
      [userId],
    );
  }

  notes(userId: string): Promise<NoteDto[]> {
    return this.source.query(
      `SELECT n.text, n.author_id AS "authorId", a.nickname AS author, n.created_at AS "createdAt"
       FROM player_notes n JOIN users a ON a.id = n.author_id
       WHERE n.user_id = $1 ORDER BY n.id DESC LIMIT ${LAST_NOTES}`,
      [userId],
    );
  }

  /** False where there is no such account. */
  async addNote(
    manager: EntityManager,
    note: { readonly userId: string; readonly authorId: string; readonly text: string },
  ): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO player_notes (id, user_id, author_id, text)
       SELECT $1, id, $3, $4 FROM users WHERE id = $2 RETURNING id`,
      [uuidv7(), note.userId, note.authorId, note.text],
    );
    return rows.length === 1;
  }

  /** Changes a player's status. False where the account is not one of a player, or stands elsewhere. */
  async changeStatus(
    manager: EntityManager,
    userId: string,
    change: { readonly from: UserStatus; readonly to: UserStatus; readonly reason: string },
  ): Promise<boolean> {
    const [, count] = await manager.query<[unknown, number]>(
      `UPDATE users SET status = $3, status_reason = $4, status_changed_at = now()
       WHERE id = $1 AND status = $2 AND role = 'player'`,
      [userId, change.from, change.to, change.reason],
    );
    return count === 1;
  }
}
