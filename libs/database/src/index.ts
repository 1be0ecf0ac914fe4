export { DatabaseModule } from './database.module';
export {
  assertDurable,
  assertMigrated,
  createDataSource,
  dataSourceOptions,
  runMigrations,
} from './data-source';
export type { DatabaseSettings } from './data-source';
export { constraintOf, sqlStateOf, withTransaction } from './transaction';
export { CursorSigner, MAX_PAGE_SIZE, pageOf } from './cursor-pagination';
export type { Page } from './cursor-pagination';
export { SessionGuard } from './session-guard';
export type { SessionRefusal } from './session-guard';
export { UserEntity } from './entities/user.entity';
export type { UserStatus } from './entities/user.entity';
export { AuthSessionEntity } from './entities/auth-session.entity';
export { RefreshTokenEntity } from './entities/refresh-token.entity';
