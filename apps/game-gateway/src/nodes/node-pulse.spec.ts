import { LEASE_TTL_MS, NodePulse } from './node-pulse';

/** Leases as Redis keeps them, and as it loses them. */
class FakeLeases {
  owners = new Map<string, string>();

  acquire(tableId: string, nodeId: string): Promise<boolean> {
    if ((this.owners.get(tableId) ?? nodeId) !== nodeId) return Promise.resolve(false);
    this.owners.set(tableId, nodeId);
    return Promise.resolve(true);
  }

  renew(tableIds: readonly string[], nodeId: string): Promise<string[]> {
    return Promise.resolve(tableIds.filter((tableId) => this.owners.get(tableId) !== nodeId));
  }

  release(tableId: string): Promise<boolean> {
    return Promise.resolve(this.owners.delete(tableId));
  }

  ownerOf(tableId: string): Promise<string | null> {
    return Promise.resolve(this.owners.get(tableId) ?? null);
  }

  ownersOf(tableIds: readonly string[]): Promise<(string | null)[]> {
    return Promise.all(tableIds.map((tableId) => this.ownerOf(tableId)));
  }
}

const leases = new FakeLeases();
const reconnect: (() => void)[] = [];
const nodeOf = (name: string): NodePulse =>
  new NodePulse(name, {
    ...{ leases, close: () => undefined },
    registry: { beat: () => Promise.resolve([]), leave: () => Promise.resolve() },
    onReconnect: (listener) => reconnect.push(listener),
  });

let [owner, other] = [nodeOf('owner'), nodeOf('other')];

beforeEach(async () => {
  jest.useFakeTimers();
  leases.owners.clear();
  reconnect.splice(0);
  [owner, other] = [nodeOf('owner'), nodeOf('other')];
  const load = () => ({ pool: 'main', tables: 0, isDraining: false });
  await owner.start({ load, onLost: () => undefined });
  expect(await owner.acquire('table')).toBe(true);
  // Redis is away, loses everything, and is back.
  leases.owners.clear();
});

afterEach(async () => {
  await owner.stop();
  jest.useRealTimers();
});

describe('F7 when Redis is back without its data', () => {
  it('a table is left to its owner, whoever looks first', async () => {
    const [ownerIsBack, otherIsBack] = reconnect;
    otherIsBack?.();
    expect(await other.acquire('table')).toBe(false);
    ownerIsBack?.();
    await jest.advanceTimersByTimeAsync(0);
    expect(await leases.ownerOf('table')).toBe('owner');
  });

  it('its owner may let it go and take it again at once', async () => {
    reconnect.forEach((isBack) => isBack());
    await owner.release('table');
    expect(await other.acquire('table')).toBe(false);
    expect(await owner.acquire('table')).toBe(true);
  });

  it('another node takes it as soon as its owner has had its time', async () => {
    const [, otherIsBack] = reconnect;
    otherIsBack?.();
    await owner.stop();
    await jest.advanceTimersByTimeAsync(LEASE_TTL_MS - 1);
    expect(await other.acquire('table')).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await other.acquire('table')).toBe(true);
  });
});

it('while Redis stays, a table whose lease has run out is for whoever comes first', async () => {
  await jest.advanceTimersByTimeAsync(LEASE_TTL_MS / 10);
  expect(await other.acquire('table')).toBe(true);
});
