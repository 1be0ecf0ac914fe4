export { HISTORY_TYPES, TRANSFER_TYPES } from './transfer-types';
export type {
  AccountRef,
  AssetEntry,
  HistoryItem,
  HistoryType,
  PlayerBalance,
  PostOutcome,
  PostRefusal,
  ReversalOutcome,
  ReversalRequest,
  TransferEntry,
  TransferRequest,
  TransferType,
} from './transfer-types';
export { canonicalJson, fingerprintOf } from './fingerprint';
export { Ledger } from './ledger.service';
export type { PreparedPosting } from './ledger.service';
export { PostingPump } from './posting-pump';
export { Holds } from './holds';
export { HoldRepository } from './hold.repository';
export type {
  Hold,
  HoldOutcome,
  HoldPosting,
  HoldRefusal,
  HoldRelease,
  HoldRequest,
  HoldResolution,
  HoldStatus,
} from './hold-types';
export { IdempotentOperations, ReplayedRefusal } from './idempotent-operations';
export type { IdempotentAnswer, IdempotentRequest } from './idempotent-operations';
export { HistoryRepository } from './history.repository';
export type { HistoryFilter } from './history.repository';
export { lockDebtAccounts } from './debt-accounts';
export { checkLedger } from './check-ledger';
export type { LedgerFinding } from './check-ledger';
export { LedgerModule } from './ledger.module';
