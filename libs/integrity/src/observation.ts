import {
  activeSeats,
  callOf,
  evolve,
  legalActions,
  liveSeats,
  seatOf,
  totalPotKrw,
  type HandEvent,
  type HandState,
  type SeatIndex,
} from '@cardroom/engine';

/** A settled hand as it is stored, with who sat where. */
export interface PlayedHand {
  readonly handId: string;
  readonly tableId: string;
  readonly endedAtMs: number;
  readonly events: readonly HandEvent[];
  readonly userOf: ReadonlyMap<number, string>;
  /** For each action the time since the hand last changed; absent in hands of before it was kept. */
  readonly thoughtMs?: readonly number[];
}

/** What of one player's chips went to another. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly bigBlinds: number;
}

/** A player who has put much in folds to a bet that costs little more. */
export interface Surrender {
  readonly from: string;
  readonly to: string;
  readonly bigBlinds: number;
}

/** Two players alone in a hand after the flop, both with chips: whether either of them bet. */
export interface Duel {
  readonly users: readonly [string, string];
  readonly hadBet: boolean;
}

export interface Decision {
  readonly userId: string;
  readonly thoughtMs: number;
  /** Whether there was a real price to pay: a bet of a quarter of the pot or more. */
  readonly isHard: boolean;
}

/** What one hand says about those who played it. Cards that were not shown are no part of it. */
export interface Observation {
  readonly handId: string;
  readonly endedAtMs: number;
  readonly users: readonly string[];
  readonly flows: readonly Flow[];
  readonly surrenders: readonly Surrender[];
  readonly duel: Duel | null;
  readonly decisions: readonly Decision[];
}

type Acted = Extract<HandEvent, { type: 'acted' }>;

/**
 * Reads a settled hand; null for one that is void or not over. Rule: docs/rules/integrity.md §2.
 *
 * @example observe({ ...hand, events: [] }) // null
 */
export function observe(hand: PlayedHand): Observation | null {
  const settled = hand.events.find((event) => event.type === 'hand_settled');
  if (settled === undefined) return null;
  const reader = new HandReader(hand);
  for (const event of hand.events) reader.read(event);
  const { surrenders, duel, decisions } = reader;
  const users = [...hand.userOf.values()];
  const { handId, endedAtMs } = hand;
  return { handId, endedAtMs, users, flows: flowsOf(hand, settled), surrenders, duel, decisions };
}

/** Each loser's chips go to the winners in proportion to what these won. */
function flowsOf(
  { events, userOf }: PlayedHand,
  { results }: Extract<HandEvent, { type: 'hand_settled' }>,
): Flow[] {
  const wonKrw = results.reduce((sum, { netKrw }) => sum + Math.max(0, netKrw), 0);
  const bigBlindKrw = bigBlindOf(events);
  return results
    .filter((loser) => loser.netKrw < 0)
    .flatMap((loser) =>
      results
        .filter((winner) => winner.netKrw > 0)
        .map((winner) => ({
          from: userOf.get(loser.seat) ?? '',
          to: userOf.get(winner.seat) ?? '',
          bigBlinds: (Math.abs(loser.netKrw) * winner.netKrw) / wonKrw / bigBlindKrw,
        })),
    );
}

function bigBlindOf(events: readonly HandEvent[]): number {
  const [first] = events;
  return first?.type === 'hand_started' ? first.setup.stakes.bigBlindKrw : 1;
}

/** A surrender: so much of the stack put in before, for so small a part of the pot. */
const SURRENDER_OF_STACK = 0.3;
const SURRENDER_PRICE = 0.3;
const SURRENDER_LEAST_BIG_BLINDS = 10;
const HARD_PRICE = 0.2;

class HandReader {
  readonly surrenders: Surrender[] = [];
  readonly decisions: Decision[] = [];
  duel: Duel | null = null;
  private state: HandState | null = null;
  private actions = 0;

  constructor(private readonly hand: PlayedHand) {}

  read(event: HandEvent): void {
    if (event.type === 'acted' && this.state !== null) this.readAction(this.state, event);
    this.state = evolve(this.state, event);
  }

  private userAt(seat: SeatIndex): string {
    return this.hand.userOf.get(seat) ?? '';
  }

  private readAction(state: HandState, event: Acted): void {
    const seat = seatOf(state, event.seat);
    if (seat === null) return;
    const callKrw = callOf(state, seat);
    const price = callKrw / (totalPotKrw(state) + callKrw);
    this.readThought(event, price);
    if (event.action === 'fold') this.readFold(state, event.seat, price);
    this.readDuel(state, event);
  }

  private readThought(event: Acted, price: number): void {
    const thoughtMs = this.hand.thoughtMs?.[this.actions];
    this.actions += 1;
    if (event.bySystem || thoughtMs === undefined) return;
    this.decisions.push({
      userId: this.userAt(event.seat),
      thoughtMs,
      isHard: price >= HARD_PRICE,
    });
  }

  private readFold(state: HandState, at: SeatIndex, price: number): void {
    const seat = seatOf(state, at);
    const to = state.lastAggressorSeat;
    if (seat === null || to === null || price <= 0 || price > SURRENDER_PRICE) return;
    const bigBlinds = seat.contributedKrw / state.setup.stakes.bigBlindKrw;
    if (bigBlinds < SURRENDER_LEAST_BIG_BLINDS) return;
    if (seat.contributedKrw < SURRENDER_OF_STACK * seat.startStackKrw) return;
    this.surrenders.push({ from: this.userAt(at), to: this.userAt(to), bigBlinds });
  }

  private readDuel(state: HandState, { action }: Acted): void {
    const [one, other, third] = liveSeats(state);
    if (state.street === 'preflop' || third !== undefined) return;
    if (one === undefined || other === undefined || activeSeats(state).length < 2) return;
    if (legalActions(state)?.minRaiseToKrw === null) return;
    // Whatever is not a check answers a bet or is one.
    const hadBet = this.duel?.hadBet === true || action !== 'check';
    this.duel = { users: [this.userAt(one.seat), this.userAt(other.seat)], hadBet };
  }
}
