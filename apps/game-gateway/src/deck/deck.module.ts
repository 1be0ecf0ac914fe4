import { Module } from '@nestjs/common';
import { APP_CONFIG, SealedBox } from '@cardroom/platform';

import type { GatewayConfig } from '../config/gateway.config';

import { DeckSource, FairDeckSource, ScriptedDeckSource } from './deck-source';
import { DeckVault } from './deck-vault';

@Module({
  providers: [
    {
      provide: DeckSource,
      inject: [APP_CONFIG],
      useFactory: (config: GatewayConfig): DeckSource =>
        config.deckSource === 'scripted'
          ? new ScriptedDeckSource(config.deckScriptFile ?? '')
          : new FairDeckSource(),
    },
    {
      provide: DeckVault,
      inject: [APP_CONFIG],
      useFactory: (config: GatewayConfig) => new DeckVault(new SealedBox(config.cardSealKey)),
    },
  ],
  exports: [DeckSource, DeckVault],
})
export class DeckModule {}
