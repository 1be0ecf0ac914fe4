import { createHmac } from 'node:crypto';

import type { SentRequest } from './http-client';

/**
 * Headers that sign each call to the payment gateway, for `headersOf` of an HttpClient: the gateway
 * takes what was signed a moment ago, over method, path and body.
 */
export const signedWith =
  (secret: string) =>
  ({ method, path, body }: SentRequest): Readonly<Record<string, string>> => {
    const at = Math.floor(Date.now() / 1000);
    const mac = createHmac('sha256', secret).update([at, method, path, body].join('.'));
    return { 'X-Cardroom-Signature': `t=${at},v1=${mac.digest('hex')}` };
  };
