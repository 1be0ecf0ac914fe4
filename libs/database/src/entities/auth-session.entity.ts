import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { UserEntity } from './user.entity';

@Entity('auth_sessions')
export class AuthSessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_auth_sessions' })
  id!: string;

  @Column('uuid', { name: 'user_id' })
  @ForeignKey(() => UserEntity, { name: 'FK_auth_sessions_users' })
  @Index('IDX_auth_sessions_user_id')
  userId!: string;

  @Column('text', { name: 'user_agent' })
  userAgent!: string;

  @Column('text')
  address!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_used_at', default: () => 'now()' })
  lastUsedAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  /** Whether it was begun, or has been strengthened since, with a second factor. */
  @Column('boolean', { name: 'has_second_factor', default: false })
  hasSecondFactor!: boolean;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('text', { name: 'revoked_reason', nullable: true })
  revokedReason!: string | null;
}
