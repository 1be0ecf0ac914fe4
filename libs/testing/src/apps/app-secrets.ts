import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a production deployment gets from its secret store. */
export interface AppSecrets {
  /** PEM, ES256. */
  readonly jwtPrivateKey: string;
  readonly jwtPublicKey: string;
  /** 32 bytes in base64: seals the cards of a hand. */
  readonly cardSealKey: string;
  /** 32 bytes in base64: seals the secrets of second factors. */
  readonly factorSealKey: string;
  /** PEM, Ed25519: signs the blocks of the audit trail. */
  readonly auditSigningKey: string;
  readonly webhookSecret: string;
  /** Signs calls to the payment gateway. */
  readonly gatewayApiSecret: string;
  /** Of the demo players, the staff account and the bots of a development system. */
  readonly demoPassword: string;
}

/** New secrets for one development system or one test run. */
export function generateSecrets(): AppSecrets {
  const keys = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const auditKeys = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return {
    jwtPrivateKey: keys.privateKey,
    jwtPublicKey: keys.publicKey,
    cardSealKey: randomBytes(32).toString('base64'),
    factorSealKey: randomBytes(32).toString('base64'),
    auditSigningKey: auditKeys.privateKey,
    webhookSecret: randomBytes(32).toString('hex'),
    gatewayApiSecret: randomBytes(32).toString('hex'),
    demoPassword: `demo-${randomBytes(6).toString('hex')}`,
  };
}

/**
 * The secrets kept in a file that only its owner may read; made at the first start. A file of an
 * older system is given the secrets that have come since.
 */
export function keptSecrets(file: string): AppSecrets {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
  const secrets: AppSecrets = { ...generateSecrets(), ...kept };
  if (Object.keys(kept).length < Object.keys(secrets).length) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  }
  return secrets;
}
