import { verify } from '../tools/verify/verify';
import { AbuseRoom } from './abuse/abuse-room';
import { framesAbuse } from './abuse/frames.abuse-spec';
import { handAbuse } from './abuse/hand.abuse-spec';
import { seatsAbuse } from './abuse/seats.abuse-spec';

/**
 * Bad input at the players' door, by the numbers of the catalogue of abuse. One room serves all of
 * it, in this order: who sits down in the second part plays in the third.
 */
const room = new AbuseRoom();

beforeAll(() => room.open(), 120_000);
afterAll(() => room.close());

framesAbuse(room);
seatsAbuse(room);
handAbuse(room);

it('leaves the books clean', async () => {
  const reports = await verify(room.apps);
  expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
});
