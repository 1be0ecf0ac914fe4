import {
  Inject,
  Injectable,
  type FactoryProvider,
  type OnApplicationShutdown,
} from '@nestjs/common';

import type { PlatformConfig } from '../config/config-groups';
import { newServerId, type AppName } from '../server-id';
import type { OtlpSpans } from './otlp-spans';
import { useSpanMaker } from './traced';

const OTLP_SPANS = Symbol('OTLP_SPANS');

/** Loads OpenTelemetry only where a collector is set: without one nothing of it is in the process. */
export const spansProvider = (
  app: AppName,
  serverId: ReturnType<typeof newServerId>,
  { otlpTracesUrl: url, tracesPercent: percent }: PlatformConfig,
): FactoryProvider<Promise<OtlpSpans | null>> => ({
  provide: OTLP_SPANS,
  useFactory: async () => {
    if (url === undefined) return null;
    const { OtlpSpans } = await import('./otlp-spans.js');
    const spans = new OtlpSpans({ url, percent, serviceName: app, serverId });
    useSpanMaker(spans);
    return spans;
  },
});

/** Sends the last spans when the app ends. */
@Injectable()
export class SpansAtEnd implements OnApplicationShutdown {
  constructor(@Inject(OTLP_SPANS) private readonly spans: OtlpSpans | null) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.spans === null) return;
    useSpanMaker(null);
    // A collector that is away must not make an end a failure.
    await this.spans.close().catch(() => undefined);
  }
}
