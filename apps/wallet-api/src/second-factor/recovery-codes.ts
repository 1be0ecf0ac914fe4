import { createHash, randomInt } from 'node:crypto';

/** Nothing that is mistaken for something else when it is copied by hand. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;
const COUNT = 10;

const SHAPE = new RegExp(`^([${ALPHABET}]{${GROUP_LENGTH}}-?){${GROUPS}}$`);

const randomGroup = (): string =>
  Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** Ten codes of 79 bits for the day when the telephone is gone; each is good once. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: COUNT }, () => Array.from({ length: GROUPS }, randomGroup).join('-'));

/** Whether a text could be a recovery code, however it was typed. */
export const isRecoveryCode = (text: string): boolean => SHAPE.test(plainOf(text));

/** What is kept of a code. Its own 79 bits are its salt: nobody can list them beforehand. */
export const recoveryCodeHash = (userId: string, code: string): string =>
  createHash('sha256')
    .update(`${userId}\0${plainOf(code).replaceAll('-', '')}`)
    .digest('hex');

const plainOf = (text: string): string => text.trim().toLowerCase();
