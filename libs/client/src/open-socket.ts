import type { ServerEvents } from '@cardroom/protocol';
import { parser } from '@cardroom/wire';
import { io, type Socket } from 'socket.io-client';

export type Codec = 'json' | 'msgpack';

export interface OpenSocketInput {
  readonly gatewayUrl: string;
  readonly address: string | undefined;
  readonly codec: Codec;
  /** Asked at each attempt, so that a renewed token is used. */
  readonly token: () => Promise<string>;
}

/** A socket of the stock client: default transports and options. */
export const openSocket = ({
  gatewayUrl,
  address,
  codec,
  token,
}: OpenSocketInput): Socket<ServerEvents> =>
  io(gatewayUrl, {
    auth: (give: (data: object) => void) => {
      // Whoever has logged out is refused by the server's own words.
      token().then(
        (current) => give({ token: current }),
        () => give({}),
      );
    },
    // One player, one connection: several in this process must not share a manager.
    forceNew: true,
    ...(codec === 'msgpack' ? { parser, query: { codec } } : {}),
    ...(address === undefined ? {} : { extraHeaders: { 'x-forwarded-for': address } }),
  });

/** The server's code where it refused the handshake; else what the transport says. */
export function refusalOf(error: Error): string {
  const data: unknown = 'data' in error ? error.data : null;
  if (typeof data === 'object' && data !== null && 'code' in data) return String(data.code);
  return error.message;
}
