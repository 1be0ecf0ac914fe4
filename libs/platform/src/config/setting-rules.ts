import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';

import { ValidateBy } from 'class-validator';

import { allOf, AsList, AsNumber, AsPem, Plain } from './setting-readers';

/** Judges the value, and the whole config where settings depend on each other. */
type Judge<C> = (value: unknown, config: C) => boolean;

export const Rule = <C = unknown>(message: string, holds: Judge<C>): PropertyDecorator =>
  ValidateBy({
    name: message,
    validator: {
      validate: (value, args) => holds(value, args?.object as C),
      defaultMessage: () => message,
    },
  });

export interface WholeNumberRange {
  readonly min: number;
  readonly max?: number;
}

/** A whole number in decimal digits: `1e3`, `0x10` and ` 5 ` are refused. */
export const IsWholeNumber = ({ min, max = Infinity }: WholeNumberRange): PropertyDecorator =>
  allOf(
    AsNumber(),
    Rule(
      `must be a whole number, ${max === Infinity ? `${min} or more` : `${min} to ${max}`}`,
      (value) =>
        typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max,
    ),
  );

const MAX_PORT = 65_535;

/** A TCP port; 0 lets the system choose. */
export const IsPortNumber = (): PropertyDecorator => IsWholeNumber({ min: 0, max: MAX_PORT });

export const IsOneOf = (allowed: readonly string[]): PropertyDecorator =>
  allOf(
    Plain(),
    Rule(
      `must be one of ${allowed.join(', ')}`,
      (value) => typeof value === 'string' && allowed.includes(value),
    ),
  );

export const IsText = (pattern: RegExp, message: string): PropertyDecorator =>
  Rule(message, (value) => typeof value === 'string' && pattern.test(value));

/** A URL of one of the protocols, with a host. */
export const IsUrlOf = (...protocols: string[]): PropertyDecorator =>
  Rule(
    `must be a URL that begins with ${protocols.map((name) => `${name}://`).join(' or ')}`,
    (value) => {
      if (typeof value !== 'string' || !URL.canParse(value)) return false;
      const { protocol, host } = new URL(value);
      return protocols.includes(protocol.slice(0, -1)) && host !== '';
    },
  );

/** Values separated by commas; spaces around them do not count, and none may break the rule. */
export const IsListOf = (
  message: string,
  isValid: (part: string) => boolean,
  minLength = 0,
): PropertyDecorator =>
  allOf(
    AsList(),
    Rule(
      message,
      (value) =>
        Array.isArray(value) &&
        value.length >= minLength &&
        value.every((part) => typeof part === 'string' && isValid(part)),
    ),
  );

/** An address, or a block of them such as `10.0.0.0/8`. */
export function isAddressBlock(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    prefix === undefined ||
    (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
  );
}

/** A web origin as browsers send it: scheme, host and port, and nothing after them. */
export const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:\/\//.test(text) && new URL(text).origin === text;

const isP256 = (read: () => KeyObject): boolean => {
  try {
    return read().asymmetricKeyDetails?.namedCurve === 'prime256v1';
  } catch {
    return false;
  }
};

export const IsPublicKey = (): PropertyDecorator =>
  allOf(
    AsPem(),
    Rule(
      'must be a public key of P-256 in PEM',
      (value) =>
        typeof value === 'string' &&
        value.startsWith('-----BEGIN PUBLIC KEY-----') &&
        isP256(() => createPublicKey(value)),
    ),
  );

export const IsPrivateKey = (): PropertyDecorator =>
  allOf(
    AsPem(),
    Rule(
      'must be a private key of P-256 in PEM',
      (value) => typeof value === 'string' && isP256(() => createPrivateKey(value)),
    ),
  );

const isEd25519 = (read: () => KeyObject): boolean => {
  try {
    return read().asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
};

/** A private key of Ed25519 in PEM, or nothing. */
export const IsSigningKey = (): PropertyDecorator =>
  allOf(
    AsPem(),
    Rule(
      'must be a private key of Ed25519 in PEM',
      (value) =>
        value === '' || (typeof value === 'string' && isEd25519(() => createPrivateKey(value))),
    ),
  );

/** Whether a text is a public key of Ed25519 in PEM, whose newlines may be written as `\\n`. */
export const isVerifyingKey = (text: string): boolean =>
  isEd25519(() => createPublicKey(text.replaceAll('\\n', '\n')));

/** Whether two PEM keys are halves of one pair. */
export function isKeyPair(privatePem: string, publicPem: string): boolean {
  try {
    const derived = createPublicKey(privatePem).export({ type: 'spki', format: 'der' });
    return derived.equals(createPublicKey(publicPem).export({ type: 'spki', format: 'der' }));
  } catch {
    return false;
  }
}

export const isBase64Of = (bytes: number, value: unknown): boolean =>
  typeof value === 'string' &&
  /^[A-Za-z0-9+/]+={0,2}$/.test(value) &&
  Buffer.from(value, 'base64').length === bytes;
