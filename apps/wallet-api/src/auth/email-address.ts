import { isEmail, ValidateBy } from 'class-validator';
import { isCleanString } from '@cardroom/platform';

const MAX_LENGTH = 254;

/**
 * Whether a text can be an e-mail address, in ASCII and of at most 254 characters. Plain text and
 * length are checked first: half a surrogate pair breaks what checks the rest.
 */
export const isEmailAddress = (value: unknown): boolean =>
  isCleanString(value) &&
  value.length <= MAX_LENGTH &&
  isEmail(value, { allow_utf8_local_part: false });

export const IsEmailAddress = (): PropertyDecorator =>
  ValidateBy({
    name: 'isEmailAddress',
    validator: {
      validate: isEmailAddress,
      defaultMessage: () => '$property must be an e-mail address',
    },
  });
