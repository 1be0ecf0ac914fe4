import type { Type } from '@nestjs/common';

/** The features that register scheduled jobs: for the app, and for a job that is run by hand. */
export const SCHEDULED_FEATURES: readonly Type[] = [];
