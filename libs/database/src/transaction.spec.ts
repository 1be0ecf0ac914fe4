import type { DataSource } from 'typeorm';

import { constraintOf, sqlStateOf, withTransaction } from './transaction';

const failure = (code: string): Error => Object.assign(new Error('database'), { code });

/** A data source whose transactions end as the list says; a string is an SQLSTATE. */
function sourceThat(...endings: (string | number)[]) {
  const state = { attempts: 0 };
  const transaction = () => {
    const ending = endings[state.attempts] ?? endings.at(-1) ?? 0;
    state.attempts += 1;
    return typeof ending === 'string' ? Promise.reject(failure(ending)) : Promise.resolve(ending);
  };
  return { state, source: { transaction } as unknown as DataSource };
}

const run = (source: DataSource) => withTransaction(source, () => Promise.resolve(0));

it.each(['40001', '40P01'])('%s is tried again', async (code) => {
  const { source, state } = sourceThat(code, code, 7);
  expect(await run(source)).toBe(7);
  expect(state.attempts).toBe(3);
});

it.each(['23505', '23514', '57014', '08006', '53300'])('%s is not tried again', async (code) => {
  const { source, state } = sourceThat(code, 7);
  await expect(run(source)).rejects.toMatchObject({ code });
  expect(state.attempts).toBe(1);
});

it('trying again ends, with the error that it met', async () => {
  const { source, state } = sourceThat('40001');
  await expect(run(source)).rejects.toMatchObject({ code: '40001' });
  expect(state.attempts).toBe(5);
});

it('names the state and the constraint of a driver error, and of nothing else', () => {
  const driverError = Object.assign(new Error('x'), {
    code: '23505',
    constraint: 'UQ_users_email_key',
  });
  expect(sqlStateOf(driverError)).toBe('23505');
  expect(constraintOf(driverError)).toBe('UQ_users_email_key');
  expect(constraintOf(Object.assign(new Error('x'), { driverError }))).toBe('UQ_users_email_key');
  for (const other of [undefined, null, 'x', {}, new Error('x')]) {
    expect([sqlStateOf(other), constraintOf(other)]).toEqual([undefined, undefined]);
  }
});
