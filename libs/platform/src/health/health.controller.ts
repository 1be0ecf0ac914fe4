import {
  Controller,
  Get,
  Header,
  HttpException,
  HttpStatus,
  Inject,
  Logger,
  Res,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  HealthCheckService,
  HealthIndicatorService,
  type HealthCheckResult,
  type HealthIndicatorResult,
} from '@nestjs/terminus';
import type { Response } from 'express';

import { SERVER_ID } from '../tokens';
import { HealthRegistry, type ReadinessCheck } from './health.registry';

const DEPENDENCY_TIMEOUT_MS = 3_000;

/** Probes for operators. Liveness asks no dependency: a restart mends none. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  private readonly logger = new Logger(HealthController.name);
  /** Names of what did not serve when it was last asked. */
  private readonly away = new Set<string>();

  constructor(
    private readonly terminus: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly registry: HealthRegistry,
    @Inject(SERVER_ID) private readonly serverId: string,
  ) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): Record<string, unknown> {
    return { status: 'ok', serverId: this.serverId, ...this.registry.describe() };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Record<string, unknown>> {
    return this.report(
      response,
      (result) => this.registry.state === 'serving' && result.status === 'ok',
    );
  }

  @Get()
  async health(@Res({ passthrough: true }) response: Response): Promise<Record<string, unknown>> {
    return this.report(response, (result) => result.status === 'ok');
  }

  private async report(
    response: Response,
    isHealthy: (result: HealthCheckResult) => boolean,
  ): Promise<Record<string, unknown>> {
    const result = await this.checkAll();
    const healthy = isHealthy(result);
    response.status(healthy ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    response.setHeader('Cache-Control', 'no-store');
    return {
      status: healthy ? 'ok' : 'error',
      serverId: this.serverId,
      ...this.registry.describe(),
      dependencies: result.details,
    };
  }

  private async checkAll(): Promise<HealthCheckResult> {
    const checks = this.registry.checks().map((check) => () => this.indicate(check));
    try {
      return await this.terminus.check(checks);
    } catch (cause) {
      if (cause instanceof HttpException) return cause.getResponse() as HealthCheckResult;
      throw cause;
    }
  }

  private async indicate({ name, check }: ReadinessCheck): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check(name);
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('no answer in time')), DEPENDENCY_TIMEOUT_MS);
    });
    try {
      await Promise.race([check(), timeout]);
      if (this.away.delete(name))
        this.logger.log({ dependency: name }, 'a dependency serves again');
      return indicator.up();
    } catch (err) {
      if (!this.away.has(name)) this.logger.warn({ dependency: name, err }, 'a dependency is away');
      this.away.add(name);
      // The reason may hold addresses and names; the log has it, the public answer does not.
      return indicator.down();
    } finally {
      clearTimeout(timer);
    }
  }
}
