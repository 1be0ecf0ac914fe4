/** What gateways say of themselves at `/metrics`: added up, of delays the longest. */
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

export async function serverFigures(gatewayUrls: readonly string[]): Promise<ServerFigures> {
  const pages = await Promise.all(gatewayUrls.map(metricsOf));
  const all = pages.join('\n');
  const delays = pages.map((page) => sumOf(page, 'nodejs_eventloop_lag_p99_seconds'));
  return {
    cpuSeconds: sumOf(all, 'process_cpu_seconds_total'),
    rssBytes: sumOf(all, 'process_resident_memory_bytes'),
    eventLoopP99Ms: Math.max(...delays) * 1_000,
  };
}
