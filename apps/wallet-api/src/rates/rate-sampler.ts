import { setTimeout as wait } from 'node:timers/promises';

import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { APP_CONFIG, counter, gauge } from '@cardroom/platform';
import {
  agreedPrices,
  AssetRepository,
  RateSampleRepository,
  type RateSource,
  type ToldPrice,
} from '@cardroom/rates';
import { DataSource } from 'typeorm';

import type { WalletApiConfig } from '../config/wallet-api.config';
import { rateSourceOf } from './sources/market-styles';

const TICK_MS = 5_000;

/** Sources that are silent do not hold up who needs a rate: without one the deposit waits. */
const FRESH_WAIT_MS = 3_000;

const jumps = counter('rate_jumps_total', 'Exchange rates that jumped within a minute.', ['asset']);
const sourcesUsed = gauge('rate_sources_used', 'Sources that the last sample stands on.', [
  'asset',
]);

/** Asks the sources for prices, every so often, and stores what they agree on. */
@Injectable()
export class RateSampler implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(RateSampler.name);
  private readonly sources: readonly RateSource[];
  private sampling: Promise<void> | null = null;

  constructor(
    @Inject(APP_CONFIG) config: WalletApiConfig,
    private readonly source: DataSource,
    private readonly samples: RateSampleRepository,
    private readonly assets: AssetRepository,
  ) {
    this.sources = config.rateSources.map(rateSourceOf);
  }

  onApplicationBootstrap(): void {
    void this.tick();
  }

  onApplicationShutdown(): void {
    for (const source of this.sources) source.close();
  }

  /** Of all processes one samples, each time that it is due. */
  @Interval(TICK_MS)
  async tick(): Promise<void> {
    if (this.sources.length === 0) return;
    try {
      if (await this.samples.claim()) await this.sample();
    } catch (cause) {
      this.logger.warn({ err: cause }, 'exchange rates could not be sampled');
    }
  }

  /** Sees to it that there is a fresh sample of an asset, where the sources are quick enough. */
  async ensureFresh(asset: string): Promise<void> {
    const [newest] = await this.samples.newest(this.source.manager, asset);
    if (newest?.isFresh === true || this.sources.length === 0) return;
    await Promise.race([this.sample(), wait(FRESH_WAIT_MS, undefined, { ref: false })]);
  }

  /** Asks now. Those who ask while it is being asked wait for the same answer. */
  async sample(): Promise<void> {
    this.sampling ??= this.sampleOnce().finally(() => {
      this.sampling = null;
    });
    await this.sampling;
  }

  private async sampleOnce(): Promise<void> {
    const assets = [...new Set((await this.assets.list()).map(({ asset }) => asset))];
    const told = await Promise.all(this.sources.map((source) => this.ask(source, assets)));
    const agreed = agreedPrices(told.flat(), Date.now());
    for (const asset of assets) {
      const used = agreed.find((each) => each.asset === asset)?.sources.length ?? 0;
      sourcesUsed.set({ asset }, used);
    }
    for (const asset of await this.samples.add(agreed)) {
      jumps.inc({ asset });
      this.logger.error({ asset }, 'an exchange rate jumped: deposits wait, quotes are refused');
    }
  }

  /** A source that fails is a source that tells nothing. */
  private async ask(source: RateSource, assets: readonly string[]): Promise<ToldPrice[]> {
    try {
      const prices = await source.prices(assets);
      return prices.map((price) => ({ ...price, source: source.name }));
    } catch (cause) {
      this.logger.warn({ source: source.name, err: cause }, 'a source of rates did not answer');
      return [];
    }
  }
}
