import type { Access } from '@cardroom/integrity';

/** A session of a player: where it came from and with what. */
export interface SessionRow {
  readonly userId: string;
  readonly address: string;
  readonly userAgent: string;
}

/** Groups of an IPv6 address that name a network; the rest names a device in it, and changes. */
const NETWORK_GROUPS = 4;
const ALL_GROUPS = 8;

/** The network of an address: the address itself for IPv4, the first 64 bits for IPv6. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(Math.max(0, ALL_GROUPS - before.length - after.length)).fill('0');
  const groups = tail === undefined ? before : [...before, ...zeros, ...after];
  return groups.slice(0, NETWORK_GROUPS).join(':');
}

/**
 * What a session says of who it comes from: its network, and in it the kind of device, as far as the
 * name of the browser tells them apart.
 */
export function accessesOf({ userId, address, userAgent }: SessionRow): Access[] {
  const network = networkOf(address);
  const accesses: Access[] = [{ userId, means: 'network', key: network }];
  if (userAgent !== '') accesses.push({ userId, means: 'device', key: `${network} ${userAgent}` });
  return accesses;
}
