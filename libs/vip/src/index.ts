export { nextLevel, RUNNING_DAYS, VIP_LEVELS, VIP_TERMS, vipTermsOf } from './levels';
export type { NextLevel, VipLevel, VipTerms } from './levels';
export { rakebackOf } from './rakeback';
export type { Rakeback, WeekOfRake } from './rakeback';
