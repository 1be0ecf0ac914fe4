import { Packr } from 'msgpackr';
import { PacketType, type Packet } from 'socket.io-parser';

import { compact, expand } from './compact';

const ROOT_NAMESPACE = '/';
const packr = new Packr({ useRecords: false, mapsAsObjects: false });

/**
 * A packet of Socket.IO as one MessagePack array: `[type, data, id, namespace]`, cut after the last
 * that is not the usual one. Rule: docs/reference/messagepack.md §2.
 */
export function packPacket({ type, data, id, nsp }: Packet): Buffer {
  const fields = [type, compact(data), id ?? null, nsp === ROOT_NAMESPACE ? null : nsp];
  while (fields.at(-1) === null || fields.at(-1) === undefined) fields.pop();
  return packr.pack(fields);
}

/** What `packPacket` was given. Errors: throws where the bytes are something else. */
export function unpackPacket(bytes: Uint8Array): Packet {
  const fields: unknown = packr.unpack(bytes);
  if (!Array.isArray(fields)) throw new Error('A packet is an array');
  const [type, data, id, nsp] = fields as readonly unknown[];
  if (!isPacketType(type)) throw new Error('A packet begins with its type');
  return {
    type,
    nsp: typeof nsp === 'string' ? nsp : ROOT_NAMESPACE,
    data: expand(data),
    ...(typeof id === 'number' ? { id } : {}),
  };
}

const isPacketType = (value: unknown): value is PacketType =>
  typeof value === 'number' && PacketType[value] !== undefined;
