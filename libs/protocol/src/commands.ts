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

const command = <T extends string, P extends TProperties>(
  type: T,
  description: string,
  properties: P,
) =>
  Type.Object(
    { cmdId: CmdId, type: Type.Literal(type), ...properties },
    { additionalProperties: false, $id: type, description },
  );

/** Everything that a client may ask for: the body of the one event `cmd`, by its `type`. */
export const COMMAND_SCHEMAS = {
  'lobby.enter': command(
    'lobby.enter',
    "Join the lobby's live list. Answer: `LobbyTable[]`, then `lobby` events.",
    {
      pool: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,40}$' })),
      bigBlindMinKrw: Type.Optional(AmountKrw),
      bigBlindMaxKrw: Type.Optional(AmountKrw),
      withFreeSeat: Type.Optional(Type.Boolean()),
    },
  ),
  'lobby.leave': command('lobby.leave', 'Leave the live list of the lobby.', {}),
  'table.watch': command(
    'table.watch',
    'Follow a table. With `sinceVersion` the answer holds the missed deltas, if they are still kept; otherwise a snapshot. A seated player also receives `cards` again.',
    {
      tableId: TableId,
      sinceVersion: Type.Optional(StateVersion),
    },
  ),
  'table.unwatch': command('table.unwatch', 'Follow a table no more.', { tableId: TableId }),
  'table.sit': command(
    'table.sit',
    'Take a seat. `entry`: pay the blinds that are owed at once, or wait for the big blind, as without it. `seedCommitment`: the promise of a seed. Rule: docs/rules/fairness.md §3.1.',
    {
      tableId: TableId,
      seat: Seat,
      buyInKrw: AmountKrw,
      entry: Type.Optional(Entry),
      seedCommitment: Type.Optional(HashText),
    },
  ),
  'table.commit_seed': command(
    'table.commit_seed',
    'Promise a seed for the roots to come. Rule: docs/rules/fairness.md §3.1.',
    {
      tableId: TableId,
      commitment: HashText,
    },
  ),
  'table.open_seed': command(
    'table.open_seed',
    'Open the promised seed while the root waits for its hand. Rule: docs/rules/fairness.md §3.3.',
    {
      tableId: TableId,
      handId: HandId,
      seed: HashText,
    },
  ),
  'table.act': command(
    'table.act',
    'Play. `toKrw` (bet, raise): the total put in on this street after the action.',
    {
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
    },
  ),
  'table.choose_runs': command(
    'table.choose_runs',
    'When `runChoice` names the seat: deal the rest of the board once or twice.',
    {
      tableId: TableId,
      handId: HandId,
      runs: Type.Union([Type.Literal(1), Type.Literal(2)]),
    },
  ),
  'table.show': command(
    'table.show',
    'After the hand, until the next one: show own cards to everybody.',
    { tableId: TableId, handId: HandId },
  ),
  'table.rabbit_hunt': command(
    'table.rabbit_hunt',
    'After the hand, where the table has it: see the cards that would have come, as everybody does.',
    { tableId: TableId, handId: HandId },
  ),
  'table.sit_out': command('table.sit_out', 'Be dealt in no more, from the next hand on.', {
    tableId: TableId,
  }),
  'table.sit_out_next_big_blind': command(
    'table.sit_out_next_big_blind',
    'Sit out instead of posting the next big blind, or take that back.',
    {
      tableId: TableId,
      on: Type.Boolean(),
    },
  ),
  'table.sit_in': command('table.sit_in', 'Be dealt in again.', {
    tableId: TableId,
    entry: Type.Optional(Entry),
  }),
  'table.choose_entry': command(
    'table.choose_entry',
    'How the blinds that are owed are paid: at once, or by waiting for the big blind.',
    { tableId: TableId, entry: Entry },
  ),
  'table.straddle': command(
    'table.straddle',
    'Straddle in the next hand where the seat may, or take that back.',
    { tableId: TableId, on: Type.Boolean() },
  ),
  'table.pre_act': command(
    'table.pre_act',
    'Decide before the turn: `call` names its price, `callKrw`; `none` takes the decision back.',
    {
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
    },
  ),
  'table.top_up': command(
    'table.top_up',
    'Add chips from the wallet; during a hand it is kept and done when the hand is settled.',
    { tableId: TableId, amountKrw: AmountKrw },
  ),
  'table.auto_top_up': command(
    'table.auto_top_up',
    'Fill the stack up to this amount between hands; without an amount no more.',
    {
      tableId: TableId,
      toKrw: Type.Optional(AmountKrw),
    },
  ),
  'table.wait': command(
    'table.wait',
    'Wait for a seat at a full table; the offer comes with `own`.',
    { tableId: TableId },
  ),
  'table.stop_waiting': command('table.stop_waiting', 'Give up the place in the waiting list.', {
    tableId: TableId,
  }),
  'table.leave': command(
    'table.leave',
    'Leave with cash-out; in mid-hand the hand is folded by rule and the stack leaves after it.',
    { tableId: TableId },
  ),
  'chat.say': command('chat.say', 'Say something at a table that is watched.', {
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
