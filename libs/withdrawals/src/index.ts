export { WITHDRAWAL_STATUSES, canFollow, isPending } from './withdrawal-status';
export type { WithdrawalStatus } from './withdrawal-status';
export { checkAgainSeconds, personsNeeded, waitOf } from './withdrawal.rules';
export type { ApprovalLines, RollingSums, WaitingFacts, WaitReason } from './withdrawal.rules';
export { addressFault, addressKeyOf, PAYOUT_NETWORKS } from './payout-address';
export type { AddressFault, PayoutNetwork } from './payout-address';
export type {
  Move,
  NewWithdrawal,
  Withdrawal,
  WithdrawalChecks,
  WithdrawalEvent,
  WithdrawalTerms,
} from './withdrawal.types';
export { revisionOf, WithdrawalRepository } from './withdrawal.repository';
export { WithdrawalFreezes } from './withdrawal-freezes';
export type { WithdrawalFreeze } from './withdrawal-freezes';
export { totalKrwOf, WithdrawalMoney } from './withdrawal-money';
export { WithdrawalSteps } from './withdrawal-steps';
export { WithdrawalRelease } from './withdrawal-release';
export type { ReleaseOutcome } from './withdrawal-release';
export { WithdrawalsModule } from './withdrawals.module';
export { PAYOUT_STATUSES, resolutionRefusal, RESOLUTIONS } from './payout';
export type { Payout, PayoutStatus, Resolution } from './payout';
export { PayoutGateway } from './payout-gateway';
export type { PayoutRequest } from './payout-gateway';
