import { BusinessError } from '@cardroom/platform';

import { momentsOf, type Moments } from './day-range.rules';

/** Errors: BusinessError VALIDATION_FAILED where they are no days, or too many. */
export function daysOf(from: string | undefined, to: string | undefined): Moments {
  const days = momentsOf(from ?? '', to ?? '');
  if (days === null) {
    throw new BusinessError('VALIDATION_FAILED', {
      errors: [{ path: '/from', rules: ['daysOfAYearAtMost'] }],
    });
  }
  return days;
}
