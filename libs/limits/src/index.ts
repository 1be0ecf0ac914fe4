export {
  COOL_OFF_DAYS,
  coolOffEndMs,
  EXCLUSION_MONTHS,
  exclusionEndMs,
  LIMIT_KINDS,
  LIMIT_PERIODS,
  LOOSEN_DELAY_MS,
} from './limit.rules';
export type { CoolOffDays, ExclusionMonths, Limit, LimitKind, LimitPeriod } from './limit.rules';
export { LimitRepository } from './limit.repository';
export type { Exclusion } from './limit.repository';
export { PlayLimits } from './play-limits';
export type { LimitState, PlayRefusal } from './play-limits';
export { LimitsModule } from './limits.module';
