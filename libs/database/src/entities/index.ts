import { AuthSessionEntity } from './auth-session.entity';
import { RefreshTokenEntity } from './refresh-token.entity';
import { UserEntity } from './user.entity';

/** Rows that are read as objects; the hot paths of money and hands speak SQL. */
export const ENTITIES = [UserEntity, AuthSessionEntity, RefreshTokenEntity];
