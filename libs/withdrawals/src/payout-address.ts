import { isValidChecksumAddress } from '@ethereumjs/util';
import { getAddressInfo, Network } from 'bitcoin-address-validation';

export const PAYOUT_NETWORKS = ['bitcoin', 'ethereum'] as const;
export type PayoutNetwork = (typeof PAYOUT_NETWORKS)[number];

export type AddressFault = 'malformed' | 'test_network' | 'nobody_owns' | 'contract';

/** Long enough for every address; nothing longer reaches a parser. */
const MAX_ADDRESS_LENGTH = 90;

/** Where money only disappears: the hash of zeros and the oldest burn address. */
const UNOWNED_BITCOIN: ReadonlySet<string> = new Set([
  '1111111111111111111114oLvT2',
  '1BitcoinEaterAddressDontSendf59kuE',
]);

/** Contracts of the tokens that are sent most; what is sent to one of them is lost. */
const TOKEN_CONTRACTS: ReadonlySet<string> = new Set([
  '0xdac17f958d2ee523a2206206994597c13d831ec7',
  '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48',
  '0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2',
  '0x2260fac5e5542a773aa44fbcfedf7c193bc2c599',
  '0x6b175474e89094c44da98b954eedeac495271d0f',
  '0x95ad61b0a150d79219dcf64e1e6cc01f0b64c4ce',
  '0x514910771af9ca656af840dff83e8264ecf986ca',
]);

const UNOWNED_ETHEREUM: ReadonlySet<string> = new Set([
  '0x000000000000000000000000000000000000dead',
  '0xdead000000000000000042069420694206942069',
]);

/** The zero address and those of the precompiled functions: nobody has their keys. */
const PRECOMPILED = /^0x0{36}[0-9a-f]{4}$/;

function bitcoinFault(address: string): AddressFault | null {
  if (UNOWNED_BITCOIN.has(address)) return 'nobody_owns';
  try {
    return getAddressInfo(address).network === Network.mainnet ? null : 'test_network';
  } catch {
    return 'malformed';
  }
}

function ethereumFault(address: string): AddressFault | null {
  // Without mixed case there is no checksum, and one wrong letter is nobody's address.
  const key = address.toLowerCase();
  if (PRECOMPILED.test(key) || UNOWNED_ETHEREUM.has(key)) return 'nobody_owns';
  if (!/^0x[0-9a-fA-F]{40}$/.test(address) || !isValidChecksumAddress(address)) return 'malformed';
  return TOKEN_CONTRACTS.has(key) ? 'contract' : null;
}

/**
 * Why nothing is sent to an address; null where it is good. Rule: docs/rules/withdrawals.md §5.
 *
 * @example addressFault('ethereum', '0x0000000000000000000000000000000000000000') // 'nobody_owns'
 */
export function addressFault(network: PayoutNetwork, address: string): AddressFault | null {
  if (address.length > MAX_ADDRESS_LENGTH || !/^[0-9a-zA-Z]+$/.test(address)) return 'malformed';
  return network === 'bitcoin' ? bitcoinFault(address) : ethereumFault(address);
}

/** One key for all ways to write an address: bech32 and hexadecimal have two cases, base58 does not. */
export function addressKeyOf(network: PayoutNetwork, address: string): string {
  const hasOneCase = network === 'ethereum' || /^bc1/i.test(address);
  return `${network}:${hasOneCase ? address.toLowerCase() : address}`;
}
