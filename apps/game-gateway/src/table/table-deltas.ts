import {
  diffViews,
  type CardOpening,
  type Delta,
  type TableEventView,
  type TableView,
} from '@cardroom/protocol';

import { KeptDeltas } from './kept-deltas';

/** A version as everybody at the table is told of it. */
interface Told {
  readonly version: number;
  readonly atMs: number;
  readonly events: readonly TableEventView[];
  readonly view: TableView;
  /** Proofs of the cards that it turns up. */
  readonly openings: readonly CardOpening[];
  /** Whether it deals a new hand. */
  readonly isDeal: boolean;
}

/** What everybody at a table has been told: the newest view, and how it came about. */
export class TableDeltas {
  private readonly kept = new KeptDeltas();

  constructor(
    private view: TableView,
    /** Proofs of the cards of the newest hand that everybody has seen. */
    private openings: readonly CardOpening[],
  ) {}

  /** The openings as a part of a message: absent where there are none. */
  get openingsPart(): { readonly openings?: readonly CardOpening[] } {
    return openingsPart(this.openings);
  }

  /** Makes the delta of a version. */
  add({ version, atMs, events, view, openings, isDeal }: Told): Delta {
    const { tableId } = view;
    const patch = diffViews(this.view, view);
    const told = { tableId, stateVersion: version, atMs, events, patch };
    const delta: Delta = { ...told, ...openingsPart(openings) };
    this.view = view;
    this.openings = isDeal ? openings : [...this.openings, ...openings];
    this.kept.add(delta);
    return delta;
  }

  /** The deltas after a version up to the newest; null where some are no longer kept. */
  since(version: number, newestVersion: number): readonly Delta[] | null {
    return this.kept.between(version, newestVersion);
  }
}

/** Proofs as a part of a message: absent where there are none. */
export const openingsPart = (
  openings: readonly CardOpening[],
): { readonly openings?: readonly CardOpening[] } => (openings.length === 0 ? {} : { openings });
