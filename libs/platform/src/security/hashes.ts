import { createHmac, hash } from 'node:crypto';

/** The hash functions that pure libs take as arguments. */
export const HASHES = {
  sha256: (data: Uint8Array): Uint8Array => hash('sha256', data, 'buffer'),
  hmac: (key: Uint8Array, data: Uint8Array): Uint8Array =>
    createHmac('sha256', key).update(data).digest(),
};
