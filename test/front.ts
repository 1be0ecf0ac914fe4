import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { findProgram, freePort, OwnedProcess, type Reaper } from '@cardroom/testing';

/** The programs that can stand in front, and the configuration that is shipped for each. */
export const FRONTS = {
  nginx: {
    file: 'deploy/nginx/nginx.conf',
    debianPackage: 'nginx',
    checkArgs: (file: string) => ['-t', '-e', 'stderr', '-c', file],
    runArgs: (file: string) => ['-e', 'stderr', '-g', 'daemon off;', '-c', file],
  },
  haproxy: {
    file: 'deploy/haproxy/haproxy.cfg',
    debianPackage: 'haproxy',
    checkArgs: (file: string) => ['-c', '-f', file],
    runArgs: (file: string) => ['-db', '-f', file],
  },
} as const;
export type FrontName = keyof typeof FRONTS;

export interface Front {
  readonly httpUrl: string;
  readonly httpsUrl: string;
  readonly process: OwnedProcess;
}

interface FrontInput {
  readonly name: FrontName;
  readonly gatewayPorts: readonly number[];
  readonly walletPort: number;
  readonly reaper: Reaper;
}

/**
 * Runs a front with its shipped configuration, in which only addresses, ports and paths are put in
 * place. Null where the program is not to be had.
 */
export async function startFront(input: FrontInput): Promise<Front | null> {
  const { name, reaper } = input;
  const { debianPackage, checkArgs, runArgs } = FRONTS[name];
  const program = await findProgram(name, debianPackage, (note) =>
    process.stderr.write(`${name}: ${note}\n`),
  );
  if (program === null) return null;
  const folder = mkdtempSync(join(tmpdir(), `cardroom-${name}-`));
  // Workers of a front that root starts run as somebody else.
  chmodSync(folder, 0o755);
  reaper.remove(folder);
  const [httpPort, httpsPort] = [await freePort(), await freePort()];
  makeCertificate(folder);
  const file = join(folder, 'front.conf');
  writeFileSync(file, placed(input, { folder, httpPort, httpsPort }));
  const env = { PATH: process.env['PATH'], ...program.env };
  const logFile = join(folder, `${name}.log`);
  check(name, [program.command, ...checkArgs(file)], { env, logFile });
  const owned = await OwnedProcess.start(
    {
      name,
      command: program.command,
      args: runArgs(file),
      env,
      logFile,
      // Both close at once on SIGTERM.
      stopSignal: 'SIGTERM',
    },
    reaper,
  );
  return {
    httpUrl: `http://127.0.0.1:${httpPort}`,
    httpsUrl: `https://127.0.0.1:${httpsPort}`,
    process: owned,
  };
}

/** Asks the program about its configuration; what it says goes to a file, which nginx can open. */
function check(
  name: FrontName,
  [command = '', ...args]: readonly string[],
  { env, logFile }: { readonly env: NodeJS.ProcessEnv; readonly logFile: string },
): void {
  const log = openSync(logFile, 'a');
  const { status } = spawnSync(command, args, { env, stdio: ['ignore', log, log] });
  closeSync(log);
  if (status !== 0) {
    throw new Error(`${name} refuses its configuration:\n${readFileSync(logFile, 'utf8')}`);
  }
}

interface Place {
  readonly folder: string;
  readonly httpPort: number;
  readonly httpsPort: number;
}

function placed(input: FrontInput, { folder, httpPort, httpsPort }: Place): string {
  const shipped = readFileSync(resolve(__dirname, '..', FRONTS[input.name].file), 'utf8');
  return (
    shipped
      // A line for each gateway, as the comment in the file says.
      .replace(/^ *server .*game-gateway:3001.*$/gm, (line) =>
        input.gatewayPorts
          .map((port, index) =>
            line
              .replace('game-gateway:3001', `127.0.0.1:${port}`)
              .replaceAll('gateway-1', `gateway-${index + 1}`)
              .replace('cookie g1', `cookie g${index + 1}`),
          )
          .join('\n'),
      )
      .replace('wallet-api:3000', `127.0.0.1:${input.walletPort}`)
      .replace(/(listen |bind :)8080/, (_all, word: string) => `${word}${httpPort}`)
      .replace(/(listen |bind :)8443/, (_all, word: string) => `${word}${httpsPort}`)
      .replaceAll(/\/etc\/(nginx|haproxy)\/tls\//g, `${folder}/`)
      .replaceAll('/tmp/nginx', `${folder}/nginx`)
  );
}

/** A certificate that nobody trusts, as nginx and as HAProxy want it. */
function makeCertificate(folder: string): void {
  const [key, certificate] = [join(folder, 'privkey.pem'), join(folder, 'fullchain.pem')];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
      ...['-days', '2', '-subj', '/CN=localhost', '-keyout', key, '-out', certificate],
    ],
    { stdio: 'pipe' },
  );
  const both = readFileSync(certificate, 'utf8') + readFileSync(key, 'utf8');
  writeFileSync(join(folder, 'cardroom.pem'), both, { mode: 0o600 });
}
