import { WebSocket } from 'ws';

const PATH = '/socket.io/?EIO=4';
const WAIT_MS = 10_000;

/** Text between two packets of one HTTP body. */
export const NEXT_PACKET = '\x1e';

/** A WebSocket that says whatever it is told to, and hears everything. */
export class RawSocket {
  readonly heard: string[] = [];
  isClosed = false;

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.heard.push(data.toString()));
    socket.on('close', () => (this.isClosed = true));
    socket.on('error', () => undefined);
  }

  /** With a token it has entered when this resolves; with none nobody knows who it is. */
  static async open(gatewayUrl: string, token: string | null): Promise<RawSocket> {
    const url = `${gatewayUrl.replace('http', 'ws')}${PATH}&transport=websocket`;
    const raw = new RawSocket(new WebSocket(url));
    await raw.until('the handshake', ({ heard }) => heard.length > 0);
    if (token === null) return raw;
    raw.send(`40${JSON.stringify({ token })}`);
    await raw.until('the way in', ({ heard }) => heard.some((frame) => frame.startsWith('40')));
    return raw;
  }

  send(frame: string | Buffer): void {
    this.socket.send(frame);
  }

  /** Whether it still gets answers; false where the server has closed it. */
  async isServed(): Promise<boolean> {
    this.send(`4277["cmd",{"cmdId":"still-there","type":"lobby.leave"}]`);
    const isAnswered = (): boolean => this.heard.some((frame) => frame.startsWith('4377['));
    await this.until('an answer or the end', () => isAnswered() || this.isClosed);
    return !this.isClosed;
  }

  close(): void {
    this.socket.terminate();
  }

  private async until(what: string, holds: (raw: RawSocket) => boolean): Promise<void> {
    const deadlineMs = performance.now() + WAIT_MS;
    while (!holds(this)) {
      if (performance.now() > deadlineMs) throw new Error(`it did not come: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

/** A session over plain HTTP, as of a client that may not open WebSockets. */
export class RawPolling {
  private constructor(private readonly url: string) {}

  static async open(gatewayUrl: string, token: string): Promise<RawPolling> {
    const url = `${gatewayUrl}${PATH}&transport=polling`;
    const opened = await (await fetch(url)).text();
    const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
    const session = new RawPolling(`${url}&sid=${sid}`);
    await session.post(`40${JSON.stringify({ token })}`);
    await session.hear('40');
    return session;
  }

  async post(body: string): Promise<number> {
    const answer = await fetch(this.url, { method: 'POST', body });
    await answer.arrayBuffer();
    return answer.status;
  }

  /** The packets that came, up to one that begins like this. */
  async hear(start: string): Promise<string[]> {
    const packets: string[] = [];
    while (!packets.some((packet) => packet.startsWith(start))) {
      const answer = await fetch(this.url, { signal: AbortSignal.timeout(WAIT_MS) });
      if (!answer.ok) throw new Error(`the session is over: ${answer.status}`);
      packets.push(...(await answer.text()).split(NEXT_PACKET));
    }
    return packets;
  }
}
