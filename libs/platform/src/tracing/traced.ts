/** What is noted of a span: names and numbers, never input and nothing of a person. */
export type SpanAttributes = Readonly<Record<string, string | number>>;

/** Adds to the span under way what is known only at its end. */
export type NoteOfSpan = (attributes: SpanAttributes) => void;

export interface SpanSpec {
  readonly name: string;
  /** Work that somebody outside asked for: its span is the first of the request's trace. */
  readonly isEntry?: boolean;
  readonly attributes?: SpanAttributes;
}

/** Where spans are made; there is none unless traces are switched on. */
export interface SpanMaker {
  run<T>(spec: SpanSpec, work: (note: NoteOfSpan) => T): T;
}

let maker: SpanMaker | null = null;

export const useSpanMaker = (next: SpanMaker | null): void => {
  maker = next;
};

const noNote: NoteOfSpan = () => undefined;

/**
 * Runs work as a span of the trace of its request; of no request, or with traces switched off, just
 * runs it. A span lasts until what the work returns is settled. Whoever must work out what to say of
 * a span hands in how: it is not asked where there is no span.
 *
 * @example traced({ name: 'settlement', attributes: { 'cardroom.table': tableId } }, () => settle())
 */
export const traced = <T>(spec: SpanSpec | (() => SpanSpec), work: (note: NoteOfSpan) => T): T =>
  maker === null ? work(noNote) : maker.run(typeof spec === 'function' ? spec() : spec, work);
