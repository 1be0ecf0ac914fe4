import type { SeatView, TableView } from '@cardroom/protocol';

/** A table between hands with stakes of 1,000/2,000 and nobody seated, unless told. */
export const tableView = (overrides: Partial<TableView> = {}): TableView => ({
  tableId: '01900000-0000-7000-8000-000000000001',
  name: 'Hangang',
  status: 'open',
  stakes: { smallBlindKrw: 1_000, bigBlindKrw: 2_000, anteKrw: 0, bigBlindAnteKrw: 0 },
  maxSeats: 6,
  minBuyInKrw: 80_000,
  maxBuyInKrw: 200_000,
  handNo: 0,
  handId: null,
  buttonSeat: null,
  street: null,
  board: [],
  secondBoard: [],
  rabbitCards: null,
  pots: [],
  potKrw: 0,
  currentBetKrw: 0,
  turn: null,
  runChoice: null,
  seats: {},
  lastHand: null,
  ...overrides,
});

/** A player who waits for the next hand with 100,000 won, unless told. */
export const seatView = (overrides: Partial<SeatView> = {}): SeatView => ({
  seat: 0,
  userId: '01900000-0000-7000-8000-0000000000a1',
  nickname: 'Minji',
  stackKrw: 100_000,
  status: 'playing',
  connected: true,
  timeBankMs: 30_000,
  inHand: false,
  folded: false,
  allIn: false,
  streetBetKrw: 0,
  shownCards: null,
  ...overrides,
});
