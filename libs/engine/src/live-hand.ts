import { afterHand } from './after-hand';
import { legalActionsIn, type LegalActions } from './betting';
import { isDeck } from './cards';
import { runOn } from './continuation';
import { Course } from './course';
import { foldActed, foldCardsDealt } from './evolve';
import { HandDraft } from './hand-draft';
import { isRuns, setupFault } from './hand-setup';
import type { Dealer, HandCommand, HandEvent, HandSetup, HandState, Runs } from './hand-types';
import type { SeatIndex } from './seat-index';
import { postForced } from './posting';
import { accept, refusal, refuse, type Refusal, type Result } from './result';
import { actedEvent, addedBy, turnFault, type TurnCommand } from './turn';

/**
 * A hand that is changed in place, for those who own it alone and play it to its end: simulations,
 * bots, replays. `decide`, `play` and the like do the same to a copy, and leave what they are given.
 *
 * @example LiveHand.open(setup, dealer).value.state.toActSeat // 2
 */
export class LiveHand {
  /** Null where nobody is to act, undefined where nobody has asked since the last event. */
  private legal: LegalActions | null | undefined;

  private constructor(private readonly course: Course) {}

  /**
   * Begins a hand: antes, blinds, the deal, and all that follows without anyone's decision.
   *
   * Errors: INVALID_SETUP. Rule: docs/rules/holdem.md §1, §2.
   */
  static open(setup: HandSetup, dealer: Dealer): Result<LiveHand, Refusal> {
    const fault =
      setupFault(setup) ?? (isDeck(dealer.deck) ? null : 'A deck has 52 different cards');
    if (fault !== null) return refuse('INVALID_SETUP', fault);
    const course = new Course(HandDraft.begin(setup), dealer, [{ type: 'hand_started', setup }]);
    postForced(course);
    const seatsInDealOrder = course.state.seats.map(({ seat }) => seat);
    course.go({ type: 'cards_dealt', seatsInDealOrder }, foldCardsDealt);
    runOn(course);
    return accept(new LiveHand(course));
  }

  /** Goes on with a copy of a hand. */
  static from(state: HandState, dealer: Dealer): LiveHand {
    return new LiveHand(new Course(HandDraft.of(state), dealer));
  }

  /** The hand now: an object that changes with every command. */
  get state(): HandState {
    return this.course.state;
  }

  /** What has happened since it was opened or taken over; the list grows with every command. */
  get events(): readonly HandEvent[] {
    return this.course.events;
  }

  /** What the seat to act may do; null where nobody is to act. Rule: docs/rules/holdem.md §3, §10. */
  legalActions(): LegalActions | null {
    if (this.legal === undefined) {
      const { draft } = this.course;
      this.legal = draft.actor === null ? null : legalActionsIn(draft, draft.actor);
    }
    return this.legal;
  }

  /**
   * Does what a command says, and everything that follows from it; a refusal changes nothing.
   *
   * Errors, and the order of checks: those of `decide`.
   *
   * @example LiveHand.open(setup, dealer).value.play({ type: 'call', seat: seatIndex(2) }) // null
   * @example LiveHand.open(setup, dealer).value.play({ type: 'call', seat: seatIndex(0) }).code // 'NOT_YOUR_TURN'
   */
  play(command: HandCommand): Refusal | null {
    const fault = this.playIn(command);
    if (fault === null) this.legal = undefined;
    return fault;
  }

  private playIn(command: HandCommand): Refusal | null {
    if (this.state.outcome !== 'playing') return this.goBack(command);
    switch (command.type) {
      case 'fold':
      case 'check':
      case 'call':
      case 'bet':
      case 'raise':
        return this.act(command);
      case 'timeout':
        return this.state.runChoiceSeats.length > 0
          ? this.chooseRuns(command.seat, 1, true)
          : this.act(command);
      case 'choose_runs':
        return this.chooseRuns(command.seat, command.runs, false);
      case 'void':
        this.course.add({ type: 'hand_voided', reason: command.reason });
        return null;
      case 'show':
      case 'rabbit_hunt':
        return this.goBack(command);
    }
  }

  private act(command: TurnCommand): Refusal | null {
    const { course } = this;
    const { actor, hand } = course.draft;
    if (actor?.seat !== command.seat) return turnFault(hand, command);
    const legal = this.legal ?? legalActionsIn(course.draft, actor);
    const addedKrw = addedBy(hand, actor, command, legal);
    if (typeof addedKrw !== 'number') return addedKrw;
    course.go(actedEvent(actor, command, legal, addedKrw), foldActed);
    if (course.draft.actor === null) runOn(course);
    return null;
  }

  /** One answer of 1 ends the choice; 2 needs everybody. Rule: docs/rules/holdem.md §11.2. */
  private chooseRuns(seat: SeatIndex, runs: Runs, bySystem: boolean): Refusal | null {
    const { course, state } = this;
    if (!state.runChoiceSeats.includes(seat) || !isRuns(runs)) {
      return refusal('ILLEGAL_ACTION', 'You have no number of runs to choose.');
    }
    course.add({ type: 'runs_chosen', seat, runs, bySystem });
    if (runs === 1 || state.runChoiceSeats.length === 0) {
      course.add({ type: 'runs_agreed', runs });
      runOn(course);
    }
    return null;
  }

  /** What is still possible when the hand is over. */
  private goBack(command: HandCommand): Refusal | null {
    const { course } = this;
    if (command.type !== 'show' && command.type !== 'rabbit_hunt')
      return refusal('HAND_NOT_ACTIVE', 'The hand is over.');
    const after = afterHand(course.state, command, course.dealer);
    if (!after.ok) return after.error;
    for (const event of after.value) course.add(event);
    return null;
  }
}
