import { krw, minKrw, type Krw } from '@cardroom/money';

import { seatOf } from './betting';
import type { Course } from './course';
import { foldBlind } from './evolve';
import type { SeatIndex } from './seat-index';

/**
 * Everything that is put in before the cards: antes, blinds, entry posts, a straddle.
 *
 * Rule: docs/rules/holdem.md §2.
 */
export function postForced(course: Course): void {
  const { setup, smallBlindSeat, bigBlindSeat } = course.state;
  postAntes(course);
  postBlind(course, 'small', smallBlindSeat, setup.stakes.smallBlindKrw);
  postBlind(course, 'big', bigBlindSeat, setup.stakes.bigBlindKrw);
  postEntries(course);
  postStraddle(course);
}

function postAntes(course: Course): void {
  const { anteKrw, bigBlindAnteKrw } = course.state.setup.stakes;
  if (anteKrw + bigBlindAnteKrw === 0) return;
  const big = course.state.bigBlindSeat;
  for (const { seat, stackKrw } of course.state.seats) {
    const amountKrw = minKrw(anteKrw, stackKrw);
    if (amountKrw > 0) course.add({ type: 'ante_posted', seat, amountKrw, dead: false });
  }
  const deadKrw = minKrw(bigBlindAnteKrw, seatOf(course.state, big)?.stackKrw ?? bigBlindAnteKrw);
  if (deadKrw > 0) course.add({ type: 'ante_posted', seat: big, amountKrw: deadKrw, dead: true });
}

/** A blind too short to post in full is all-in. Rule: docs/rules/holdem.md §2.4. */
function postBlind(
  course: Course,
  kind: 'small' | 'big',
  at: SeatIndex | null,
  blindKrw: Krw,
): void {
  const seat = at === null ? null : seatOf(course.state, at);
  if (seat === null || blindKrw === 0) return;
  const amountKrw = minKrw(blindKrw, seat.stackKrw);
  course.go({ type: 'blind_posted', seat: seat.seat, kind, amountKrw }, foldBlind);
}

/** The live part first, where a stack is too short for both. Rule: docs/rules/holdem.md §2.7. */
function postEntries(course: Course): void {
  const { entryPosts } = course.state.setup;
  if (entryPosts === undefined || entryPosts.length === 0) return;
  for (const { seat, stackKrw } of course.state.seats) {
    const post = entryPosts.find((each) => each.seat === seat);
    if (post === undefined) continue;
    const liveKrw = minKrw(post.liveKrw, stackKrw);
    const deadKrw = minKrw(post.deadKrw, krw(stackKrw - liveKrw));
    if (liveKrw + deadKrw > 0) course.add({ type: 'entry_posted', seat, liveKrw, deadKrw });
  }
}

/** A straddle is voluntary: whoever cannot post it whole does not. Rule: docs/rules/holdem.md §2.8. */
function postStraddle(course: Course): void {
  const { straddle } = course.state.setup;
  const seat = straddle === undefined ? null : seatOf(course.state, straddle.seat);
  if (straddle === undefined || seat === null) return;
  const addedKrw = krw(straddle.amountKrw - seat.streetBetKrw);
  if (addedKrw > seat.stackKrw) return;
  course.add({ type: 'blind_posted', seat: seat.seat, kind: 'straddle', amountKrw: addedKrw });
}
