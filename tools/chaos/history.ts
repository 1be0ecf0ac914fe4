/** What became of one action of a player, as its client knows it. */
export interface Operation {
  readonly tableId: string;
  /** As the log names it: the player and the id of the command. */
  readonly commandId: string;
  readonly outcome: 'ok' | 'refused' | 'unknown';
  /** Of an action that was acknowledged. */
  readonly stateVersion?: number;
}

/** One version of a table as its log has it. */
export interface LoggedVersion {
  readonly tableId: string;
  readonly version: number;
  readonly token: number;
  readonly commandId: string | null;
  readonly text: string;
}

/** One version of a table as a player was told of it. */
export interface ToldVersion {
  readonly tableId: string;
  readonly version: number;
  readonly events: string;
}

/** Of a table whose log is lost, versions begin anew above all that were seen: in the next span. */
const VERSIONS_PER_SPAN = 10_000_000;
const spanOf = (version: number): number => Math.floor(version / VERSIONS_PER_SPAN);

interface TableHistory {
  readonly logged: Map<number, LoggedVersion>;
  readonly told: Map<number, string>;
  readonly byCommand: Map<string, number[]>;
  newest: number;
}

/**
 * Everything that was asked of the tables, written to their logs and told to their players, and
 * whether these three agree. Rule: I5 and I6 of ARCHITECTURE.md.
 */
export class History {
  private readonly tables = new Map<string, TableHistory>();
  private readonly operations = new Map<string, Operation>();
  private readonly found = new Set<string>();
  private lostWithTheLog = 0;

  /** The last word of an action counts: one without an answer may be answered when asked again. */
  note(operation: Operation): void {
    const before = this.operations.get(operation.commandId);
    const isNews = before === undefined || before.outcome === 'unknown';
    if (isNews) this.operations.set(operation.commandId, operation);
    else if (before.outcome !== operation.outcome) {
      this.found.add(`I5 ${operation.commandId} was ${before.outcome}, then ${operation.outcome}`);
    }
  }

  log(entry: LoggedVersion): void {
    const { tableId, version, commandId } = entry;
    const table = this.tableOf(tableId);
    const known = table.logged.get(version);
    if (known === undefined) {
      this.checkToken(table, entry);
      table.logged.set(version, entry);
      table.newest = Math.max(table.newest, version);
      if (commandId !== null) {
        table.byCommand.set(commandId, [...(table.byCommand.get(commandId) ?? []), version]);
      }
    } else if (known.text !== entry.text) {
      this.found.add(`I6 table ${tableId} has two versions ${version} in its log`);
    }
  }

  tell({ tableId, version, events }: ToldVersion): void {
    const { told } = this.tableOf(tableId);
    const known = told.get(version) ?? events;
    if (known !== events) {
      this.found.add(`I5 players were told two stories of version ${version} of table ${tableId}`);
    }
    told.set(version, known);
  }

  /** Actions by what became of them, and how many went with a log that was lost. */
  get counts(): Readonly<Record<Operation['outcome'] | 'invoked' | 'lostWithTheLog', number>> {
    const all = [...this.operations.values()];
    const of = (outcome: Operation['outcome']): number =>
      all.filter((each) => each.outcome === outcome).length;
    const { lostWithTheLog } = this;
    return {
      ...{ invoked: all.length, ok: of('ok'), refused: of('refused'), unknown: of('unknown') },
      lostWithTheLog,
    };
  }

  /** What does not agree; each is told once. */
  findings(): string[] {
    this.lostWithTheLog = 0;
    for (const operation of this.operations.values()) {
      const finding = this.findingOf(operation);
      if (finding !== null) this.found.add(finding);
    }
    return [...this.found];
  }

  private findingOf({ tableId, commandId, outcome, stateVersion }: Operation): string | null {
    const table = this.tableOf(tableId);
    const versions = table.byCommand.get(commandId) ?? [];
    if (versions.length > 1) return `I5 twice: ${commandId} in versions ${versions.join(', ')}`;
    if (outcome === 'refused' && versions.length > 0) {
      return `I5 ${commandId} was refused and took effect in version ${versions.join()}`;
    }
    if (outcome !== 'ok' || stateVersion === undefined || versions[0] === stateVersion) return null;
    if (versions.length > 0) return `I5 ${commandId} is in another version than it was told`;
    if (table.logged.has(stateVersion)) {
      return `I5 lost: ${commandId}, acknowledged as version ${stateVersion} of table ${tableId}`;
    }
    // A log that was lost takes its last versions with it: the hand is void by then.
    if (spanOf(table.newest) > spanOf(stateVersion)) this.lostWithTheLog += 1;
    return null;
  }

  private checkToken(table: TableHistory, { tableId, version, token }: LoggedVersion): void {
    const before = table.logged.get(version - 1);
    if (before !== undefined && token < before.token) {
      this.found.add(`I6 the token of table ${tableId} falls at version ${version}`);
    }
  }

  private tableOf(tableId: string): TableHistory {
    const known = this.tables.get(tableId);
    if (known !== undefined) return known;
    const fresh = { logged: new Map(), told: new Map(), byCommand: new Map(), newest: 0 };
    this.tables.set(tableId, fresh);
    return fresh;
  }
}
