import { ExportResultCode, type ExportResult } from '@opentelemetry/core';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';

const TIMEOUT_MS = 5_000;

/** Sends spans to a collector as JSON over HTTP. What it does not take is lost: nobody waits for it. */
export class OtlpExporter implements SpanExporter {
  private sending: Promise<void> = Promise.resolve();

  constructor(private readonly url: string) {}

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    this.sending = this.send(spans).then(
      () => {
        done({ code: ExportResultCode.SUCCESS });
      },
      (cause: unknown) => {
        done({
          code: ExportResultCode.FAILED,
          error: cause instanceof Error ? cause : new Error(String(cause)),
        });
      },
    );
  }

  forceFlush(): Promise<void> {
    return this.sending;
  }

  shutdown(): Promise<void> {
    return this.sending;
  }

  private async send(spans: ReadableSpan[]): Promise<void> {
    const answer = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JsonTraceSerializer.serializeRequest(spans) ?? []),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`The collector answered ${answer.status}`);
  }
}
