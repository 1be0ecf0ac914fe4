import { createHash, createHmac } from 'node:crypto';

/** The hash functions that pure libs take as arguments. */
export const HASHES = {
  sha256: (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest(),
  hmac: (key: Uint8Array, data: Uint8Array): Uint8Array =>
    createHmac('sha256', key).update(data).digest(),
};
