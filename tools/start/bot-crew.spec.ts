import { nicknameOf } from './bot-crew';
import { MAX_BOTS } from './options';
import { DEMO_ACCOUNTS } from './seed-accounts';

it('each bot and each account of a new system has a nickname of its own, so that all come in', () => {
  const bots = Array.from({ length: MAX_BOTS }, (_, index) => nicknameOf(index));
  const all = [...bots, ...DEMO_ACCOUNTS.map(({ nickname }) => nickname)];
  const known = all.map((nickname) => nickname.toLowerCase());
  expect(new Set(known).size).toBe(all.length);
});
