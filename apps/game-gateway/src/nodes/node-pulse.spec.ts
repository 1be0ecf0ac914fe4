import { Logger } from '@nestjs/common';

import { NodeDeaths } from './node-deaths';
import { LEASE_TTL_MS, NodePulse } from './node-pulse';

/** Leases as Redis keeps them, and as it loses them. */
class FakeLeases {
  owners = new Map<string, string>();

  acquire(tableId: string, nodeId: string, _ttlMs: number, dead: string[]): Promise<boolean> {
    const holder = this.owners.get(tableId) ?? nodeId;
    if (holder !== nodeId && !dead.includes(holder)) return Promise.resolve(false);
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
/** Those that nobody listens for. */
let deaf: string[] = [];
const nodes = ['owner', 'other'].map((nodeId) => ({
  ...{ nodeId, pool: 'main', tables: 0, connections: 0, isDraining: false, ageMs: 0 },
}));
const nodeOf = (name: string): NodePulse =>
  new NodePulse(name, {
    ...{ leases, close: () => undefined },
    registry: { beat: () => Promise.resolve(nodes), leave: () => Promise.resolve() },
    deaths: new NodeDeaths({ deafOf: () => Promise.resolve(deaf) }),
    onReconnect: (listener) => reconnect.push(listener),
  });
const load = () => ({ pool: 'main', tables: 0, isDraining: false });
const sourceOf = (onDeath: () => void = () => undefined) => ({
  ...{ load, onDeath, onLost: () => undefined },
});

let [owner, other] = [nodeOf('owner'), nodeOf('other')];

Logger.overrideLogger(false);

beforeEach(async () => {
  jest.useFakeTimers();
  leases.owners.clear();
  reconnect.splice(0);
  [owner, other] = [nodeOf('owner'), nodeOf('other')];
  deaf = [];
  await owner.start(sourceOf());
  expect(await owner.acquire('table')).toBe(true);
});

afterEach(async () => {
  await owner.stop();
  jest.useRealTimers();
});

describe('F7 when Redis is back without its data', () => {
  beforeEach(() => leases.owners.clear());

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
  leases.owners.clear();
  await jest.advanceTimersByTimeAsync(LEASE_TTL_MS / 10);
  expect(await other.acquire('table')).toBe(true);
});

describe('F1 a node for which nobody listens any more', () => {
  const onDeath = jest.fn();
  /** The next look, and all that it leads to. */
  const look = () => jest.advanceTimersByTimeAsync(250);

  beforeEach(async () => {
    onDeath.mockClear();
    await other.start(sourceOf(onDeath));
  });
  afterEach(() => other.stop());

  it('is dead at the second look: its tables are free, and it is given no others', async () => {
    deaf = ['owner'];
    await look();
    expect(onDeath).not.toHaveBeenCalled();
    expect(await other.acquire('table')).toBe(false);
    await look();
    expect(onDeath).toHaveBeenCalledTimes(1);
    expect(other.nodes.map(({ nodeId }) => nodeId)).toEqual(['other']);
    expect(await other.ownerOf('table')).toBeNull();
    expect(await other.ownersOf(['table', 'another'])).toEqual([null, null]);
    expect(await other.acquire('table')).toBe(true);
    await look();
    expect(onDeath).toHaveBeenCalledTimes(1);
  });

  it('keeps its tables where it is listened for again by then', async () => {
    deaf = ['owner'];
    await look();
    deaf = [];
    await look();
    deaf = ['owner'];
    await look();
    expect(onDeath).not.toHaveBeenCalled();
    expect(await other.ownerOf('table')).toBe('owner');
    expect(await other.acquire('table')).toBe(false);
  });

  it('is given tables again when it was only away', async () => {
    deaf = ['owner'];
    await look();
    await look();
    deaf = [];
    await look();
    expect(other.nodes).toHaveLength(2);
    expect(await other.acquire('table')).toBe(false);
  });
});
