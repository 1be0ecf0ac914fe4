/**
 * A player in frames: as much of Engine.IO 4 and Socket.IO 5 as one namespace over WebSocket needs,
 * and as much of a table as one needs to play at it. It imports nothing, so that k6 can run it too:
 * `npm run reference` writes it to k6/frame-player.js.
 */

/** An ack, as it comes. */
export interface FrameAnswer {
  readonly ok: boolean;
  readonly code?: string;
  readonly stateVersion?: number;
  readonly data?: FrameData;
}

/** What comes with the answers of `table.watch` and `lobby.enter`. */
interface FrameData {
  readonly kind?: string;
  readonly snapshot?: FrameSnapshot;
  readonly tables?: readonly FrameLobbyTable[];
}

interface FrameLobbyTable {
  readonly tableId: string;
  readonly seated: number;
  readonly maxSeats: number;
  readonly minBuyInKrw: number;
}

interface FrameLegal {
  readonly canCheck: boolean;
  readonly callKrw: number;
  readonly minRaiseToKrw: number | null;
}

/** What is read of a table; a delta holds what changed of it. */
interface FrameTable {
  readonly handId?: string | null;
  readonly street?: string | null;
  readonly currentBetKrw?: number;
  readonly turn?: { readonly seat: number; readonly legal: FrameLegal } | null;
  readonly seats?: Readonly<Record<string, { readonly stackKrw: number } | null>>;
}

interface FrameSnapshot {
  readonly tableId: string;
  readonly stateVersion: number;
  readonly table: FrameTable;
}

interface FrameDelta {
  readonly tableId: string;
  readonly stateVersion: number;
  readonly patch: FrameTable;
}

export interface FrameSeat {
  readonly tableId: string;
  readonly seat: number;
  readonly buyInKrw: number;
}

/** What a player plays with, and whom it tells. */
export interface FramePlayerOptions {
  readonly token: string;
  /** Makes ids of commands its own. */
  readonly name: string;
  /** Numbers in [0, 1). */
  readonly random: () => number;
  readonly send: (frame: string) => void;
  /** The handshake was accepted, or refused with a code. */
  readonly onReady: (refusedWith: string | null) => void;
  /** A version of the table has come. */
  readonly onVersion?: (stateVersion: number) => void;
}

export interface FramePlay {
  readonly action: string;
  readonly toKrw?: number;
}

/** What such a player does: mostly sees the hand through, folds now and then, raises seldom. */
export function choosePlay(
  legal: FrameLegal,
  currentBetKrw: number,
  random: () => number,
): FramePlay {
  const mood = random();
  if (mood > 0.93 && legal.minRaiseToKrw !== null) {
    return { action: currentBetKrw === 0 ? 'bet' : 'raise', toKrw: legal.minRaiseToKrw };
  }
  if (legal.canCheck) return { action: 'check' };
  return { action: mood < 0.15 ? 'fold' : 'call' };
}

/** One player on one socket. Give it every frame that comes; it says what to send. */
export class FramePlayer {
  handId: string | null = null;
  street: string | null = null;
  turn: { readonly seat: number; readonly legal: FrameLegal } | null = null;
  stateVersion = 0;
  seat: FrameSeat | null = null;
  private tableId = '';
  private stackKrw = 0;
  private currentBetKrw = 0;
  private asked = 0;
  private isAsking = false;
  private readonly waiting = new Map<number, (answer: FrameAnswer) => void>();

  constructor(private readonly options: FramePlayerOptions) {}

  get isMyTurn(): boolean {
    return this.turn !== null && this.turn.seat === this.seat?.seat;
  }

  /** A frame of the server, as text. */
  receive(frame: string): void {
    const kind = frame.slice(0, 2);
    if (frame === '2') this.options.send('3');
    else if (kind === '43') this.answered(frame);
    else if (kind === '42') this.heard(frame);
    else if (kind === '40') this.options.onReady(null);
    else if (kind === '44') this.options.onReady(refusalIn(frame));
    else if (frame.startsWith('0')) this.greet();
  }

