import { createHash, createHmac } from 'node:crypto';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const PAY_TO_KEY_HASH = 0x00;

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

function base58(bytes: Uint8Array): string {
  let text = '';
  let value = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  for (; value > 0n; value /= 58n) text = (BASE58[Number(value % 58n)] ?? '') + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return '1'.repeat(zeros) + text;
}

/** A valid address of a network that belongs to nobody, always the same for a name. */
export function addressFor(network: string, name: string): string {
  const hash = createHmac('sha256', 'addresses').update(`${network}:${name}`).digest();
  if (network !== 'bitcoin') return `0x${hash.subarray(0, 20).toString('hex')}`;
  const payload = Buffer.concat([Buffer.from([PAY_TO_KEY_HASH]), hash.subarray(0, 20)]);
  return base58(Buffer.concat([payload, sha256(sha256(payload)).subarray(0, 4)]));
}
