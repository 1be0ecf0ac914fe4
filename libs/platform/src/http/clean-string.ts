import { ValidateBy, type ValidationOptions } from 'class-validator';

/** Text that PostgreSQL and every reader can hold: no NUL and no lone surrogate. */
export const isCleanString = (value: unknown): value is string =>
  typeof value === 'string' && !/[\0\p{Surrogate}]/u.test(value);

export const IsCleanString = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isCleanString',
      validator: {
        validate: isCleanString,
        defaultMessage: () => '$property must be plain text',
      },
    },
    options,
  );
