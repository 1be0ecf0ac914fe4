import { Global, Module } from '@nestjs/common';

import { FourEyes } from './four-eyes';
import { FourEyesRepository } from './four-eyes.repository';

/** Global: every feature that needs two persons registers its kind here. */
@Global()
@Module({ providers: [FourEyes, FourEyesRepository], exports: [FourEyes] })
export class FourEyesModule {}
