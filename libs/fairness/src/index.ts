export { HASH_BYTES, isHashText } from './bytes';
export type { Hashes, HmacSha256, Sha256 } from './bytes';
export { below, SEED_BYTES, SHUFFLE_VERSION, shuffledDeck, wordsOf } from './shuffle';
export type { WordSource } from './shuffle';
export { merkleTree } from './merkle';
export type { MerkleTree } from './merkle';
export { commitDeck, packSecret, unpackSecret } from './deck-commitment';
export type { CardProof, DealSecret, DeckCommitment } from './deck-commitment';
export {
  areAllSeedsOpen,
  commitmentOf,
  commitSeed,
  DEAL_ALGORITHM,
  evolveDeal,
  NO_DEAL,
  openSeed,
  SEED_REFUSAL_CODES,
} from './announced-deal';
export type {
  AnnouncedDeal,
  BegunDeal,
  DealEvent,
  DealState,
  OpenedSeed,
  SeedCommitment,
  SeedDecision,
  SeedRefusalCode,
} from './announced-deal';
export { dealOf, permutationOf } from './deal';
export type { Deal, DealtCardProof } from './deal';
