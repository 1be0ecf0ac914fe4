import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { projectRoot } from '@cardroom/testing';

const FOLDER = join(projectRoot(), 'bench');

/** What is used of each peer: they are not installed with the product, so their types are not either. */
export interface Peers {
  readonly pokertools: {
    readonly evaluate: (codes: number[]) => number;
    readonly getCardCode: (card: string) => number;
  };
  readonly phe: {
    readonly evaluateCardCodes: (codes: readonly number[]) => number;
    readonly cardCodes: (cards: readonly string[]) => number[];
  };
  readonly pokerEvaluator: {
    readonly evalHand: (codes: readonly number[]) => { readonly value: number };
  };
  readonly pokersolver: {
    readonly Hand: {
      readonly solve: (cards: readonly string[]) => SolvedHand;
      readonly winners: (hands: readonly SolvedHand[]) => readonly SolvedHand[];
    };
  };
  readonly pokerTs: PokerTsModule;
  /** Replaced while rules are compared: it never returns where there is nobody to find. */
  readonly pokerTsArrays: {
    nextOrWrap: (array: readonly unknown[], index: number) => number;
  };
}

export interface SolvedHand {
  readonly name: string;
}

export interface PokerTsModule {
  readonly Table: new (
    forcedBets: { readonly smallBlind: number; readonly bigBlind: number },
    seatCount: number,
  ) => PokerTsTable;
}

export interface PokerTsCard {
  readonly rank: number;
  readonly suit: number;
}

export interface PokerTsTable {
  /** Inside it lies the deck, whose shuffle is replaced so that both engines deal the same cards. */
  readonly _table: { readonly _deck: PokerTsCard[] & { shuffle: () => void } };
  seats(): readonly ({ readonly totalChips: number } | null)[];
  sitDown(seat: number, chips: number): void;
  standUp(seat: number): void;
  startHand(buttonSeat: number): void;
  isHandInProgress(): boolean;
  isBettingRoundInProgress(): boolean;
  areBettingRoundsCompleted(): boolean;
  playerToAct(): number;
  legalActions(): {
    readonly actions: readonly string[];
    readonly chipRange?: { readonly min: number; readonly max: number };
  };
  actionTaken(action: string, toChips?: number): void;
  endBettingRound(): void;
  showdown(): void;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

const manifest = (): Manifest =>
  JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8')) as Manifest;

/** Versions of the peers, by name. */
export const peerVersions = (): Readonly<Record<string, string>> => manifest().dependencies;

/** Installs what is compared with, where it is not there yet, and says so. */
export function installPeers(): void {
  const isMissing = (name: string): boolean =>
    !existsSync(join(FOLDER, 'node_modules', name, 'package.json'));
  if (!Object.keys(manifest().dependencies).some(isMissing)) return;
  console.log('bench: installing what the engine is compared with (npm ci in bench/)');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: FOLDER,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('npm ci in bench/ failed; its message is above');
}

/** Loads the peers; they must be installed. */
export function loadPeers(): Peers {
  const load = createRequire(join(FOLDER, 'package.json'));
  return {
    pokertools: load('@pokertools/evaluator') as Peers['pokertools'],
    phe: load('phe') as Peers['phe'],
    pokerEvaluator: load('poker-evaluator') as Peers['pokerEvaluator'],
    pokersolver: load('pokersolver') as Peers['pokersolver'],
    pokerTs: load('poker-ts') as Peers['pokerTs'],
    pokerTsArrays: load('poker-ts/dist/util/array') as Peers['pokerTsArrays'],
  };
}
