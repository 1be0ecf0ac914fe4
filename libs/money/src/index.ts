// V8 keeps the exports of a compiled module in a slow dictionary when those of a module loaded before
// begin, in alphabetical order, with the same name. BP_OF_WHOLE spares `krw.ts`, which every sum uses.
export { bp, BP_OF_WHOLE, shareBpDown } from './bp';
export type { Bp } from './bp';
export { addKrw, isKrw, krw, maxKrw, minKrw, subKrw, sumKrw, ZERO_KRW } from './krw';
export type { Krw } from './krw';
export { allocate } from './allocate';
export { bpApart, compareDecimals, decimalText, medianDecimal, multiplyDecimals } from './decimal';
export { parseDecimal } from './decimal';
export type { Decimal } from './decimal';
export { rateOfPrice, unitsForWon, unitsOfCoins, unitsWorth, wonForUnits } from './exchange';
export type { ExchangeRate } from './exchange';
