import { Injectable } from '@nestjs/common';
import { BusinessError } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';

/** What can be switched off for the whole house. */
export const SWITCH_NAMES = ['deposit_credit', 'automatic_approval', 'sending', 'buy_in'] as const;

/** Something of the house, one table, or one player's login. */
export type SwitchName = (typeof SWITCH_NAMES)[number] | `table:${string}` | `login:${string}`;

export interface KillSwitch {
  readonly name: SwitchName;
  readonly isOn: boolean;
  readonly reason: string;
  /** A user's id, or the name of the part of the system that switched. */
  readonly actor: string;
  readonly changedAt: Date;
}

export type SwitchChange = Pick<KillSwitch, 'name' | 'isOn' | 'reason' | 'actor'>;

const OF_ONE = /^(table|login):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isSwitchName = (text: string): text is SwitchName =>
  SWITCH_NAMES.some((name) => name === text) || OF_ONE.test(text);

const COLUMNS = `name, is_on AS "isOn", reason, actor, changed_at AS "changedAt"`;

/**
 * What staff, or a guard of the house, can stop at once. On means that it works: `sending` is on
 * while withdrawals are sent.
 *
 * They fail closed: what belongs to the whole house is off where its row is missing, and whoever
 * cannot ask the database gets its error and goes no further. A table or a login that nobody has
 * ever switched is on.
 */
@Injectable()
export class KillSwitches {
  /** True where the thing works. Ask in the transaction that acts. */
  async isOn(manager: EntityManager, name: SwitchName): Promise<boolean> {
    const [row] = await manager.query<{ is_on: boolean }[]>(
      'SELECT is_on FROM kill_switches WHERE name = $1',
      [name],
    );
    return row?.is_on ?? OF_ONE.test(name);
  }

  /** Errors: BusinessError SWITCHED_OFF. */
  async requireOn(manager: EntityManager, name: SwitchName): Promise<void> {
    if (!(await this.isOn(manager, name))) throw new BusinessError('SWITCHED_OFF');
  }

  /** Switches. False where it stood like that before: then nothing has changed. */
  async set(manager: EntityManager, { name, isOn, reason, actor }: SwitchChange): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `INSERT INTO kill_switches (name, is_on, reason, actor) VALUES ($1, $2, $3, $4)
       ON CONFLICT (name) DO UPDATE SET is_on = excluded.is_on, reason = excluded.reason,
         actor = excluded.actor, changed_at = now()
       WHERE kill_switches.is_on <> excluded.is_on
       RETURNING name`,
      [name, isOn, reason, actor],
    );
    return rows.length === 1;
  }

  /** Those of the house first, then all that stand off for one table or one login. */
  list(manager: EntityManager): Promise<KillSwitch[]> {
    return manager.query(
      `SELECT ${COLUMNS} FROM kill_switches
       WHERE name = ANY($1) OR NOT is_on
       ORDER BY array_position($1, name) NULLS LAST, name LIMIT 1000`,
      [[...SWITCH_NAMES]],
    );
  }
}
