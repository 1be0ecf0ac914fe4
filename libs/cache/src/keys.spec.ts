import { KEY_CATALOGUE, Keys } from './keys';

const keys = new Keys('cr');
const tableId = '0193a5d2-0000-7000-8000-000000000001';

const names: Record<keyof typeof KEY_CATALOGUE, string> = {
  table: keys.table(tableId),
  tableLog: keys.tableLog(tableId),
  tableCheckpoint: keys.tableCheckpoint(tableId),
  tableCommands: keys.tableCommands(tableId),
  tableCommandOrder: keys.tableCommandOrder(tableId),
  tableUnsettled: keys.tableUnsettled(tableId),
  tableLease: keys.tableLease(tableId),
  nodes: keys.nodes(),
  nodeLine: keys.nodeLine('n'),
  lobby: keys.lobby(),
  lobbyChanged: keys.lobbyChanged(),
  connections: keys.connections('u'),
  attendance: keys.attendance(),
  rateLimit: keys.rateLimit('login', '::1'),
  auditStream: keys.auditStream(),
  auditStreamRebuilding: keys.auditStreamRebuilding(),
  faucet: keys.faucet('u'),
  recentWrite: keys.recentWrite('u'),
  cached: keys.cached('balance'),
  handCopy: keys.handCopy('h'),
  notification: keys.notification(),
  sessionRevoked: keys.sessionRevoked(),
};

describe('keys', () => {
  it.each(Object.entries(names))('%s follows the catalogue: %s', (kind, name) => {
    const { name: pattern } = KEY_CATALOGUE[kind as keyof typeof KEY_CATALOGUE];
    const escaped = pattern.replace(/[{}]/g, '\\$&').replace(/<[^>]+>/g, '.+');
    expect(name).toMatch(new RegExp(`^cr:${escaped}$`));
    expect(name).not.toContain('<');
  });

  it('are all different', () => {
    expect(new Set(Object.values(names)).size).toBe(Object.keys(KEY_CATALOGUE).length);
  });

  it('of one table share one hash tag, so that one script may touch them', () => {
    const tags = Object.entries(names)
      .filter(([kind]) => kind.startsWith('table'))
      .map(([, name]) => /\{([^}]*)\}/.exec(name)?.[1]);
    expect(new Set(tags)).toEqual(new Set([`t:${tableId}`]));
  });

  it.each(['', 'a}b', '{a', 'a:b', 'a b', 'x'.repeat(65)])('of the table %j do not exist', (id) => {
    expect(() => keys.table(id)).toThrow('Broken invariant');
  });
});
