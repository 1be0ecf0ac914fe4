export { below, SEED_BYTES, SHUFFLE_VERSION, shuffledDeck, wordsOf } from './shuffle';
export type { HmacSha256, WordSource } from './shuffle';
