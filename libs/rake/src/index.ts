export { rakeOf } from './rake';
export type { RakeTerms } from './rake';
export { attributeRake } from './attribution';
export { termsAt } from './terms';
export type { RakeVersion } from './terms';
