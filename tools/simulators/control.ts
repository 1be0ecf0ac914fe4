import { defaultDataDir, findRunning, type RunRecord } from '@cardroom/testing';

type Urls = NonNullable<RunRecord['urls']>;

/** What was typed cannot be done; the message is for the person who typed it. */
export class ControlError extends Error {}

/** Where a simulator of the running system is. Errors: ControlError where nothing runs. */
export function simulatorUrl(of: (urls: Urls) => string, dataDir: string | null): string {
  const running = findRunning(dataDir ?? defaultDataDir());
  if (running?.urls === undefined || running.urls === null) {
    throw new ControlError('no system runs here: `npm start` first, or give --url');
  }
  return of(running.urls);
}

/** Asks a control surface and returns its answer. Errors: ControlError. */
export async function control(url: string, path: string, body?: object): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ControlError(`nothing answers at ${url}`);
  }
  const answer = (await response.json()) as { readonly error?: string };
  if (!response.ok) throw new ControlError(answer.error ?? `answered ${response.status}`);
  return answer;
}

/** Runs a command line and ends the process: 0, or 2 with a message where it could not be done. */
export function runCommand(usage: string, work: () => Promise<void>): void {
  work().catch((cause: unknown) => {
    const message = cause instanceof Error ? cause.message : String(cause);
    console.error(`${message}\n\n${usage}`);
    process.exit(2);
  });
}
