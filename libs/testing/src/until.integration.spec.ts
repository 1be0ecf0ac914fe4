import { until } from './until';

it('looks until it holds', async () => {
  let looks = 0;
  await until('the third look', () => Promise.resolve((looks += 1) === 3), { everyMs: 1 });
  expect(looks).toBe(3);
});

it('names what did not come to hold, as it is at the end', async () => {
  let looks = 0;
  const never = (): boolean => {
    looks += 1;
    return false;
  };
  const patience = { timeoutMs: 20, everyMs: 5 };
  await expect(until('rain', never, patience)).rejects.toThrow('in vain waited for rain');
  const failed = until(() => `look ${looks}`, never, patience);
  const message = await failed.catch((cause: unknown) => String(cause));
  expect(message).toBe(`Error: in vain waited for look ${looks}`);
});

it('ends with what went wrong while it looked', async () => {
  const broken = () => Promise.reject(new Error('the server is gone'));
  await expect(until('rain', broken)).rejects.toThrow('the server is gone');
});
