import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

const ID_LENGTH = 16;

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

  /** In PEM, whose newlines may be written as `\\n`. Errors: throws where one is no public key. */
  constructor(publicPems: readonly string[]) {
    const keys = publicPems.map((pem) => createPublicKey(pem.replaceAll('\\n', '\n')));
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
