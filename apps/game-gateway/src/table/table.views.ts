import {
  formatCard,
  legalActions,
  potsOf,
  seatOf,
  totalPotKrw,
  type HandSeat,
  type HandState,
  type TableConfig,
  type TableSeat,
  type TableState,
} from '@cardroom/engine';
import type { DealState } from '@cardroom/fairness';
import type {
  HandResultView,
  LegalActionsView,
  LobbyTable,
  SeatStatus,
  SeatView,
  TableSettingsView,
  TableView,
  TurnView,
} from '@cardroom/protocol';

import type { TableRow } from './table.repository';

export interface TurnClock {
  readonly deadlineAtMs: number;
  readonly usingTimeBank: boolean;
}

export interface ViewContext {
  readonly name: string;
  readonly status: TableView['status'];
  readonly turnClock: TurnClock | null;
  readonly isConnected: (userId: string) => boolean;
  readonly deals: DealState;
}

/** What everybody may see of a table, property by property: nothing gets in that is not named here. */
export function tableView(state: TableState, context: ViewContext): TableView {
  const { config, hand } = state;
  const { begun, announced } = context.deals;
  const isPlaying = hand?.outcome === 'playing';
  return {
    tableId: state.tableId,
    name: context.name,
    status: context.status,
    stakes: config.stakes,
    maxSeats: config.maxSeats,
    minBuyInKrw: config.minBuyInKrw,
    maxBuyInKrw: config.maxBuyInKrw,
    settings: settingsView(config),
    handNo: state.handNo,
    handId: hand?.setup.handId ?? null,
    buttonSeat: state.buttonSeat,
    street: isPlaying ? hand.street : null,
    board: (hand?.board ?? []).map(formatCard),
    secondBoard: (hand?.secondBoard ?? []).map(formatCard),
    rabbitCards: hand?.rabbitCards?.map(formatCard) ?? null,
    pots: isPlaying
      ? potsOf(hand).map((pot) => ({ amountKrw: pot.amountKrw, seats: [...pot.eligibleSeats] }))
      : [],
    potKrw: isPlaying ? totalPotKrw(hand) : 0,
    currentBetKrw: isPlaying ? hand.currentBetKrw : 0,
    turn: isPlaying ? turnView(hand, context.turnClock) : null,
    runChoice: isPlaying ? runChoiceView(hand, context.turnClock) : null,
    seats: seatsView(state, context),
    lastHand: hand === null || isPlaying ? null : resultView(hand),
    waiting: state.waiting.length,
    keptSeats: state.waiting.flatMap(({ offer }) => (offer === null ? [] : [offer.seat])),
    deal: begun !== null && begun.handId === hand?.setup.handId ? begun : null,
    nextDeal: announced,
  };
}

function seatsView(state: TableState, context: ViewContext): TableView['seats'] {
  const seats: Record<string, SeatView | null> = {};
  for (const [index, at] of state.seats.entries()) {
    seats[index] = at === null ? null : seatView(state, at, context);
  }
  return seats;
}

/** What a seat's view is made of: as long as all of it is the same, so is the view. */
interface SeatGround {
  readonly inHand: Pick<HandSeat, 'stackKrw' | 'status' | 'streetBetKrw' | 'shownCards'> | null;
  readonly isPlaying: boolean;
  readonly connected: boolean;
}

/** The last view made of each seat: most versions change one seat of the table, or none. */
const seatViews = new WeakMap<
  TableSeat,
  { readonly ground: SeatGround; readonly view: SeatView }
>();

function seatView(state: TableState, at: TableSeat, context: ViewContext): SeatView {
  const session = state.handSessions[String(at.seat)];
  const isOwnHand = session?.seatSessionId === at.seatSessionId;
  const inHand = state.hand !== null && isOwnHand ? seatOf(state.hand, at.seat) : null;
  const isPlaying = state.hand?.outcome === 'playing';
  const connected = context.isConnected(at.userId);
  const ground = { inHand, isPlaying, connected };
  const known = seatViews.get(at);
  if (known !== undefined && isSameGround(known.ground, ground)) return known.view;
  const view = newSeatView(at, ground);
  seatViews.set(at, { ground, view });
  return view;
}

function isSameGround(known: SeatGround, ground: SeatGround): boolean {
  const [before, now] = [known.inHand, ground.inHand];
  return (
    known.isPlaying === ground.isPlaying &&
    known.connected === ground.connected &&
    before?.stackKrw === now?.stackKrw &&
    before?.status === now?.status &&
    before?.streetBetKrw === now?.streetBetKrw &&
    before?.shownCards === now?.shownCards
  );
}

