export { rakeOf } from './rake';
export type { RakeTerms } from './rake';
