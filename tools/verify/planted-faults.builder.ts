import { packHand, type HandRecordJson } from '@cardroom/packing';

const anAccount = `(SELECT min(id::text)::uuid FROM ledger_accounts WHERE kind = 'available')`;
const aHand = `(SELECT id FROM hands WHERE outcome = 'settled' AND transfer_id IS NOT NULL ORDER BY id LIMIT 1)`;
/** A record as a literal of SQL. */
const packed = (record: HandRecordJson): string =>
  `'\\x${packHand(record).toString('hex')}'::bytea`;
const anOutboxRow = '(SELECT id FROM outbox ORDER BY id LIMIT 1)';

/** A broken rule in words, what verify says of it, and how it is broken. */
type PlantedFault = readonly [rule: string, finding: RegExp, statements: readonly string[]];

/** Faults of a house of four players and some hands. */
export const PLANTED_FAULTS: readonly PlantedFault[] = [
  [
    'I1 an entry that was changed',
    /^I1 .*entries of a transfer sum to 0: broken at transfer/,
    [
      `UPDATE ledger_entries SET amount_krw = amount_krw + 7
       WHERE (account_id, transfer_id) IN (SELECT account_id, transfer_id FROM ledger_entries LIMIT 1)`,
    ],
  ],
  [
    'I1 an entry that was removed',
    /^I1 .*entries of a transfer sum to 0: broken at transfer/,
    [`DELETE FROM ledger_entries WHERE account_id = ${anAccount}`],
  ],
  [
    'I1 crypto from nowhere',
    /^I1 .*crypto of a transfer sums to 0 an asset: broken at transfer .* in BTC/,
    [
      `INSERT INTO ledger_asset_entries (account_id, transfer_id, asset, units)
       SELECT ${anAccount}, id, 'BTC', 1 FROM ledger_transfers LIMIT 1`,
    ],
  ],
  [
    'I1 a balance that was changed',
    /^I1 .*a balance is the sum of its entries.*broken at account/,
    [`UPDATE ledger_accounts SET balance_krw = balance_krw + 1 WHERE id = ${anAccount}`],
  ],
  [
    'I1 a balance that an entry continues wrongly',
    /^I1 .*each entry continues the balance.*broken at account .* version 1/,
    [
      `UPDATE ledger_entries SET balance_after_krw = balance_after_krw + 1
       WHERE account_id = ${anAccount} AND version = 1`,
    ],
  ],
  [
    'I1 an entry of a wallet that names nobody',
    /^I1 an entry names the player.*: transfer .* on account /,
    [`UPDATE ledger_entries SET user_id = NULL WHERE account_id = ${anAccount}`],
  ],
  [
    'I1 chips at a table that name another player',
    /^I1 an entry names the player.*: transfer .* on account /,
    [
      `UPDATE ledger_entries SET user_id = gen_random_uuid() WHERE account_id =
         (SELECT id FROM ledger_accounts WHERE kind = 'in_play' LIMIT 1)`,
    ],
  ],
  [
    'I2 a negative balance',
    /^I1 I2 .*I2: no player balance is negative: broken at account .* \(available\)/,
    [
      'ALTER TABLE ledger_accounts DROP CONSTRAINT "CK_ledger_accounts_balance"',
      `UPDATE ledger_accounts SET balance_krw = -1 WHERE id = ${anAccount}`,
    ],
  ],
  [
    'I3 chips that no deposit brought',
    /^I3 wallets .*: players and house hold ₩4000000, deposits brought ₩3999999/,
    [
      `UPDATE deposits SET amount_krw = amount_krw - 1 WHERE id = (SELECT id FROM deposits LIMIT 1)`,
    ],
  ],
  [
    'I3 chips in play of a seat that is closed',
    /^I3 chips in play.*: seat session .*: ₩\d+ in play, not of an open seat/,
    [
      `UPDATE seat_sessions SET status = 'closed', closed_at = now()
       WHERE id = (SELECT seat_session_id FROM seat_stacks WHERE stack_krw > 0 LIMIT 1)`,
    ],
  ],
  [
    'I3 a seat that brought other chips than the books',
    /^I3 chips in play.*: seat session .*: brought ₩200001 .*by the books ₩200000/,
    [
      `UPDATE seat_sessions SET bought_in_krw = bought_in_krw + 1
       WHERE id = (SELECT id FROM seat_sessions LIMIT 1)`,
    ],
  ],
  [
    'I3 a seat that left with chips that the books did not take',
    /^I3 chips in play.*: seat session .* and left with ₩7, by the books .* and ₩0/,
    [
      `UPDATE seat_sessions SET left_with_krw = 7 WHERE id = (SELECT id FROM seat_sessions LIMIT 1)`,
    ],
  ],
  [
    'I3 a deposit credited to somebody else',
    /^I3 each credited deposit.*: deposit /,
    [
      `UPDATE deposits d SET user_id = u.id FROM users u
       WHERE d.id = (SELECT min(id::text)::uuid FROM deposits) AND u.id <> d.user_id`,
    ],
  ],
  [
    'I3 a credit without a deposit',
    /^I3 each credited deposit.*: transfer /,
    ['DELETE FROM deposits WHERE id = (SELECT id FROM deposits LIMIT 1)'],
  ],
  [
    'I3 a credit that is not what its quote says',
    /^I3 a credit is what its quote says.*: deposit /,
    [`UPDATE deposits SET remainder = 1 WHERE id = (SELECT id FROM deposits LIMIT 1)`],
  ],
  [
    'I4 a net that was changed',
    /^I4 each hand ends once.*: hand /,
    [`UPDATE hands SET end_stacks_krw[1] = end_stacks_krw[1] + 5 WHERE id = ${aHand}`],
  ],
  [
    'I4 a seat that is missing',
    /^I4 each hand ends once.*: hand /,
    [
      'ALTER TABLE hands DROP CONSTRAINT "CK_hands_seats"',
      `UPDATE hands SET seats = seats[2:], seat_session_ids = seat_session_ids[2:],
         start_stacks_krw = start_stacks_krw[2:], end_stacks_krw = end_stacks_krw[2:],
         put_in_krw = put_in_krw[2:], rakes_krw = rakes_krw[2:], shown = shown[2:]
       WHERE id = ${aHand}`,
    ],
  ],
  [
    'I4 a void hand that moved chips',
    /^I4 each hand ends once.*: hand /,
    [
      `UPDATE hands SET end_stacks_krw[1] = start_stacks_krw[1] + 9,
         end_stacks_krw[2] = start_stacks_krw[2] - 9 WHERE outcome = 'voided'`,
    ],
  ],
  [
    'I4 rake that nobody put in',
    /^I4 each hand ends once.*: hand /,
    [`UPDATE hands SET pot_krw = pot_krw + 1 WHERE id = ${aHand}`],
  ],
  [
    'I4 a hand whose transfer is another’s',
    /^I4 the books have moved.*: hand .* seat \d/,
    [
      `UPDATE hands SET transfer_id = (SELECT id FROM ledger_transfers WHERE type = 'buy_in' LIMIT 1)
       WHERE id = ${aHand}`,
    ],
  ],
  [
    'I4 a hand that began with other stacks than the books had',
    /^I4 the books have moved.*: hand .* seat \d/,
    [
      `UPDATE hands SET start_stacks_krw[1] = start_stacks_krw[1] + 1,
         end_stacks_krw[1] = end_stacks_krw[1] + 1
       WHERE start_stacks_krw[1] <> end_stacks_krw[1]`,
    ],
  ],
  [
    'I4 a transfer of a hand that is not there',
    /^I4 the books have moved.*: transfer /,
    [`UPDATE hands SET transfer_id = NULL WHERE id = ${aHand}`],
  ],
  [
    'I6 a token that fell from hand to hand',
    /^I6 the fencing tokens.*: hand /,
    [
      `UPDATE hands SET fencing_token = 9 WHERE id = (SELECT id FROM hands ORDER BY hand_no LIMIT 1)`,
    ],
  ],
  [
    'I7 another end than the events give',
    /^I7 .*: hand .*: its events end in other stacks/,
    [
      `UPDATE hands SET start_stacks_krw[1] = start_stacks_krw[1] + 1,
         end_stacks_krw[1] = end_stacks_krw[1] + 1 WHERE id = ${aHand}`,
    ],
  ],
  [
    'I7 an event that is missing',
    /^I7 .*: hand /,
    [`UPDATE hands SET record = ${packed({ events: [] })} WHERE id = ${aHand}`],
  ],
  [
    'I7 an event that is missing in JSON of before records were packed',
    /^I7 .*: hand /,
    [`UPDATE hands SET record = NULL, archive = '{"events": []}' WHERE id = ${aHand}`],
  ],
  [
    'I8 hole cards in an archive',
    /^I8 .*: hand /,
    [`UPDATE hands SET record = ${packed({ events: [], holeCards: [1, 2] })} WHERE id = ${aHand}`],
  ],
  [
    'I8 more than ids in the outbox',
    /^I8 .*: outbox row /,
    [`UPDATE outbox SET payload = payload || '{"cards": "AsKd"}' WHERE id = ${anOutboxRow}`],
  ],
  [
    'I10 work that was given up',
    /^I10 .*: outbox row .* was given up/,
    [`UPDATE outbox SET dead_at = now() WHERE id = ${anOutboxRow}`],
  ],
  [
    'I10 work that was never sent while other work went on',
    /^I10 .*: outbox row .* waits/,
    [`UPDATE outbox SET created_at = now() - interval '1 hour' WHERE id = ${anOutboxRow}`],
  ],
  [
    'I10 a hand that was counted by half',
    /^I10 statistics.*: player .* has 0 hands, not 1/,
    [`INSERT INTO processed_hands (hand_id) VALUES (${aHand})`],
  ],
];
