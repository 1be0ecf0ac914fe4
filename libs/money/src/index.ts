export {
  addKrw,
  bp,
  isKrw,
  krw,
  maxKrw,
  minKrw,
  shareBpDown,
  subKrw,
  sumKrw,
  ZERO_KRW,
} from './krw';
export type { Bp, Krw } from './krw';
export { allocate } from './allocate';
