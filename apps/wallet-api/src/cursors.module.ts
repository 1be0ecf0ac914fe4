import { createHmac } from 'node:crypto';

import { Global, Module } from '@nestjs/common';
import { CursorSigner } from '@cardroom/database';
import { APP_CONFIG } from '@cardroom/platform';

import type { WalletApiConfig } from './config/wallet-api.config';

/** Cursors are signed with a key of their own, derived from the private key of the tokens. */
@Global()
@Module({
  providers: [
    {
      provide: CursorSigner,
      inject: [APP_CONFIG],
      useFactory: ({ jwtPrivateKey }: WalletApiConfig) =>
        new CursorSigner(createHmac('sha256', jwtPrivateKey).update('cursors').digest('hex')),
    },
  ],
  exports: [CursorSigner],
})
export class CursorsModule {}
