import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

export const APP_NAMES = ['game-gateway', 'wallet-api', 'jobs'] as const;
export type AppName = (typeof APP_NAMES)[number];

/** A name for one process in its lifetime: a restart gets another. */
export const newServerId = (app: AppName): string =>
  `${app}-${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;
