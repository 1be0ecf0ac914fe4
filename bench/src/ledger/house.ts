import { createDataSource, withTransaction } from '@cardroom/database';
import { Ledger, type TransferRequest } from '@cardroom/ledger';
import { krw } from '@cardroom/money';
import { wholeBetween, type Random } from '@cardroom/testing';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

const PLAYERS = 1_000;
const STARTING_KRW = krw(1_000_000_000);
const POOL_SIZE = 8;

const players: string[] = [];

/** Connects as an app does, and gives each player of the benchmark money to pay with. */
export async function openHouse(databaseUrl: string): Promise<DataSource> {
  const source = createDataSource({ databaseUrl, databasePoolSize: POOL_SIZE });
  await source.initialize();
  players.push(...Array.from({ length: PLAYERS }, () => uuidv7()));
  await withTransaction(source, (manager) =>
    new Ledger().post(
      manager,
      players.map((userId) => ({
        ...{ id: uuidv7(), type: 'crypto_deposit', businessKey: uuidv7(), actor: 'bench' },
        entries: [
          {
            account: { kind: 'gateway_clearing', asset: 'USDT' },
            amountKrw: krw(0 - STARTING_KRW),
          },
          { account: { kind: 'available', userId }, amountKrw: STARTING_KRW },
        ],
      })),
    ),
  );
  return source;
}

/** A player pays a few won to the one account of the house that everybody pays to. */
export function payment(random: Random): TransferRequest {
  const userId = players[wholeBetween(random, 0, PLAYERS - 1)] ?? '';
  const amountKrw = wholeBetween(random, 1, 1_000);
  return {
    ...{ id: uuidv7(), type: 'adjustment', businessKey: uuidv7(), actor: userId },
    entries: [
      { account: { kind: 'available', userId }, amountKrw: krw(-amountKrw) },
      { account: { kind: 'rake' }, amountKrw: krw(amountKrw) },
    ],
  };
}
