export { defaultDataDir, projectRoot } from './processes/project-root';
export { freePort, isPortFree } from './processes/free-port';
export { OwnedProcess } from './processes/owned-process';
export type { ExitInfo, ProcessSpec } from './processes/owned-process';
export { isRunning, processIdentity, signalProcess } from './processes/process-identity';
export type { ProcessIdentity } from './processes/process-identity';
export { Reaper } from './processes/reaper';
export { startPostgres } from './services/postgres';
export type { PostgresOptions } from './services/postgres';
export { startReplica } from './services/postgres-replica';
export { startRedis } from './services/redis';
export { givenService } from './services/running-service';
export type { RunningService, ServiceOptions } from './services/running-service';
export { createTestDatabase, testRedisPrefix, testRedisUrl } from './services/test-database';
export type { TestDatabase } from './services/test-database';
export { APP_NAMES, APP_NODE_OPTIONS, APP_SCRIPTS } from './apps/app-names';
export type { AppName, AppPorts } from './apps/app-names';
export { generateSecrets, keptSecrets } from './apps/app-secrets';
export { rateSourcesAt } from './apps/app-environment';
export type { AppSecrets } from './apps/app-secrets';
export { AppGroup } from './apps/app-group';
export type { AppGroupOptions } from './apps/app-group';
export { startApps } from './apps/start-apps';
export type { RunningApps, StartAppsOptions } from './apps/start-apps';
export { walletClient } from './client/wallet-client';
export type { WalletClient } from './client/wallet-client';
export { oneTimeCode } from './client/one-time-code';
export { Bot } from './bots/bot';
export type { BotOptions } from './bots/bot';
export { chooseAction } from './bots/bot-policy';
export type { BotAction, Situation } from './bots/bot-policy';
export { randomHand } from './builders/random-hand.builder';
export { pick, seededRandom, wholeBetween } from './bots/seeded-random';
export type { Random } from './bots/seeded-random';
export { randomDeck } from './builders/random-deck.builder';
export { seatView, tableView } from './builders/table-view.builder';
export type { HoleCards } from './builders/random-hand.builder';
export { PlayedHouse } from './builders/played-house.builder';
export { playMonths } from './builders/played-months.builder';
export type { PlayedLine, PlayedMonths } from './builders/played-months.builder';
export type { PlayedHand, PlayedTable, SeatedPlayer } from './builders/played-house.builder';
export {
  claimRunFile,
  findRunning,
  readRunFile,
  removeRunFile,
  updateRunFile,
} from './apps/run-file';
export type { RunProcess, RunRecord } from './apps/run-file';
export { appUrl } from './apps/app-names';
export { seedTables } from './services/seed-tables';
export type { StakesSeed, TableSeed } from './services/seed-tables';
export { migrate } from './services/migrate';
export { removePostgresData, unprivilegedAccount } from './services/postgres-place';
export { lastLines } from './processes/log-tail';
export { findProgram } from './services/find-program';
export type { Program } from './services/find-program';
export { until } from './until';
