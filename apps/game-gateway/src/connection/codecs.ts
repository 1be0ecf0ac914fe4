import { packPacket } from '@cardroom/wire';
import type { Namespace } from 'socket.io';
import type { Adapter } from 'socket.io-adapter';
import { Decoder, Encoder, type Packet } from 'socket.io-parser';

import type { GameSocket } from './socket-types';

type AdapterFactory = (namespace: Namespace) => Adapter;
type Frames = readonly (string | Buffer)[];
interface WriteOptions {
  /** What goes to every WebSocket of a room: its head and its content. */
  wsPreEncodedFrame?: readonly Buffer[] | undefined;
}

/** What an adapter encodes with, and a client writes with; Socket.IO does not declare them. */
interface EncodingAdapter {
  _encode: (packet: Packet, options: WriteOptions) => Frames;
}
interface WritingClient {
  encoder: { encode: (packet: Packet) => Frames };
  writeToEngine: (frames: Frames, options: WriteOptions) => void;
}

/** Writes packets as JSON. None of ours holds bytes, so they are not searched for any. */
class JsonEncoder extends Encoder {
  override encode({ type, nsp, id, data }: Packet): string[] {
    const namespace = nsp === '/' ? '' : `${nsp},`;
    const text = data === undefined ? '' : JSON.stringify(data);
    return [`${type}${namespace}${id ?? ''}${text}`];
  }
}

/** What the server speaks to clients that ask for nothing else. */
export const JSON_PARSER = { Encoder: JsonEncoder, Decoder };

/** The MessagePack frames of what was encoded for a room, made when the first client needs them. */
const packedFrames = new WeakMap<Frames, () => Frames>();

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
};

/**
 * Lets clients of both codecs share rooms: what goes to a room is encoded at most once a codec and
 * node. Rule: docs/reference/messagepack.md §1.
 */
export function withBothCodecs(create: AdapterFactory): AdapterFactory {
  // Socket.IO calls it with `new`: an arrow function would not do.
  return function createBoth(namespace) {
    const adapter = create(namespace);
    const encoding = adapter as unknown as EncodingAdapter;
    const encode = encoding._encode.bind(adapter);
    encoding._encode = (packet, options) => {
      const frames = encode(packet, options);
      const { wsPreEncodedFrame: parts } = options;
      // In one piece, which is one write to each client and not two.
      if (parts !== undefined) options.wsPreEncodedFrame = [Buffer.concat(parts)];
      packedFrames.set(
        frames,
        once(() => [packPacket(packet)]),
      );
      return frames;
    };
    return adapter;
  };
}

/** Whether the handshake asks for MessagePack: by a header, or where none can be set, the query. */
export function wantsMessagePack({ headers, query }: GameSocket['handshake']): boolean {
  return headers['x-accept-binary'] === 'true' || query['codec'] === 'msgpack';
}

/** From here on everything that goes to this client is MessagePack. */
export function speakMessagePack(socket: GameSocket): void {
  const client = (socket as unknown as { readonly client: WritingClient }).client;
  const write = client.writeToEngine.bind(client);
  client.encoder = { encode: (packet) => [packPacket(packet)] };
  client.writeToEngine = (frames, options) => {
    const packed = packedFrames.get(frames);
    // The frame that the adapter made beforehand is the JSON one.
    if (packed === undefined) write(frames, options);
    else write(packed(), { ...options, wsPreEncodedFrame: undefined });
  };
}
