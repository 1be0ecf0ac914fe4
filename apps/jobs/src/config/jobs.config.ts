import { IsPortNumber, PlatformConfig, Variable } from '@cardroom/platform';

/** Everything that jobs is told from outside. */
export class JobsConfig extends PlatformConfig {
  @Variable('JOBS_PORT')
  @IsPortNumber()
  port = 3002;
}
