import { Logger } from '@nestjs/common';
import type { LineAnswer } from '@cardroom/cache';
import { BusinessError } from '@cardroom/platform';
import type { Answer, ErrorCode } from '@cardroom/protocol';

import { refusal } from './answers';
import { TableCalls } from './table-calls';

const away = (): Promise<never> => Promise.reject(new BusinessError('SERVICE_UNAVAILABLE'));
const SILENT: LineAnswer = { status: 'silent' };
const NOBODY: LineAnswer = { status: 'nobody' };
const answered = (answer: Answer | null): LineAnswer => ({
  ...{ status: 'answered', value: { type: 'answer', answer } },
});

/** What the owners answer one after the other, and whether PostgreSQL does. */
function callTo(replies: readonly LineAnswer[], faultOf: () => Promise<null> = nothing) {
  const left = [...replies];
  const calls = new TableCalls(
    { answer: () => Promise.resolve(null) },
    { ownerOf: () => Promise.resolve('owner'), isHere: () => false, faultOf },
    { ask: () => (left.length === 0 ? away() : Promise.resolve(left.shift() ?? NOBODY)) },
  );
  const command = { type: 'table.leave', cmdId: 'cmd-12345678', tableId: 'table' } as const;
  const player = { userId: 'user', nickname: 'User', isStaff: false };
  return calls.call({ type: 'play', command, player });
}

const nothing = (): Promise<null> => Promise.resolve(null);
const code = (answer: Answer): ErrorCode | 'ok' => (answer.ok ? 'ok' : answer.code);

Logger.overrideLogger(false);

describe('I5 once a command may have been heard', () => {
  it('no answer of the next owner for a while is OUTCOME_UNKNOWN', async () => {
    expect(code(await callTo([SILENT]))).toBe('OUTCOME_UNKNOWN');
  });

  it('a fault while looking for the next owner is OUTCOME_UNKNOWN', async () => {
    expect(code(await callTo([SILENT], away))).toBe('OUTCOME_UNKNOWN');
  });

  it.each<ErrorCode>(['SERVICE_UNAVAILABLE', 'INTERNAL_ERROR', 'TABLE_MOVED'])(
    '%s of the next owner is OUTCOME_UNKNOWN',
    async (given) => {
      expect(code(await callTo([SILENT, answered(refusal(given))]))).toBe('OUTCOME_UNKNOWN');
    },
  );

  it('what the next owner knows counts: done, or refused', async () => {
    const done = { ok: true, requestId: 'first', stateVersion: 7 } as const;
    expect(await callTo([SILENT, answered(done)])).toEqual(done);
    expect(code(await callTo([SILENT, answered(refusal('STALE_STATE'))]))).toBe('STALE_STATE');
  });
});

describe('while nobody can have heard a command', () => {
  it('a fault is what it is', async () => {
    await expect(callTo([NOBODY], away)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    const refused = await callTo([NOBODY, answered(refusal('SERVICE_UNAVAILABLE'))]);
    expect(code(refused)).toBe('SERVICE_UNAVAILABLE');
  });

  it('a table that has moved is looked for', async () => {
    const done = { ok: true, requestId: 'first' } as const;
    expect(await callTo([answered(null), NOBODY, answered(done)])).toEqual(done);
  });
});
