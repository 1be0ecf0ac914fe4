import { createDataSource } from '@cardroom/database';
import { runWithRequestId } from '@cardroom/platform';
import { createTestDatabase, type TestDatabase } from '@cardroom/testing';
import type { DataSource } from 'typeorm';

import { Auditor, type AuditEvent } from './auditor';

let database: TestDatabase;
let source: DataSource;
const auditor = new Auditor();

const EVENT: AuditEvent = {
  actorId: '0190a7c2-0000-7000-8000-000000000001',
  actorRole: 'risk',
  action: 'player.freeze',
  subject: 'player:0190a7c2-0000-7000-8000-000000000002',
  outcome: 'done',
  reason: 'asked for by the player',
  details: { sessionsClosed: 2 },
};

beforeAll(async () => {
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url });
  await source.initialize();
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const events = (): Promise<Record<string, unknown>[]> =>
  source.query('SELECT * FROM audit_events ORDER BY id');

describe('an audit event', () => {
  it('says who did what to whom, why, and under which request', async () => {
    await runWithRequestId('request-1', () =>
      source.transaction((manager) => auditor.record(manager, EVENT)),
    );
    expect(await events()).toEqual([
      expect.objectContaining({
        actor_id: EVENT.actorId,
        actor_role: 'risk',
        action: 'player.freeze',
        subject: EVENT.subject,
        outcome: 'done',
        reason: 'asked for by the player',
        details: { sessionsClosed: 2 },
        request_id: 'request-1',
      }),
    ]);
  });

  it('is there only if what it tells of has happened', async () => {
    const before = await events();
    const undone = source.transaction(async (manager) => {
      await auditor.record(manager, EVENT);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await events()).toEqual(before);
  });

  it('may be a stranger’s, without a reason', async () => {
    const { action, subject, outcome } = EVENT;
    const stranger = { actorId: null, actorRole: 'nobody' };
    await auditor.record(source.manager, { ...stranger, action, subject, outcome });
    expect((await events()).at(-1)).toMatchObject({ actor_id: null, reason: null, details: {} });
  });

  it.each([
    `UPDATE audit_events SET reason = ''`,
    'DELETE FROM audit_events',
    'TRUNCATE audit_events',
  ])('stays as it is: %s is refused', async (statement) => {
    await expect(source.query(statement)).rejects.toThrow('audit_events is append-only');
  });

  it.each<[string, Partial<AuditEvent>, string]>([
    ['an action that is no word', { action: 'Freeze the player!' }, 'CK_audit_events_action'],
    ['no subject', { subject: '' }, 'CK_audit_events_subject'],
    ['a reason that is a book', { reason: 'x'.repeat(2001) }, 'CK_audit_events_reason'],
  ])('with %s is refused', async (_what, change, constraint) => {
    await expect(auditor.record(source.manager, { ...EVENT, ...change })).rejects.toMatchObject({
      driverError: { constraint },
    });
  });
});
