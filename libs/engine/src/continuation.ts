import { liveSeats } from './betting';
import type { Course } from './course';
import { areBoardsWhole, nextStreet } from './deal';
import { foldStreetDealt } from './evolve';
import type { HandState } from './hand-types';
import { uncalledBet } from './pots';
import { settle } from './settlement';
import { contestOf, playShowdown, showAll, uncontested } from './showdown';

/** Whether the hand waits for a player: for an action, or for the number of runs. */
const isWaiting = ({ toActSeat, runChoiceSeats }: HandState): boolean =>
  toActSeat !== null || runChoiceSeats.length > 0;

/** Everything that follows without a decision: streets, run-out, showdown, settlement. */
export function runOn(course: Course): void {
  const { state } = course;
  while (state.outcome === 'playing' && !isWaiting(state)) {
    returnUncalled(course);
    if (course.draft.liveCount < 2) settle(course, uncontested(state));
    else goOn(course);
  }
}

function returnUncalled(course: Course): void {
  // Two who can still act have matched each other, and nobody has put in more.
  if (course.draft.activeCount > 1) return;
  const uncalled = uncalledBet(course.state);
  if (uncalled === null) return;
  const { seat, amountKrw } = uncalled;
  course.add({ type: 'uncalled_returned', seat, amountKrw });
}

/** The next step of a hand that several have stayed in. */
function goOn(course: Course): void {
  const { state, dealer } = course;
  const isClosed = course.draft.activeCount < 2;
  if (isClosed) showAll(course);
  if (areBoardsWhole(state)) {
    const contest = contestOf(state, dealer);
    playShowdown(course, contest);
    settle(course, contest);
  } else if (isClosed && mayChooseRuns(state)) {
    course.add({ type: 'runs_offered', seats: liveSeats(state).map(({ seat }) => seat) });
  } else {
    course.go(nextStreet(state, dealer), foldStreetDealt);
  }
}

const mayChooseRuns = ({ setup, runs }: HandState): boolean => setup.boards === 2 && runs === null;
