import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ID_LENGTH = 16;
const KEY_FILE = 'signing-key.pem';

const messageOf = (head: string): Buffer => Buffer.from(`cardroom audit block ${head}`);

function keyIdOf(publicKey: KeyObject): string {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, ID_LENGTH);
}

/** Signs heads of blocks. Its key is in no database: whoever can write rows cannot sign them. */
export class AuditSigner {
  readonly keyId: string;
  readonly publicKey: string;
  private readonly key: KeyObject;

  /** Errors: throws unless it is a private key of Ed25519 in PEM. */
  constructor(privatePem: string) {
    this.key = createPrivateKey(privatePem);
    if (this.key.asymmetricKeyType !== 'ed25519') throw new Error('not a key of Ed25519');
    const publicKey = createPublicKey(this.key);
    this.keyId = keyIdOf(publicKey);
    this.publicKey = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  }

  /** The signature of a head, in base64. */
  sign(head: string): string {
    return sign(null, messageOf(head), this.key).toString('base64');
  }
}

/** The public keys that somebody trusts, by their ids. */
export class AuditKeys {
  private readonly keys: ReadonlyMap<string, KeyObject>;

  /** Errors: throws where one is no public key in PEM. */
  constructor(publicPems: readonly string[]) {
    const keys = publicPems.map((pem) => createPublicKey(pem));
    this.keys = new Map(keys.map((key) => [keyIdOf(key), key]));
  }

  get isEmpty(): boolean {
    return this.keys.size === 0;
  }

  /** Whether a key that is trusted has signed the head. */
  verify(keyId: string, head: string, signature: string): boolean {
    const key = this.keys.get(keyId);
    return (
      key !== undefined && verify(null, messageOf(head), key, Buffer.from(signature, 'base64'))
    );
  }
}

export function isSigningKey(pem: unknown): boolean {
  try {
    return typeof pem === 'string' && createPrivateKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

export function isVerifyingKey(pem: string): boolean {
  try {
    return createPublicKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

/** The key of a development system, kept in a file that only its owner reads; null where none is. */
export function keptSigningKey(folder: string): string | null {
  try {
    return readFileSync(join(folder, KEY_FILE), 'utf8');
  } catch {
    return null;
  }
}

/** The key of a development system; made at its first start, by whichever process is first. */
export function developmentSigningKey(folder: string): string {
  const kept = keptSigningKey(folder);
  if (kept !== null) return kept;
  const { privateKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, KEY_FILE), privateKey, { mode: 0o600, flag: 'wx' });
  } catch {
    // Another process was first, or the folder cannot be written: the next line tells which.
  }
  return readFileSync(join(folder, KEY_FILE), 'utf8');
}
