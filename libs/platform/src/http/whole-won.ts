import { ValidateBy } from 'class-validator';
import { MAX_AMOUNT_KRW } from '@cardroom/protocol';

/** Name of the rule, by which a refusal becomes INVALID_AMOUNT. */
export const WHOLE_WON_RULE = 'isWholeWon';

/** A JSON number of whole won, 1 … `maxKrw`, which is MAX_AMOUNT_KRW unless told. */
export const IsWholeWon = ({ maxKrw = MAX_AMOUNT_KRW } = {}): PropertyDecorator =>
  ValidateBy({
    name: WHOLE_WON_RULE,
    validator: {
      validate: (value: unknown) =>
        typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= maxKrw,
      defaultMessage: () => `$property must be whole won from 1 to ${maxKrw}`,
    },
  });
