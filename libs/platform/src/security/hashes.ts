import { createHmac, createSecretKey, hash } from 'node:crypto';

/** The hash functions that pure libs take as arguments. */
export const HASHES = {
  sha256: (data: Uint8Array): Uint8Array => hash('sha256', data, 'buffer'),
  hmac: (key: Uint8Array): ((data: Uint8Array) => Uint8Array) => {
    // Bytes would be made a key again for each hash, which takes longer than hashing.
    const secret = createSecretKey(key);
    return (data) => createHmac('sha256', secret).update(data).digest();
  },
};
