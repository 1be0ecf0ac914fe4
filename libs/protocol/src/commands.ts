import { Type, type Static, type TProperties } from '@sinclair/typebox';

import {
  AmountKrw,
  checker,
  CmdId,
  Entry,
  HandId,
  HashText,
  MAX_CHAT_LENGTH,
  Seat,
  StateVersion,
  TableId,
  type Checked,
} from './schemas';

const command = <T extends string, P extends TProperties>(type: T, properties: P) =>
  Type.Object(
    { cmdId: CmdId, type: Type.Literal(type), ...properties },
    { additionalProperties: false, $id: type },
  );

/** Everything that a client may ask for: the body of the one event `cmd`, by its `type`. */
export const COMMAND_SCHEMAS = {
  /** Join the lobby's live list. Answer: `LobbyTable[]`, then `lobby` events. */
  'lobby.enter': command('lobby.enter', {
    pool: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,40}$' })),
    bigBlindMinKrw: Type.Optional(AmountKrw),
    bigBlindMaxKrw: Type.Optional(AmountKrw),
    withFreeSeat: Type.Optional(Type.Boolean()),
  }),
  'lobby.leave': command('lobby.leave', {}),
  /**
   * Follow a table. With `sinceVersion` the answer holds the missed deltas, if they are still
   * kept; otherwise a snapshot. A seated player also receives `cards` again.
   */
  'table.watch': command('table.watch', {
    tableId: TableId,
    sinceVersion: Type.Optional(StateVersion),
  }),
  'table.unwatch': command('table.unwatch', { tableId: TableId }),
  /**
   * Take a seat. `entry`: pay the blinds that are owed at once, or wait for the big blind, as without
   * it. `seedCommitment`: the promise of a seed. Rule: docs/rules/fairness.md §3.1.
   */
  'table.sit': command('table.sit', {
    tableId: TableId,
    seat: Seat,
    buyInKrw: AmountKrw,
    entry: Type.Optional(Entry),
    seedCommitment: Type.Optional(HashText),
  }),
  /** Promise a seed for the roots to come. Rule: docs/rules/fairness.md §3.1. */
  'table.commit_seed': command('table.commit_seed', {
    tableId: TableId,
    commitment: HashText,
  }),
  /** Open the promised seed while the root waits for its hand. Rule: docs/rules/fairness.md §3.3. */
  'table.open_seed': command('table.open_seed', {
    tableId: TableId,
    handId: HandId,
    seed: HashText,
  }),
  /** Play. `toKrw` (bet, raise): the total put in on this street after the action. */
  'table.act': command('table.act', {
    tableId: TableId,
    handId: HandId,
    stateVersion: StateVersion,
    action: Type.Union([
      Type.Literal('fold'),
      Type.Literal('check'),
      Type.Literal('call'),
      Type.Literal('bet'),
      Type.Literal('raise'),
    ]),
    toKrw: Type.Optional(AmountKrw),
  }),
  /** When `runChoice` names the seat: deal the rest of the board once or twice. */
  'table.choose_runs': command('table.choose_runs', {
    tableId: TableId,
    handId: HandId,
    runs: Type.Union([Type.Literal(1), Type.Literal(2)]),
  }),
  /** After the hand, until the next one: show own cards to everybody. */
  'table.show': command('table.show', { tableId: TableId, handId: HandId }),
  /** After the hand, where the table has it: see the cards that would have come, as everybody does. */
  'table.rabbit_hunt': command('table.rabbit_hunt', { tableId: TableId, handId: HandId }),
  'table.sit_out': command('table.sit_out', { tableId: TableId }),
  /** Sit out instead of posting the next big blind, or take that back. */
  'table.sit_out_next_big_blind': command('table.sit_out_next_big_blind', {
    tableId: TableId,
    on: Type.Boolean(),
  }),
  'table.sit_in': command('table.sit_in', { tableId: TableId, entry: Type.Optional(Entry) }),
  /** How the blinds that are owed are paid: at once, or by waiting for the big blind. */
  'table.choose_entry': command('table.choose_entry', { tableId: TableId, entry: Entry }),
  /** Straddle in the next hand where the seat may, or take that back. */
  'table.straddle': command('table.straddle', { tableId: TableId, on: Type.Boolean() }),
  /** Decide before the turn: `call` names its price, `callKrw`; `none` takes the decision back. */
  'table.pre_act': command('table.pre_act', {
    tableId: TableId,
    handId: HandId,
    action: Type.Union([
      Type.Literal('check_fold'),
      Type.Literal('check'),
      Type.Literal('call'),
      Type.Literal('call_any'),
      Type.Literal('none'),
    ]),
    callKrw: Type.Optional(AmountKrw),
  }),
  /** Add chips from the wallet; during a hand it is kept and done when the hand is settled. */
  'table.top_up': command('table.top_up', { tableId: TableId, amountKrw: AmountKrw }),
  /** Fill the stack up to this amount between hands; without an amount no more. */
  'table.auto_top_up': command('table.auto_top_up', {
    tableId: TableId,
    toKrw: Type.Optional(AmountKrw),
  }),
  /** Wait for a seat at a full table; the offer comes with `own`. */
  'table.wait': command('table.wait', { tableId: TableId }),
  'table.stop_waiting': command('table.stop_waiting', { tableId: TableId }),
  /** Leave with cash-out; in mid-hand the hand is folded by rule and the stack leaves after it. */
  'table.leave': command('table.leave', { tableId: TableId }),
  'chat.say': command('chat.say', {
    tableId: TableId,
    text: Type.String({ minLength: 1, maxLength: MAX_CHAT_LENGTH }),
  }),
} as const;

export type CommandType = keyof typeof COMMAND_SCHEMAS;
export type CommandOf<T extends CommandType> = Static<(typeof COMMAND_SCHEMAS)[T]>;
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];
export type TableCommand = Extract<Command, { tableId: string }>;

const CHECKERS = Object.fromEntries(
  Object.entries(COMMAND_SCHEMAS).map(([type, schema]) => [type, checker(schema)]),
) as Record<CommandType, (input: unknown) => Checked<Command>>;

const isCommandType = (value: unknown): value is CommandType =>
  typeof value === 'string' && Object.hasOwn(COMMAND_SCHEMAS, value);

/**
 * Turns the untrusted body of a `cmd` event into a command.
 *
 * Errors: VALIDATION_FAILED (not an object, unknown type, missing, extra or wrong property),
 * INVALID_AMOUNT (an amount that is present but not whole won within 1…MAX_AMOUNT_KRW).
 */
export function parseCommand(input: unknown): Checked<Command> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { ok: false, refusal: { code: 'VALIDATION_FAILED', path: '' } };
  }
  const type: unknown = Object.hasOwn(input, 'type') ? Reflect.get(input, 'type') : undefined;
  if (!isCommandType(type)) {
    return { ok: false, refusal: { code: 'VALIDATION_FAILED', path: '/type' } };
  }
  return CHECKERS[type](input);
}
