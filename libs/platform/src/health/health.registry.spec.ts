import { HealthRegistry } from './health.registry';

it('a process starts, serves and drains, and does not serve again', () => {
  const registry = new HealthRegistry();
  expect(registry.state).toBe('starting');
  registry.serving();
  expect(registry.state).toBe('serving');
  registry.draining();
  registry.serving();
  expect(registry.state).toBe('draining');
});

it('a process that is told to end while it starts does not serve', () => {
  const registry = new HealthRegistry();
  registry.draining();
  registry.serving();
  expect(registry.state).toBe('draining');
});

it('details are read when they are asked for', () => {
  const registry = new HealthRegistry();
  let tables = 1;
  registry.addDetails(() => ({ tables }));
  registry.addDetails(() => ({ connections: 7 }));
  expect(registry.describe()).toMatchObject({ state: 'starting', tables: 1, connections: 7 });
  tables = 2;
  expect(registry.describe()).toMatchObject({ tables: 2 });
});
