import { freePort, isPortFree, type AppName, type AppPorts } from '@cardroom/testing';

const WANTED = {
  'wallet-api': { variable: 'WALLET_API_PORT', port: 3000 },
  'game-gateway': { variable: 'GATEWAY_PORT', port: 3001 },
  jobs: { variable: 'JOBS_PORT', port: 3002 },
  'payment-gateway': { variable: 'PAYMENT_GATEWAY_PORT', port: 3003 },
  'rate-source': { variable: 'RATE_SOURCE_PORT', port: 3004 },
} as const satisfies Record<AppName, { variable: string; port: number }>;

/**
 * The ports of the apps. One asked for by its variable is used or refused; a usual one that is
 * taken gives way to a free one, and a note says so.
 */
export async function choosePorts(
  env: NodeJS.ProcessEnv,
  onNote: (note: string) => void,
): Promise<AppPorts> {
  return {
    'wallet-api': await choosePort('wallet-api', env, onNote),
    'game-gateway': await choosePort('game-gateway', env, onNote),
    jobs: await choosePort('jobs', env, onNote),
    'payment-gateway': await choosePort('payment-gateway', env, onNote),
    'rate-source': await choosePort('rate-source', env, onNote),
  };
}

async function choosePort(
  app: AppName,
  env: NodeJS.ProcessEnv,
  onNote: (note: string) => void,
): Promise<number> {
  const { variable, port } = WANTED[app];
  const asked = env[variable];
  if (asked === undefined || asked === '') {
    if (await isPortFree(port)) return port;
    const free = await freePort();
    onNote(`port ${port} is taken: ${app} listens on ${free}`);
    return free;
  }
  const wanted = /^\d+$/.test(asked) ? Number(asked) : Number.NaN;
  if (!(wanted >= 1 && wanted <= 65_535)) {
    throw new Error(`${variable}: must be a port from 1 to 65535 (got "${asked}")`);
  }
  if (!(await isPortFree(wanted))) {
    throw new Error(`${variable}: port ${wanted} is taken by another program`);
  }
  return wanted;
}
