import { Module } from '@nestjs/common';

import { DeadLettersController } from './dead-letters.controller';
import { DeadLettersRepository } from './dead-letters.repository';
import { DeadLetters } from './dead-letters.service';

/** Work of the outbox that was given up, for staff. */
@Module({
  controllers: [DeadLettersController],
  providers: [DeadLetters, DeadLettersRepository],
})
export class DeadLettersModule {}
