import { setTimeout as sleep } from 'node:timers/promises';

import { Crowd } from './crowd';
import type { CrowdOrder } from './crowd-words';

/** Nobody to connect: its process is seated as soon as it runs. */
const nobody: CrowdOrder = {
  ...{ members: [], intervalMs: 1_000 },
  ...{ seconds: 0, warmUpSeconds: 0, seed: 1 },
};

it('a process that is further than it was asked for is not waited for', async () => {
  const crowd = Crowd.gather([nobody, nobody]);
  try {
    // Long enough for both to have said all that comes before the play.
    await sleep(3_000);
    await crowd.reached('connected');
    await crowd.reached('seated');
    crowd.play();
    await crowd.reached('measuring');
    expect(await crowd.measured()).toHaveLength(2);
  } finally {
    await crowd.dismiss();
  }
});

it('a process that fails is told, whenever it is asked for', async () => {
  const member = { gatewayUrl: 'http://127.0.0.1:9', token: '', name: 'Nobody', seat: null };
  const crowd = Crowd.gather([{ ...nobody, members: [member] }]);
  try {
    const failure = { message: expect.stringContaining('ECONNREFUSED') as string };
    await expect(crowd.reached('connected')).rejects.toMatchObject(failure);
    await expect(crowd.reached('seated')).rejects.toMatchObject(failure);
  } finally {
    await crowd.dismiss();
  }
});
