import {
  emptyTable,
  type Dealer,
  type TableCommand,
  type TableEvent,
  type TableState,
} from '@cardroom/engine';

import type { SimulatedConfig } from './random-config';
import { BettingReferee } from './referees/betting-referee';
import { BlindReferee } from './referees/blind-referee';
import { ChipReferee } from './referees/chip-referee';
import type { Referee } from './referees/referee';
import { SeatReferee } from './referees/seat-referee';
import { SettlementReferee } from './referees/settlement-referee';
import { dealerOf, type Rules } from './rules';

/** What the simulation does to a table. Plain data: the same steps always end the same. */
export type Step =
  | { readonly type: 'command'; readonly command: TableCommand }
  /** A command that has to be refused, and to change nothing. */
  | { readonly type: 'illegal'; readonly command: TableCommand }
  /** The table is lost and made anew from its events. */
  | { readonly type: 'crash' };

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A table under referees: what any of them finds ends the simulation. */
export class SimulatedTable {
  private current: TableState;
  /** What the log has: a table as it was between hands, and the events since. */
  private saved: TableState;
  private since: TableEvent[] = [];
  private dealer: Dealer;
  private readonly referees: readonly Referee[] = [
    new ChipReferee(),
    new SeatReferee(),
    new BlindReferee(),
    new BettingReferee(),
    new SettlementReferee(),
  ];

  constructor(
    tableId: string,
    private readonly config: SimulatedConfig,
    private readonly rules: Rules,
  ) {
    this.current = emptyTable(tableId, config, 0);
    this.saved = this.current;
    this.dealer = dealerOf('', config.rake);
  }

  get state(): TableState {
    return this.current;
  }

  /** Plays a step. Returns the rule that it broke, or null. */
  play(step: Step): string | null {
    try {
      if (step.type === 'crash') return this.crash();
      return this.obey(step);
    } catch (cause) {
      return cause instanceof Error ? cause.message : String(cause);
    }
  }

  private obey({ type, command }: Exclude<Step, { type: 'crash' }>): string | null {
    if (command.type === 'start_hand') this.dealer = dealerOf(command.handId, this.config.rake);
    const { dealer } = this;
    const decided = this.rules.decideTable(this.current, command, dealer);
    if (type === 'illegal') return decided.ok ? `${JSON.stringify(command)} was not refused` : null;
    if (!decided.ok) return null;
    for (const event of decided.value) {
      const before = this.current;
      const after = this.rules.evolveTable(before, event);
      this.current = after;
      this.since.push(event);
      for (const referee of this.referees) {
        const fault = referee.see({ event, before, after, dealer });
        if (fault !== null) return fault;
      }
    }
    if (this.current.hand?.outcome !== 'playing') this.save();
    return null;
  }

  private save(): void {
    this.saved = this.current;
    this.since = [];
  }

  /** The log alone gives the same table, which goes on from there. */
  private crash(): string | null {
    const lost = JSON.stringify(this.current);
    const log = copyOf(this.since);
    const restored = log.reduce(
      (state, event) => this.rules.evolveTable(state, event),
      copyOf(this.saved),
    );
    this.current = restored;
    return JSON.stringify(restored) === lost ? null : 'the events give another table';
  }
}
