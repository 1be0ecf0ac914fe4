import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';

import { BusinessError } from '../business-error';
import { WHOLE_WON_RULE } from './whole-won';

interface Fault {
  readonly path: string;
  readonly rules: readonly string[];
}

/** Paths and names of broken rules; never the values. */
function faultsOf(errors: readonly ValidationError[], parent = ''): Fault[] {
  return errors.flatMap((error) => {
    const path = `${parent}/${error.property}`;
    const own =
      error.constraints === undefined ? [] : [{ path, rules: Object.keys(error.constraints) }];
    return [...own, ...faultsOf(error.children ?? [], path)];
  });
}

/** An amount that is present but wrong is INVALID_AMOUNT; everything else VALIDATION_FAILED. */
export function validationError(errors: readonly ValidationError[]): BusinessError {
  const faults = faultsOf(errors);
  const [first] = errors;
  const isAmount =
    first !== undefined &&
    faults.length === 1 &&
    first.constraints?.[WHOLE_WON_RULE] !== undefined &&
    first.value !== undefined;
  return new BusinessError(isAmount ? 'INVALID_AMOUNT' : 'VALIDATION_FAILED', {
    errors: faults.map((fault) => ({ path: printable(fault.path), rules: fault.rules })),
  });
}

/** An unknown property's name is input as well: only plain names are repeated. */
const printable = (path: string): string => (/^[\w/.-]{1,100}$/.test(path) ? path : '/?');

/** Members of every object: the validator drops what hides behind these names without a word. */
const INHERITED_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function namesInherited(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    Object.keys(value).some((name) => INHERITED_NAMES.has(name)) ||
    Object.values(value).some(namesInherited)
  );
}

/** Refuses every property that the class of a body or a query does not declare, whatever its name. */
class RequestValidation extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // What a decorator of ours hands to a handler was not sent by anybody.
    if (metadata.type === 'custom') return value;
    if (namesInherited(value)) throw new BusinessError('VALIDATION_FAILED');
    return (await super.transform(value, metadata)) as unknown;
  }
}

export const requestValidation = (): ValidationPipe =>
  new RequestValidation({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: validationError,
  });
