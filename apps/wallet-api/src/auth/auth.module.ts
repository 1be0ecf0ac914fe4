import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccessTokenSigner, AccessTokenVerifier, APP_CONFIG } from '@cardroom/platform';

import type { WalletApiConfig } from '../config/wallet-api.config';
import { RateLimiter } from '../rate-limit/rate-limiter';
import { AccessGuard } from './access.guard';
import { AuthController } from './auth.controller';
import { AuthService } from './auth.service';
import { CredentialsController } from './credentials.controller';
import { Credentials } from './credentials.service';
import { DenialInterceptor } from './denial.interceptor';
import { Denials } from './denials';
import { PasswordService } from './password.service';
import { WriteMarkInterceptor } from './write-mark.interceptor';

const settingsOf = ({ jwtIssuer, jwtAudience }: WalletApiConfig) => ({
  issuer: jwtIssuer,
  audience: jwtAudience,
});

@Module({
  controllers: [AuthController, CredentialsController],
  providers: [
    AuthService,
    PasswordService,
    Credentials,
    RateLimiter,
    Denials,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: DenialInterceptor },
    { provide: APP_INTERCEPTOR, useClass: WriteMarkInterceptor },
    {
      provide: AccessTokenSigner,
      inject: [APP_CONFIG],
      useFactory: (config: WalletApiConfig) =>
        new AccessTokenSigner(config.jwtPrivateKey, settingsOf(config)),
    },
    {
      provide: AccessTokenVerifier,
      inject: [APP_CONFIG],
      useFactory: (config: WalletApiConfig) =>
        new AccessTokenVerifier(config.jwtPublicKey, settingsOf(config)),
    },
  ],
})
export class AuthModule {}
