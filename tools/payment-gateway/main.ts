import { parseArgs } from 'node:util';

import { parseDecimal, unitsOfCoins } from '@cardroom/money';

import { control, ControlError, runCommand, simulatorUrl } from '../simulators/control';
import { serve } from '../simulators/serve';
import { COINS } from './coins';
import { GatewayServer } from './gateway-server';

const USAGE = `The simulated payment gateway, with chains of its own.

  npm run gateway -- show                                         payments, payouts, behaviour
  npm run gateway -- deposit --to ADDRESS --asset BTC --amount 0.01   somebody pays
      [--confirmations N]  [--txid TXID --output N]  [--screening flagged]
  npm run gateway -- mine bitcoin 3                               three blocks come
  npm run gateway -- reorg TXID [--gone]                          its block is replaced; gone: for good
  npm run gateway -- payout PAYOUT_ID completed                   or failed
  npm run gateway -- behave '{"loseWebhooks":true}'               duplicates, delayMs, reorder, lag,
                                                                  api (ok, silent, down), payouts
                                                                  (ok, stuck, fail, silent)
  npm run gateway -- serve --port N --webhook-url URL --secret S --api-secret S   what npm start runs

--data DIR and --url URL say which running system is meant.`;

const CONTRACTS: Readonly<Record<string, string>> = {
  USDT: '0xdac17f958d2ee523a2206206994597c13d831ec7',
  USDC: '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48',
};

const readArguments = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      ...{ port: { type: 'string' }, 'webhook-url': { type: 'string' } },
      ...{ secret: { type: 'string' }, 'api-secret': { type: 'string' } },
      ...{ 'block-ms': { type: 'string', default: '0' }, state: { type: 'string' } },
      ...{ data: { type: 'string' }, url: { type: 'string' }, to: { type: 'string' } },
      ...{ asset: { type: 'string', default: 'BTC' }, amount: { type: 'string', default: '' } },
      ...{ confirmations: { type: 'string', default: '0' }, txid: { type: 'string' } },
      ...{ output: { type: 'string', default: '0' }, screening: { type: 'string' } },
      gone: { type: 'boolean', default: false },
    },
  });
type Values = ReturnType<typeof readArguments>['values'];

const wholeNumber = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new ControlError(`not a whole number: ${text}`);
  return Number(text);
};

function start(values: Values): Promise<void> {
  const { secret, 'webhook-url': webhookUrl, 'api-secret': apiSecret } = values;
  if (secret === undefined || webhookUrl === undefined || apiSecret === undefined) {
    throw new ControlError('give --webhook-url, --secret and --api-secret');
  }
  const server = new GatewayServer({
    ...{ webhookUrl, secret, apiSecret },
    blockMs: wholeNumber(values['block-ms']),
    stateFile: values.state ?? null,
  });
  return serve('payment-gateway', server, values.port);
}

/** The payment that the options speak of. */
function deposit(values: Values): object {
  const coin = COINS[values.asset];
  if (coin === undefined)
    throw new ControlError(`--asset is one of ${Object.keys(COINS).join(', ')}`);
  const amount = parseDecimal(values.amount);
  const units = amount === null ? null : unitsOfCoins(amount, coin.decimals);
  if (units === null) throw new ControlError(`${values.asset} has no amount of "${values.amount}"`);
  const contract = CONTRACTS[values.asset];
  const { to: address, asset, txid, screening } = values;
  return {
    ...{ address, asset, network: coin.network, amountUnits: units.toString() },
    ...(contract === undefined ? {} : { contract }),
    confirmations: wholeNumber(values.confirmations),
    outputIndex: wholeNumber(values.output),
    ...(txid === undefined ? {} : { txid }),
    ...(screening === undefined ? {} : { screening }),
  };
}

/** The path of the control surface and what goes there. */
function commandOf(positionals: readonly string[], values: Values): [string, object?] {
  const [command = '', first = '', second = ''] = positionals;
  switch (command) {
    case 'show':
      return ['/control'];
    case 'deposit':
      return ['/control/deposits', deposit(values)];
    case 'mine':
      return ['/control/mine', { network: first, blocks: wholeNumber(second || '1') }];
    case 'reorg':
      return ['/control/reorg', { txid: first, gone: values.gone }];
    case 'payout':
      return [`/control/payouts/${first}`, { status: second }];
    case 'behave':
      return ['/control/behaviour', JSON.parse(first) as object];
    default:
      throw new ControlError(`there is no command ${command}`);
  }
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (positionals[0] === 'serve') return start(values);
  const [path, body] = commandOf(positionals, values);
  const url =
    values.url ?? simulatorUrl(({ paymentGateway }) => paymentGateway, values.data ?? null);
  console.log(JSON.stringify(await control(url, path, body), null, 2));
}

runCommand(USAGE, main);
