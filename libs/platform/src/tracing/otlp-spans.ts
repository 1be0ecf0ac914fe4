import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';

import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Span,
  type SpanContext,
  type Tracer,
} from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  RandomIdGenerator,
  TraceIdRatioBasedSampler,
  type IdGenerator,
} from '@opentelemetry/sdk-trace-base';

import { currentRequestId } from '../request-context';
import { OtlpExporter } from './otlp-exporter';
import type { NoteOfSpan, SpanMaker, SpanSpec } from './traced';

export interface OtlpSettings {
  readonly url: string;
  /** Of traces, by their id: all apps keep the same ones. */
  readonly percent: number;
  readonly serviceName: string;
  readonly serverId: string;
  /** How long spans are collected before they are sent. */
  readonly sendEveryMs?: number;
}

const SEND_EVERY_MS = 2_000;
const TRACE_ID_DIGITS = 32;
const SPAN_ID_DIGITS = 16;

/** Random ids, but for the first span of a trace, whose id is given. */
class GivenIds implements IdGenerator {
  private readonly random = new RandomIdGenerator();
  given: Pick<SpanContext, 'traceId' | 'spanId'> | null = null;

  readonly generateTraceId = (): string => this.given?.traceId ?? this.random.generateTraceId();
  readonly generateSpanId = (): string => this.given?.spanId ?? this.random.generateSpanId();
}

/**
 * Spans of OpenTelemetry, sent by OTLP over HTTP. The id of a trace and of its first span follow from
 * the id of the request, which already goes from the socket through the outbox to the job: so the
 * spans of all processes are one trace, and nothing else has to be handed on.
 */
export class OtlpSpans implements SpanMaker {
  private readonly ids = new GivenIds();
  private readonly current = new AsyncLocalStorage<SpanContext>();
  private readonly provider: BasicTracerProvider;
  private readonly tracer: Tracer;

  constructor(settings: OtlpSettings) {
    const { url, percent, serviceName, serverId, sendEveryMs = SEND_EVERY_MS } = settings;
    const exporter = new OtlpExporter(url);
    this.provider = new BasicTracerProvider({
      idGenerator: this.ids,
      sampler: new TraceIdRatioBasedSampler(percent / 100),
      resource: resourceFromAttributes({
        'service.name': serviceName,
        'service.namespace': 'cardroom',
        'service.instance.id': serverId,
      }),
      spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: sendEveryMs })],
    });
    this.tracer = this.provider.getTracer('cardroom');
  }

  run<T>(spec: SpanSpec, work: (note: NoteOfSpan) => T): T {
    const requestId = currentRequestId();
    if (requestId === undefined) return work(() => undefined);
    const span = this.begin(spec, requestId);
    const note: NoteOfSpan = (attributes) => void span.setAttributes(attributes);
    try {
      const result = this.current.run(span.spanContext(), () => work(note));
      if (result instanceof Promise) return this.endWith(span, result) as T;
      span.end();
      return result;
    } catch (cause) {
      endFailed(span, cause);
      throw cause;
    }
  }

  /** Sends what waits; spans of later work are lost. */
  async close(): Promise<void> {
    await this.provider.shutdown();
  }

  private async endWith(span: Span, result: Promise<unknown>): Promise<unknown> {
    try {
      const value = await result;
      span.end();
      return value;
    } catch (cause) {
      endFailed(span, cause);
      throw cause;
    }
  }

  private begin({ name, isEntry = false, attributes = {} }: SpanSpec, requestId: string): Span {
    const first = firstSpanOf(requestId);
    const options = {
      kind: isEntry ? SpanKind.SERVER : SpanKind.INTERNAL,
      attributes: { ...attributes, 'cardroom.request_id': requestId },
    };
    if (isEntry) {
      this.ids.given = first;
      try {
        return this.tracer.startSpan(name, { ...options, root: true }, ROOT_CONTEXT);
      } finally {
        this.ids.given = null;
      }
    }
    const around = this.current.getStore();
    const parent = around?.traceId === first.traceId ? around : first;
    return this.tracer.startSpan(name, options, trace.setSpanContext(ROOT_CONTEXT, parent));
  }
}

/** Of an error nothing but its kind: messages may name what somebody sent. */
function endFailed(span: Span, cause: unknown): void {
  const kind = cause instanceof Error ? cause.name : 'unknown';
  span.setStatus({ code: SpanStatusCode.ERROR, message: kind }).end();
}

/** The span that a request begins with, whichever process has it. */
function firstSpanOf(requestId: string): SpanContext {
  const digest = createHash('sha256').update(requestId).digest('hex');
  return {
    traceId: digest.slice(0, TRACE_ID_DIGITS),
    spanId: digest.slice(TRACE_ID_DIGITS, TRACE_ID_DIGITS + SPAN_ID_DIGITS),
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  };
}
