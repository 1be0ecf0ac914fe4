/** What a gateway says of itself at `/metrics`. */
export interface ServerFigures {
  readonly cpuSeconds: number;
  readonly rssBytes: number;
  readonly eventLoopP99Ms: number;
}

/** A value of the text of Prometheus, summed over its labels; 0 where it is missing. */
export function sumOf(text: string, metric: string): number {
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${metric} `) || line.startsWith(`${metric}{`))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}

/** The text of `/metrics`. A connection that was kept may have been closed meanwhile: asked once more. */
export async function metricsOf(gatewayUrl: string): Promise<string> {
  const ask = () => fetch(`${gatewayUrl}/metrics`);
  return (await ask().catch(ask)).text();
}

export async function serverFigures(gatewayUrl: string): Promise<ServerFigures> {
  const text = await metricsOf(gatewayUrl);
  return {
    cpuSeconds: sumOf(text, 'process_cpu_seconds_total'),
    rssBytes: sumOf(text, 'process_resident_memory_bytes'),
    eventLoopP99Ms: sumOf(text, 'nodejs_eventloop_lag_p99_seconds') * 1_000,
  };
}
