/** Every process of a running system beside its databases, in the order of starting. */
export const APP_NAMES = [
  'rate-source',
  'payment-gateway',
  'wallet-api',
  'jobs',
  'game-gateway',
] as const;
export type AppName = (typeof APP_NAMES)[number];

export type AppPorts = Readonly<Record<AppName, number>>;

/** The built script of each, below the project's folder. */
export const APP_SCRIPTS = {
  'rate-source': 'dist/tools/rate-source/main.js',
  'payment-gateway': 'dist/tools/payment-gateway/main.js',
  'wallet-api': 'dist/apps/wallet-api/src/main.js',
  jobs: 'dist/apps/jobs/src/main.js',
  'game-gateway': 'dist/apps/game-gateway/src/main.js',
} as const satisfies Record<AppName, string>;

/**
 * Options that Node is started with, as in the images. V8 has four threads beside the main one unless
 * told: where cores are few they take its time while they collect garbage (docs/benchmarks.md).
 */
export const APP_NODE_OPTIONS: Partial<Record<AppName, readonly string[]>> = {
  'game-gateway': ['--v8-pool-size=1'],
};

export const appUrl = (port: number): string => `http://127.0.0.1:${port}`;
