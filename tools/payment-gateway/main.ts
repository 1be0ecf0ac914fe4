import { parseArgs } from 'node:util';

import { Payments } from './payments';
import { paymentServer } from './server';

const USAGE =
  'payment-gateway --port N --webhook-url URL --secret S [--deliveries N]: simulates crypto payments';

function readOptions(): { port: number; webhookUrl: string; secret: string; deliveries: number } {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      'webhook-url': { type: 'string' },
      secret: { type: 'string' },
      deliveries: { type: 'string', default: '1' },
    },
  });
  const port = Number(values.port);
  const deliveries = Number(values.deliveries);
  const { 'webhook-url': webhookUrl, secret } = values;
  const isFit =
    Number.isInteger(port) && port >= 0 && Number.isInteger(deliveries) && deliveries > 0;
  if (!isFit || webhookUrl === undefined || secret === undefined)
    throw new Error('options are missing');
  return { port, webhookUrl, secret, deliveries };
}

function main(): void {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions();
  } catch (cause) {
    console.error(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`);
    process.exit(2);
  }
  const payments = new Payments(options);
  const server = paymentServer(payments);
  server.on('error', (error) => {
    console.error(`payment-gateway: ${error.message}`);
    process.exit(1);
  });
  server.listen(options.port, '127.0.0.1', () => console.log('payment-gateway: listening'));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      payments.stop();
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
  }
}

main();
