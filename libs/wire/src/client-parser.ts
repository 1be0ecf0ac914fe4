import * as stock from 'socket.io-parser';

import { unpackPacket } from './packet';

/** Reads both codecs: text is JSON as always, bytes are MessagePack. */
class Decoder extends stock.Decoder {
  override add(frame: unknown): void {
    if (frame instanceof ArrayBuffer)
      this.emitReserved('decoded', unpackPacket(new Uint8Array(frame)));
    else if (frame instanceof Uint8Array) this.emitReserved('decoded', unpackPacket(frame));
    else super.add(frame);
  }
}

/**
 * For `io(url, { parser, query: { codec: 'msgpack' } })`: the server answers in MessagePack. What the
 * client sends stays JSON; commands are short. Rule: docs/reference/messagepack.md §1.
 */
export const parser = { Encoder: stock.Encoder, Decoder };
