import { Check, Column, CreateDateColumn, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '@cardroom/platform';

export type UserStatus = 'active' | 'frozen' | 'closed';

@Entity('users')
@Unique('UQ_users_email_key', ['emailKey'])
@Unique('UQ_users_nickname_key', ['nicknameKey'])
@Check('CK_users_role', `role IN ('player', 'support', 'cashier', 'risk', 'admin')`)
@Check('CK_users_status', `status IN ('active', 'frozen', 'closed')`)
@Check('CK_users_language', `language IN ('ko', 'en')`)
export class UserEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_users' })
  id!: string;

  @Column('text')
  email!: string;

  @Column('text', { name: 'email_key' })
  emailKey!: string;

  @Column('text')
  nickname!: string;

  @Column('text', { name: 'nickname_key' })
  nicknameKey!: string;

  @Column('text', { name: 'password_hash', select: false })
  passwordHash!: string;

  @Column('text', { default: 'player' })
  role!: Role;

  @Column('text', { default: 'active' })
  status!: UserStatus;

  /** In which what the house writes to the user is written. */
  @Column('text', { default: 'ko' })
  language!: 'ko' | 'en';

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  /** Why staff froze or closed the account, or opened it again. */
  @Column('text', { name: 'status_reason', nullable: true })
  statusReason!: string | null;

  @Column('timestamptz', { name: 'status_changed_at', nullable: true })
  statusChangedAt!: Date | null;

  /** Null while the password is the first one. Withdrawals wait after a change. */
  @Column('timestamptz', { name: 'password_changed_at', nullable: true })
  passwordChangedAt!: Date | null;

  /** When a second factor was enabled, replaced or taken away. Withdrawals wait after it. */
  @Column('timestamptz', { name: 'factor_changed_at', nullable: true })
  factorChangedAt!: Date | null;
}
