export { coldStoreAt } from './cold-store';
export type { ColdStore } from './cold-store';
export { COLD_STORE } from './tokens';
export { ARCHIVE_TIERS, HandArchive } from './hand-archive';
export type { ArchiveTier, FoundHand } from './hand-archive';
export { ArchiveModule } from './archive.module';
