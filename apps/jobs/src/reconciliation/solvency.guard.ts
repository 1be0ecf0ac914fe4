import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { KillSwitches, withTransaction } from '@cardroom/database';
import { rateOfPrice } from '@cardroom/money';
import { gauge } from '@cardroom/platform';
import { AssetRepository, RateSampleRepository } from '@cardroom/rates';
import { DataSource } from 'typeorm';

import { ReconciliationRepository } from './reconciliation.repository';
import {
  solvencyOf,
  type KnownRate,
  type Solvency,
  type UnitsOfAssets,
} from './reconciliation.rules';

const owed = gauge('solvency_owed_krw', 'What players could ask for, in won.');
const holdings = gauge('solvency_holdings_krw', 'What the gateway holds, in won.');
const stopped = gauge('solvency_not_proven', '1 where the last look did not show enough holdings.');

const ACTOR = 'solvency-guard';

/** Stops the sending of money while it is not certain that there is enough for everybody. */
@Injectable()
export class SolvencyGuard implements OnApplicationBootstrap {
  private readonly logger = new Logger(SolvencyGuard.name);

  constructor(
    private readonly source: DataSource,
    private readonly books: ReconciliationRepository,
    private readonly assets: AssetRepository,
    private readonly samples: RateSampleRepository,
    private readonly auditor: Auditor,
    private readonly switches: KillSwitches,
  ) {}

  /** What stopped the sending was not proven by a restart. */
  async onApplicationBootstrap(): Promise<void> {
    try {
      const all = await this.switches.list(this.source.manager);
      const sending = all.find(({ name }) => name === 'sending');
      if (sending?.isOn === false && sending.actor === ACTOR) stopped.set(1);
    } catch (cause) {
      this.logger.warn({ err: cause }, 'what stopped the sending could not be looked up');
    }
  }

  /** What the books and the gateway say; null holdings: the gateway does not. */
  async judge(held: UnitsOfAssets | null): Promise<Solvency> {
    const { manager } = this.source;
    const owedKrw = await this.books.owedKrw(manager);
    if (held === null)
      return { status: 'unknown', reason: 'the gateway does not say what it holds', owedKrw };
    return solvencyOf(owedKrw, held, await this.rates());
  }

  /** Turns the switch `sending` off unless all is well; turning it on is for two persons. */
  async enforce(solvency: Solvency): Promise<boolean> {
    const isProven = solvency.status === 'solvent';
    owed.set(Number(solvency.owedKrw));
    if (solvency.status !== 'unknown') holdings.set(Number(solvency.holdingsKrw));
    stopped.set(isProven ? 0 : 1);
    if (isProven) return false;
    const reason =
      solvency.status === 'unknown'
        ? `solvency is not known: ${solvency.reason}`
        : `holdings of ₩${solvency.holdingsKrw} do not cover ₩${solvency.owedKrw}`;
    const hasChanged = await withTransaction(this.source, async (manager) => {
      const change = { name: 'sending', isOn: false, reason, actor: ACTOR } as const;
      if (!(await this.switches.set(manager, change))) return false;
      await this.auditor.record(manager, {
        actorId: ACTOR,
        actorRole: 'system',
        action: 'switch.turn-off',
        subject: 'switch:sending',
        outcome: 'done',
        reason,
      });
      return true;
    });
    this.logger.error({ ...describe(solvency), hasChanged }, 'the sending of money stands still');
    return hasChanged;
  }

  private async rates(): Promise<KnownRate[]> {
    const samples = await this.samples.newest(this.source.manager);
    const assets = await this.assets.list();
    return samples.map(({ asset, priceKrw, isFresh, isHalted }) => {
      const kind = assets.find((each) => each.asset === asset);
      const isKnown = kind !== undefined && isFresh && !isHalted;
      return { asset, rate: isKnown ? rateOfPrice(priceKrw, kind.decimals) : null };
    });
  }
}

const describe = ({ status, owedKrw }: Solvency) => ({ status, owedKrw: owedKrw.toString() });
