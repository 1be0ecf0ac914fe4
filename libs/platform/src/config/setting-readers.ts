import { Transform } from 'class-transformer';

/** Properties whose values are no secrets, by the prototype that declares them. */
const plainProperties = new Map<object, Set<string>>();

/** Allows messages to repeat a wrong value of this setting. */
export const Plain = (): PropertyDecorator => (prototype, property) => {
  const own = plainProperties.get(prototype) ?? new Set<string>();
  plainProperties.set(prototype, own.add(String(property)));
};

export const isPlain = (prototype: object, property: string): boolean =>
  plainProperties.get(prototype)?.has(property) === true;

/** Several decorators of a property as one. */
export const allOf =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (prototype, property) => {
    for (const decorate of decorators) decorate(prototype, property);
  };

/** Turns the text of a variable into another type; what does not fit is left for the rule to refuse. */
const read = (parse: (text: string) => unknown): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? parse(value) : value));

/** Decimal digits as a number: `1e3`, `0x10` and ` 5 ` stay text. */
export const AsNumber = (): PropertyDecorator =>
  allOf(
    Plain(),
    read((text) => (/^-?\d{1,15}(\.\d{1,6})?$/.test(text) ? Number(text) : text)),
  );

/** A list, separated by commas; spaces around its parts do not count. */
export const AsList = (): PropertyDecorator =>
  read((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

/** PEM keys often come with `\n` written out. */
export const AsPem = (): PropertyDecorator => read((text) => text.replaceAll('\\n', '\n'));
