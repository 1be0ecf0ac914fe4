import { parseArgs } from 'node:util';

import { parseDecimal } from '@cardroom/money';

import { control, ControlError, runCommand, simulatorUrl } from '../simulators/control';
import { serve } from '../simulators/serve';
import { RateServer } from './rate-server';

const USAGE = `Simulated sources of exchange rates: coingecko, upbit, bithumb, binance.

  npm run rates -- show                      what they tell
  npm run rates -- set BTC 90000000          won for one whole coin, at every source
  npm run rates -- source upbit silent       silent, error, garbage, empty or ok
  npm run rates -- source upbit ok --age 90  its prices are so many seconds old
  npm run rates -- serve --port N            what npm start runs

--data DIR and --url URL say which running system is meant.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      url: { type: 'string' },
      age: { type: 'string', default: '0' },
    },
  });
  const [command, name = '', value = ''] = positionals;
  if (command === 'serve') {
    await serve('rate-source', new RateServer(), values.port);
    return;
  }
  const url = values.url ?? simulatorUrl(({ rateSource }) => rateSource, values.data ?? null);
  const show = (answer: unknown): void => console.log(JSON.stringify(answer, null, 2));
  if (command === 'show') show(await control(url, '/control'));
  else if (command === 'set') {
    if (parseDecimal(value) === null) throw new ControlError(`not a price: ${value}`);
    show(await control(url, '/control/prices', { asset: name, priceKrw: value }));
  } else if (command === 'source') {
    const ageMs = Number(values.age) * 1_000;
    show(await control(url, '/control/sources', { source: name, mode: value, ageMs }));
  } else throw new ControlError(`there is no command ${command ?? ''}`);
}

runCommand(USAGE, main);