function newSeatView(at: TableSeat, { inHand, isPlaying, connected }: SeatGround): SeatView {
  return {
    seat: at.seat,
    userId: at.userId,
    nickname: at.nickname,
    stackKrw: isPlaying && inHand !== null ? inHand.stackKrw : at.stackKrw,
    status: seatStatus(at, isPlaying && inHand !== null),
    connected,
    timeBankMs: at.timeBankMs,
    inHand: isPlaying && inHand !== null && inHand.status !== 'folded',
    folded: inHand?.status === 'folded',
    allIn: isPlaying && inHand?.status === 'allin',
    streetBetKrw: isPlaying && inHand !== null ? inHand.streetBetKrw : 0,
    shownCards: inHand?.shownCards?.map(formatCard) ?? null,
  };
}

/** Somebody who still owes a blind and is not dealt in is on the way in. */
function seatStatus(at: TableSeat, isDealtIn: boolean): SeatStatus {
  if (at.leaving) return 'leaving';
  if (at.sittingOut) return at.away ? 'away' : 'sitting_out';
  const owesBlind = at.owes.big || at.owes.small;
  return owesBlind && !isDealtIn ? 'entering' : 'playing';
}

/** Made once for a table's settings: most versions leave them as they are. */
const settingsViews = new WeakMap<TableConfig, TableSettingsView>();

function settingsView(config: TableConfig): TableSettingsView {
  const known = settingsViews.get(config);
  if (known !== undefined) return known;
  const { structure, straddle, runItTwice, rabbitHunt, rathole } = config;
  const { actionTimeoutMs, timeBankMs, showdownPauseMs, awayRemovalMs, seatOfferMs } = config;
  const view = {
    ...{ structure, straddle, runItTwice, rabbitHunt, ratholeWindowMs: rathole.windowMs },
    ...{ actionTimeoutMs, timeBankMs, showdownPauseMs, awayRemovalMs, seatOfferMs },
  };
  settingsViews.set(config, view);
  return view;
}

export function legalView(hand: HandState): LegalActionsView | null {
  const legal = legalActions(hand);
  return legal === null ? null : { ...legal };
}

function turnView(hand: HandState, clock: TurnClock | null): TurnView | null {
  const legal = legalView(hand);
  if (legal === null || clock === null) return null;
  return { seat: legal.seat, ...clock, legal };
}

function runChoiceView(
  { runChoiceSeats }: HandState,
  clock: TurnClock | null,
): TableView['runChoice'] {
  if (runChoiceSeats.length === 0 || clock === null) return null;
  return { seats: [...runChoiceSeats], deadlineAtMs: clock.deadlineAtMs };
}

function resultView(hand: HandState): HandResultView {
  const results = hand.seats.map(({ seat, stackKrw, startStackKrw }) => ({
    seat,
    netKrw: stackKrw - startStackKrw,
  }));
  const { handId, handNo } = hand.setup;
  const rakeKrw = -results.reduce((sum, result) => sum + result.netKrw, 0);
  const outcome = hand.outcome === 'voided' ? 'voided' : 'settled';
  return { handId, handNo, outcome, rakeKrw: rakeKrw + 0, results };
}

type LobbyRow = Pick<TableRow, 'name' | 'pool'>;

/** The last row made of each hosted table: looked at every second, it changes once a hand. */
const lobbyTables = new WeakMap<LobbyRow, LobbyTable>();

/** A table's row in the lobby: the same object as long as it says the same. */
export function lobbyTable(
  row: LobbyRow,
  state: TableState,
  status: TableView['status'],
): LobbyTable {
  const { tableId, config, handNo, seats } = state;
  const settings = settingsView(config);
  const seated = seats.reduce((sum, seat) => (seat === null ? sum : sum + 1), 0);
  const waiting = state.waiting.length;
  const known = lobbyTables.get(row);
  if (
    known?.handNo === handNo &&
    known.seated === seated &&
    known.waiting === waiting &&
    known.status === status &&
    known.settings === settings
  ) {
    return known;
  }
  const { name, pool } = row;
  const { stakes, maxSeats, minBuyInKrw, maxBuyInKrw } = config;
  const table: LobbyTable = {
    ...{ tableId, name, pool, status, stakes, maxSeats, seated, minBuyInKrw, maxBuyInKrw },
    ...{ settings, waiting, handNo },
  };
  lobbyTables.set(row, table);
  return table;
}
