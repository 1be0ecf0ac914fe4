import { packPacket } from '@cardroom/wire';
import { PacketType } from 'socket.io-parser';

interface WireBytes {
  /** Of a message on the average. */
  readonly json: number;
  readonly msgpack: number;
}

interface Weighed {
  readonly deltas: WireBytes;
  readonly snapshots: WireBytes;
  /** What tells a player that an action was done. */
  readonly actionResults: WireBytes;
}

const SNAPSHOT = /^43\d+\[.*"kind":"snapshot"/;
const ACTION_RESULT = /^43\d+\[\{"ok":true,"requestId":"[^"]*","stateVersion":\d+\}\]$/;

/** What messages of a gateway weigh in both codecs: frames as they came, as MessagePack would have them. */
export function weigh(frames: readonly string[]): Weighed {
  return {
    deltas: average(frames.filter((frame) => frame.startsWith('42["delta"'))),
    snapshots: average(frames.filter((frame) => SNAPSHOT.test(frame))),
    actionResults: average(frames.filter((frame) => ACTION_RESULT.test(frame))),
  };
}

function average(frames: readonly string[]): WireBytes {
  const mean = (of: (frame: string) => number): number =>
    frames.reduce((sum, frame) => sum + of(frame), 0) / Math.max(1, frames.length);
  return { json: mean((frame) => Buffer.byteLength(frame)), msgpack: mean(packedBytes) };
}

function packedBytes(frame: string): number {
  const from = frame.indexOf('[');
  const data: unknown = JSON.parse(frame.slice(from));
  const id = frame.slice(2, from);
  const packet = id === '' ? { type: PacketType.EVENT } : { type: PacketType.ACK, id: Number(id) };
  return packPacket({ ...packet, nsp: '/', data }).length;
}
