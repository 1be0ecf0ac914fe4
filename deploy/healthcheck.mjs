// For a container's HEALTHCHECK: node healthcheck.mjs NAME_OF_PORT_VARIABLE DEFAULT_PORT
// Liveness, not readiness: an unhealthy container is restarted, and a restart mends no dependency.
const [, , variable = '', defaultPort = ''] = process.argv;
const port = process.env[variable] || defaultPort;

try {
  const answer = await fetch(`http://127.0.0.1:${port}/health/live`, {
    signal: AbortSignal.timeout(4_000),
  });
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
