export {
  ConfigError,
  loadConfig,
  loadConfigOrExit,
  Variable,
  variablesOf,
} from './config/load-config';
export {
  IsListOf,
  IsOneOf,
  IsPortNumber,
  IsPrivateKey,
  IsSigningKey,
  IsText,
  IsUrlOf,
  IsWholeNumber,
  Rule,
  isBase64Of,
  isKeyPair,
  isOrigin,
  isVerifyingKey,
} from './config/setting-rules';
export { EdgeConfig, PlatformConfig } from './config/config-groups';
export { PlatformModule } from './platform.module';
export { APP_CONFIG, SERVER_ID } from './tokens';
export { POSTING_WATCHER } from './posting-watcher';
export { WRITE_MARKS } from './write-marks';
export type { WriteMarks } from './write-marks';
export type { PostingWatcher } from './posting-watcher';
export { CLOCK } from './clock';
export type { Clock } from './clock';
export { newServerId } from './server-id';
export type { AppName } from './server-id';
export { loggerOf } from './logging.module';
export {
  currentActor,
  currentRequestId,
  noteActor,
  requestIdOf,
  runWithRequestId,
} from './request-context';
export { assertInvariant, BusinessError, InvariantError } from './business-error';
export { ErrorReporter } from './error-reporter';
export type { ErrorContext } from './error-reporter';
export { counter, gauge, histogram, sampledGauge } from './metrics';
export { noteStorageRefusal } from './storage-refusals';
export { Throughput } from './throughput';
export { WorkLine } from './work-line';
export { traced } from './tracing/traced';
export { HealthRegistry } from './health/health.registry';
export type { ReadinessCheck } from './health/health.registry';
export { createHttpApp } from './http/http-app';
export type { HttpAppOptions } from './http/http-app';
export { problemOf } from './http/problem.filter';
export { isCleanString, IsCleanString } from './http/clean-string';
export { IsWholeWon } from './http/whole-won';
export { HttpClient, HttpClientError } from './http/http-client';
export { signedWith } from './http/signed-calls';
export { shutDownOnSignals } from './shutdown';
export { startApp } from './start';
export { AccessTokenSigner, AccessTokenVerifier, ROLES } from './security/access-token';
export type {
  AccessClaims,
  AuthMethod,
  Role,
  TokenSettings,
  Verified,
} from './security/access-token';
export { HASHES } from './security/hashes';
export { SealedBox } from './security/sealed-box';
