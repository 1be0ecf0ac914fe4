import { wonForUnits, type ExchangeRate } from '@cardroom/money';

export type FindingKind = 'gateway' | 'seats' | 'rake' | 'holds';

/** Two numbers that should be one. */
export interface Difference {
  readonly kind: FindingKind;
  /** What it is about, as `kind:id`. */
  readonly subject: string;
  /** As the ledger has it. */
  readonly expected: string;
  /** As the other side has it. */
  readonly found: string;
}

/** Base units of an asset, by its name. */
export type UnitsOfAssets = ReadonlyMap<string, bigint>;

/**
 * Assets of which the gateway holds less than the books say that it must. More is no difference: the
 * house keeps a reserve there, and payments that are not credited yet lie there too.
 */
export function gatewayDifferences(expected: UnitsOfAssets, held: UnitsOfAssets): Difference[] {
  return [...expected].flatMap(([asset, units]) => {
    const found = held.get(asset) ?? 0n;
    if (found >= units) return [];
    return [
      {
        kind: 'gateway' as const,
        subject: `asset:${asset}`,
        expected: units.toString(),
        found: found.toString(),
      },
    ];
  });
}

/** A coin's rate, where it is known well enough to be relied on. */
export interface KnownRate {
  readonly asset: string;
  readonly rate: ExchangeRate | null;
}

export type Solvency =
  | { readonly status: 'solvent' | 'short'; readonly holdingsKrw: bigint; readonly owedKrw: bigint }
  | { readonly status: 'unknown'; readonly reason: string; readonly owedKrw: bigint };

/**
 * Whether what the gateway holds is worth what players are owed, rounded against the house.
 *
 * Holdings without a rate count as nothing; only where the rest does not suffice is it unknown.
 * Rule: docs/rules/audit.md §8.
 */
export function solvencyOf(
  owedKrw: bigint,
  held: UnitsOfAssets,
  rates: readonly KnownRate[],
): Solvency {
  let holdingsKrw = 0n;
  const unvalued: string[] = [];
  for (const [asset, units] of held) {
    const rate = rates.find((each) => each.asset === asset)?.rate ?? null;
    if (rate === null) unvalued.push(asset);
    else holdingsKrw += wonForUnits(units, rate).won;
  }
  if (holdingsKrw >= owedKrw) return { status: 'solvent', holdingsKrw, owedKrw };
  if (unvalued.length === 0) return { status: 'short', holdingsKrw, owedKrw };
  return { status: 'unknown', reason: `no rate of ${unvalued.sort().join(', ')}`, owedKrw };
}
