import createClient, { type Client } from 'openapi-fetch';

import type { paths } from './rest-schema';

export type WalletClient = Client<paths>;

/**
 * The REST API with the types of its document: a path that is not there, a member that is missing or
 * an answer that is read wrongly does not compile.
 *
 * @example const { data } = await walletClient(url, token).GET('/api/v1/wallet/balance');
 */
export const walletClient = (
  walletApiUrl: string,
  options: { readonly token?: string; readonly address?: string } = {},
): WalletClient =>
  createClient<paths>({
    baseUrl: walletApiUrl,
    headers: {
      ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      ...(options.address === undefined ? {} : { 'x-forwarded-for': options.address }),
    },
  });