  /** Sends a command; the same as the stock client does with an ack. */
  command(type: string, body: object, then: (answer: FrameAnswer) => void): void {
    const number = this.asked;
    this.asked += 1;
    this.waiting.set(number, then);
    const cmdId = `${this.options.name}-${number}`;
    this.options.send(`42${number}${JSON.stringify(['cmd', { cmdId, type, ...body }])}`);
  }

  /** Follows a table and takes a seat there. */
  sit(seat: FrameSeat, then: (answer: FrameAnswer) => void): void {
    this.seat = seat;
    this.stackKrw = seat.buyInKrw;
    this.follow(seat.tableId, () => {
      this.command('table.sit', { ...seat, entry: 'post' }, then);
    });
  }

  /** Follows a table. */
  follow(tableId: string, then: () => void): void {
    this.tableId = tableId;
    this.stateVersion = 0;
    this.watch(then);
  }

  /** Does what `choosePlay` says; false where it is not this player's turn. */
  act(then: (answer: FrameAnswer) => void): boolean {
    const { turn, handId, stateVersion, seat } = this;
    if (turn === null || turn.seat !== seat?.seat) return false;
    const play = choosePlay(turn.legal, this.currentBetKrw, this.options.random);
    this.turn = null;
    this.command('table.act', { tableId: seat.tableId, handId, stateVersion, ...play }, then);
    return true;
  }

  private greet(): void {
    this.options.send(`40${JSON.stringify({ token: this.options.token })}`);
  }

  private answered(frame: string): void {
    const from = frame.indexOf('[');
    const number = Number(frame.slice(2, from));
    const then = this.waiting.get(number);
    this.waiting.delete(number);
    if (then !== undefined) then((JSON.parse(frame.slice(from)) as [FrameAnswer])[0]);
  }

  private heard(frame: string): void {
    const [event, body] = JSON.parse(frame.slice(2)) as [string, unknown];
    if (event === 'delta') this.applyDelta(body as FrameDelta);
    else if (event === 'snapshot') this.applySnapshot(body as FrameSnapshot);
  }

  private watch(then?: () => void): void {
    const { tableId } = this;
    if (this.isAsking) return;
    this.isAsking = true;
    this.command('table.watch', { tableId }, ({ data }) => {
      this.isAsking = false;
      if (data?.snapshot !== undefined) this.applySnapshot(data.snapshot);
      then?.();
    });
  }

  private applySnapshot({ tableId, stateVersion, table }: FrameSnapshot): void {
    if (tableId !== this.tableId || stateVersion < this.stateVersion) return;
    this.stateVersion = stateVersion;
    this.read(table);
    this.options.onVersion?.(stateVersion);
  }

  private applyDelta({ tableId, stateVersion, patch }: FrameDelta): void {
    if (tableId !== this.tableId || stateVersion <= this.stateVersion) return;
    if (stateVersion !== this.stateVersion + 1) {
      this.watch();
      return;
    }
    this.stateVersion = stateVersion;
    this.read(patch);
    this.options.onVersion?.(stateVersion);
  }

  private read(table: FrameTable): void {
    if (table.handId !== undefined) this.handId = table.handId;
    if (table.street !== undefined) this.street = table.street;
    if (table.currentBetKrw !== undefined) this.currentBetKrw = table.currentBetKrw;
    if (table.turn !== undefined) this.turn = table.turn;
    const mine = table.seats?.[String(this.seat?.seat)];
    if (mine !== undefined && mine !== null) this.stackKrw = mine.stackKrw;
    if (this.street === null) this.refill();
  }

  /** Between hands: whoever has little left fills up, so that the table does not run dry. */
  private refill(): void {
    const { seat, stackKrw } = this;
    if (seat === null || stackKrw * 4 > seat.buyInKrw) return;
    this.stackKrw = seat.buyInKrw;
    const { tableId } = seat;
    this.command('table.top_up', { tableId, amountKrw: seat.buyInKrw - stackKrw }, () => {
      this.command('table.sit_in', { tableId, entry: 'post' }, () => undefined);
    });
  }
}

/** The code in a refused handshake. */
function refusalIn(frame: string): string {
  const { message, data } = JSON.parse(frame.slice(2)) as {
    readonly message: string;
    readonly data?: { readonly code: string };
  };
  return data?.code ?? message;
}
