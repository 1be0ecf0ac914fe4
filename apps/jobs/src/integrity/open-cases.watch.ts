import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { gauge } from '@cardroom/platform';

import { IntegrityRepository } from './integrity.repository';

const LOOK_INTERVAL_MS = 60_000;

const open = gauge('integrity_open_cases', 'Suspicious play that staff have not judged yet.');

/** Says how many cases wait for staff, in every process and from its start. */
@Injectable()
export class OpenCasesWatch implements OnApplicationBootstrap {
  private readonly logger = new Logger(OpenCasesWatch.name);

  constructor(private readonly cases: IntegrityRepository) {}

  onApplicationBootstrap(): Promise<void> {
    return this.look();
  }

  @Interval(LOOK_INTERVAL_MS)
  async look(): Promise<void> {
    try {
      open.set(await this.cases.countOpen());
    } catch (cause) {
      this.logger.warn({ err: cause }, 'the open cases could not be counted');
    }
  }
}
