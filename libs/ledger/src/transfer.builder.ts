import { withTransaction } from '@cardroom/database';
import { krw } from '@cardroom/money';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { Ledger } from './ledger.service';
import type { TransferRequest } from './transfer-types';

/** Won that a payment brings a player. */
export const deposit = (userId: string, amountKrw: number): TransferRequest => ({
  id: uuidv7(),
  type: 'crypto_deposit',
  businessKey: uuidv7(),
  actor: 'test',
  entries: [
    { account: { kind: 'gateway_clearing', asset: 'USDT' }, amountKrw: krw(-amountKrw) },
    { account: { kind: 'available', userId }, amountKrw: krw(amountKrw) },
  ],
});

/** Won that a player takes to a seat. */
export const buyIn = (
  userId: string,
  seatSessionId: string,
  amountKrw: number,
): TransferRequest => ({
  id: uuidv7(),
  type: 'buy_in',
  businessKey: uuidv7(),
  actor: userId,
  entries: [
    { account: { kind: 'available', userId }, amountKrw: krw(-amountKrw) },
    { account: { kind: 'in_play', userId, seatSessionId }, amountKrw: krw(amountKrw) },
  ],
});

/** Won from one player to another. */
export const between = (from: string, to: string, amountKrw: number): TransferRequest => ({
  ...deposit(to, amountKrw),
  type: 'adjustment',
  entries: [
    { account: { kind: 'available', userId: from }, amountKrw: krw(-amountKrw) },
    { account: { kind: 'available', userId: to }, amountKrw: krw(amountKrw) },
  ],
});

/** A registered user without money. */
export async function newUser(manager: EntityManager): Promise<string> {
  const userId = uuidv7();
  await manager.query(
    `INSERT INTO users (id, email, email_key, nickname, nickname_key, password_hash)
     VALUES ($1::uuid, $1::text, $1::text, $1::text, $1::text, '')`,
    [userId],
  );
  return userId;
}

/** A registered user with so many won. */
export async function playerWith(source: DataSource, amountKrw: number): Promise<string> {
  return withTransaction(source, async (manager) => {
    const userId = await newUser(manager);
    if (amountKrw > 0) await new Ledger().post(manager, [deposit(userId, amountKrw)]);
    return userId;
  });
}
