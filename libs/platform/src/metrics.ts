import type { DynamicModule } from '@nestjs/common';
import { PrometheusModule } from '@willsoto/nestjs-prometheus';
import { Counter, Gauge, Histogram, register, type Metric } from 'prom-client';

/** `/metrics`. The default metrics register once a process, which tests share: off under Jest. */
export const metricsModule = (): DynamicModule =>
  PrometheusModule.register({
    path: '/metrics',
    defaultMetrics: { enabled: process.env['JEST_WORKER_ID'] === undefined },
  });

/** Declares a metric once a process, however many modules ask for it. */
const once = <M extends Metric>(name: string, make: () => M): M =>
  (register.getSingleMetric(name) as M | undefined) ?? make();

export const counter = <L extends string = never>(
  name: string,
  help: string,
  labelNames: readonly L[] = [],
): Counter<L> => once(name, () => new Counter<L>({ name, help, labelNames }));

export const gauge = <L extends string = never>(
  name: string,
  help: string,
  labelNames: readonly L[] = [],
): Gauge<L> => once(name, () => new Gauge<L>({ name, help, labelNames }));

/** A gauge that is read when somebody asks for the metrics. */
export const sampledGauge = (name: string, help: string, sample: () => number): Gauge =>
  once(
    name,
    () =>
      new Gauge({
        name,
        help,
        collect() {
          this.set(sample());
        },
      }),
  );

/** Seconds, from half a millisecond to ten seconds. */
const BUCKETS_SECONDS = [
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10,
];

export const histogram = <L extends string = never>(
  name: string,
  help: string,
  labelNames: readonly L[] = [],
): Histogram<L> =>
  once(name, () => new Histogram<L>({ name, help, labelNames, buckets: BUCKETS_SECONDS }));
