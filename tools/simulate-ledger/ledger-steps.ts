import { withTransaction } from '@cardroom/database';
import {
  type Holds,
  type IdempotentOperations,
  type Ledger,
  type PostingPump,
  type PostOutcome,
  type TransferRequest,
} from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import { pick, wholeBetween, type Random } from '@cardroom/testing';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import type { LedgerModel, ModelHold, Verdict } from './ledger-model';

/** The real ledger, as apps have it. */
export interface RealLedger {
  readonly source: DataSource;
  readonly ledger: Ledger;
  readonly pump: PostingPump;
  readonly holds: Holds;
  readonly operations: IdempotentOperations;
}

/** One operation: what the model says of it, and how to do it. It may be done again and again. */
export interface Step {
  readonly name: string;
  readonly expected: readonly Verdict[];
  readonly run: (real: RealLedger) => Promise<readonly Verdict[]>;
}

/** The players of one caller; nobody else moves their money, so the model knows what they have. */
export interface Circle {
  readonly users: readonly [string, ...string[]];
  readonly seats: ReadonlyMap<string, string>;
  readonly random: Random;
  readonly model: LedgerModel;
}

const oneOf = <T>(random: Random, items: readonly [T, ...T[]]): T =>
  pick(random, items) ?? items[0];

interface Outcome {
  readonly status: string;
  readonly code?: string;
}

const verdictOf = (outcome: Outcome | undefined): Verdict =>
  outcome?.status === 'refused' ? (outcome.code ?? '') : 'done';

const available = (userId: string) => ({ kind: 'available', userId }) as const;
const clearing = { kind: 'gateway_clearing', asset: 'USDT' } as const;

type Movement = Pick<TransferRequest, 'type' | 'entries'>;

function transferBetween({ users, seats, random }: Circle, amountKrw: number): Movement {
  const [userId, other] = [oneOf(random, users), oneOf(random, users)];
  const seat = { kind: 'in_play', userId, seatSessionId: seats.get(userId) ?? '' } as const;
  const entries = (from: TransferRequest['entries'][number]['account'], to: typeof from) => [
    { account: from, amountKrw: krw(-amountKrw) },
    { account: to, amountKrw: krw(amountKrw) },
  ];
  const kinds: readonly [Movement, ...Movement[]] = [
    { type: 'crypto_deposit', entries: entries(clearing, available(userId)) },
    { type: 'buy_in', entries: entries(available(userId), seat) },
    { type: 'cash_out', entries: entries(seat, available(userId)) },
    { type: 'hand', entries: entries(seat, { kind: 'rake' }) },
    userId === other
      ? { type: 'adjustment', entries: [{ account: available(userId), amountKrw: krw(0) }] }
      : { type: 'adjustment', entries: entries(available(userId), available(other)) },
  ];
  return oneOf(random, kinds);
}

/** A new transfer; or one that was posted, as it was or with another amount under its name. */
function anyTransfer(circle: Circle): TransferRequest {
  const { random, model } = circle;
  const posted = [...model.transfers.values()].slice(-200);
  const again = random() < 0.2 ? pick(random, posted) : null;
  if (again !== null && random() < 0.7) return { ...again, id: uuidv7() };
  const made = transferBetween(circle, wholeBetween(random, 1, 5_000));
  const id = uuidv7();
  const businessKey = made.type === 'hand' ? id : uuidv7();
  const named = { id, businessKey, actor: 'simulation', ...made };
  return again === null ? named : { ...named, type: again.type, businessKey: again.businessKey };
}

function singleStep({ model, ...circle }: Circle): Step {
  const transfer = anyTransfer({ model, ...circle });
  return {
    name: `${transfer.type} alone`,
    expected: [model.post(transfer)],
    run: async ({ pump }) => [verdictOf(await pump.post(transfer))],
  };
}

function batchStep(circle: Circle): Step {
  const transfers: TransferRequest[] = [];
  const expected: Verdict[] = [];
  for (let count = wholeBetween(circle.random, 2, 12); count > 0; count -= 1) {
    const transfer = anyTransfer(circle);
    transfers.push(transfer);
    expected.push(circle.model.post(transfer));
  }
  const key = uuidv7();
  const request = { actor: 'simulation', operation: 'batch', key, content: key };
  const post =
    ({ ledger }: RealLedger) =>
    (manager: EntityManager): Promise<PostOutcome[]> =>
      ledger.post(manager, transfers);
  return {
    name: 'batch',
    expected,
    run: async (real) => (await real.operations.run(request, post(real))).value.map(verdictOf),
  };
}

