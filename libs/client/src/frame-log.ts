/** Something that a client received, as the text or the bytes that arrived. */
export interface ReceivedFrame {
  readonly atMs: number;
  readonly source: 'socket' | 'rest';
  /** For REST, the request that it answers. */
  readonly about: string;
  readonly data: string | Uint8Array;
}

/** Everything that one client was ever sent, for finding cards that it should not have seen. */
export class FrameLog {
  readonly frames: ReceivedFrame[] = [];

  constructor(private readonly enabled: boolean) {}

  add(source: ReceivedFrame['source'], about: string, data: unknown): void {
    if (!this.enabled) return;
    if (typeof data !== 'string' && !(data instanceof Uint8Array)) return;
    this.frames.push({ atMs: Date.now(), source, about, data });
  }

  /** The frames that hold this text, such as a card. */
  holding(text: string): ReceivedFrame[] {
    return this.frames.filter(({ data }) => Buffer.from(data).includes(text));
  }
}