function cancelStep(circle: Circle): Step {
  const made = transferBetween(circle, wholeBetween(circle.random, 1, 100));
  const transfer = { id: uuidv7(), businessKey: uuidv7(), actor: 'simulation', ...made };
  circle.model.cancel(transfer);
  return {
    name: 'cancel, then post',
    expected: [circle.model.post(transfer)],
    run: async ({ source, ledger, pump }) => {
      await withTransaction(source, (manager) => ledger.cancelBefore(manager, transfer, 'sim'));
      return [verdictOf(await pump.post(transfer))];
    },
  };
}

const holdEntries = (hold: ModelHold, sign: 1 | -1): TransferRequest['entries'] => [
  { account: available(hold.userId), amountKrw: krw(-sign * hold.amountKrw) },
  {
    account: { kind: 'withdrawal_hold', userId: hold.userId },
    amountKrw: krw(sign * hold.amountKrw),
  },
];

const transferOf = (
  type: TransferRequest['type'],
  businessKey: string,
  entries: TransferRequest['entries'],
): TransferRequest => ({ id: uuidv7(), type, businessKey, actor: 'simulation', entries });

function placeStep({ users, random, model }: Circle): Step {
  const hold: ModelHold = {
    ...{ id: uuidv7(), userId: oneOf(random, users), resolution: null },
    amountKrw: wholeBetween(random, 1, 3_000),
  };
  const { id: holdId, userId } = hold;
  const verdict = model.post(transferOf('hold', holdId, holdEntries(hold, 1)));
  if (verdict === 'done') model.holds.push(hold);
  const request = { holdId, userId, amountKrw: krw(hold.amountKrw), actor: 'simulation' };
  return {
    name: 'place',
    expected: [verdict],
    run: async ({ source, holds }) => [
      verdictOf(await withTransaction(source, (manager) => holds.place(manager, request))),
    ],
  };
}

/** Resolves a hold that may have been resolved before, the same way or another. */
function resolveStep(circle: Circle): Step {
  const { random, model } = circle;
  const hold = pick(random, model.holds.slice(-20));
  if (hold === null) return placeStep(circle);
  const postedKrw = random() < 0.5 ? hold.amountKrw : wholeBetween(random, 1, hold.amountKrw);
  const way = oneOf<'post' | 'void' | 'expire'>(random, ['post', 'void', 'expire']);
  const expected = resolveInModel(model, hold, way === 'post' ? `post ${postedKrw}` : way);
  const { id: holdId } = hold;
  const to = [{ account: clearing, amountKrw: krw(postedKrw) }];
  return {
    name: way,
    expected: [expected],
    run: async ({ source, holds }) => {
      const common = { holdId, actor: 'simulation' };
      const posting = { ...common, type: 'crypto_withdrawal', businessKey: holdId, to } as const;
      return [
        verdictOf(
          await withTransaction(source, (manager) =>
            way === 'post' ? holds.post(manager, posting) : holds[way](manager, common),
          ),
        ),
      ];
    },
  };
}

function resolveInModel(model: LedgerModel, hold: ModelHold, resolution: string): Verdict {
  if (hold.resolution !== null) return hold.resolution === resolution ? 'done' : 'HOLD_RESOLVED';
  hold.resolution = resolution;
  const postedKrw = resolution.startsWith('post ') ? Number(resolution.slice(5)) : 0;
  const held = { kind: 'withdrawal_hold', userId: hold.userId } as const;
  if (postedKrw > 0) {
    model.post(
      transferOf('crypto_withdrawal', hold.id, [
        { account: held, amountKrw: krw(-postedKrw) },
        { account: clearing, amountKrw: krw(postedKrw) },
      ]),
    );
  }
  const rest = { ...hold, amountKrw: hold.amountKrw - postedKrw };
  if (rest.amountKrw > 0) model.post(transferOf('release', hold.id, holdEntries(rest, -1)));
  return 'done';
}

type StepMaker = (circle: Circle) => Step;

const STEPS: readonly [StepMaker, ...StepMaker[]] = [
  singleStep,
  singleStep,
  singleStep,
  batchStep,
  placeStep,
  resolveStep,
  cancelStep,
];

/** The next operation of a caller. The model has taken it already. */
export const anyStep = (circle: Circle): Step => oneOf(circle.random, STEPS)(circle);
