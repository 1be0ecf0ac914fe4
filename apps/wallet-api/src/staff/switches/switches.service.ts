import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { isSwitchName, KillSwitches, withTransaction, type SwitchName } from '@cardroom/database';
import { BusinessError } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';

import { FourEyes } from '../../four-eyes/four-eyes';
import type { FourEyesRequest } from '../../four-eyes/four-eyes.types';
import { SessionEnds, type EndedSessions } from '../../sessions/session-ends';
import { auditedAs, type StaffActor } from '../staff-actor';
import { mayTurnOff, mayTurnOn, needsTwoToTurnOn } from './switch.rules';
import type { SwitchChangeDto, SwitchDto, SwitchOutcomeDto } from './switches.dto';

const KIND = 'switch_on';
const LOGIN = 'login:';

interface Change extends SwitchChangeDto {
  readonly name: SwitchName;
  readonly actor: StaffActor;
}

/** Stops things at once; lets money go on only when two persons say so. Rule: docs/rules/staff.md §2. */
@Injectable()
export class StaffSwitches implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly switches: KillSwitches,
    private readonly eyes: FourEyes,
    private readonly sessionEnds: SessionEnds,
    private readonly auditor: Auditor,
  ) {}

  onModuleInit(): void {
    this.eyes.register({
      kind: KIND,
      deciders: ['risk', 'admin'],
      apply: (manager, request) => this.turnOnApproved(manager, request),
    });
  }

  async list(): Promise<SwitchDto[]> {
    const all = await this.switches.list(this.source.manager);
    return all.map((each) => ({ ...each, changedAt: each.changedAt.toISOString() }));
  }

  /** Errors: NOT_FOUND for no switch and for a role that may not turn it; REQUEST_PENDING. */
  async change(
    actor: StaffActor,
    name: string,
    { isOn, reason }: SwitchChangeDto,
  ): Promise<SwitchOutcomeDto> {
    if (!isSwitchName(name)) throw new BusinessError('NOT_FOUND');
    const may = isOn ? mayTurnOn : mayTurnOff;
    if (!may(name, actor.role)) throw new BusinessError('NOT_FOUND');
    const change = { name, isOn, reason, actor };
    const [outcome, ended] = await withTransaction(this.source, async (manager) => {
      if (isOn && needsTwoToTurnOn(name)) return [await this.ask(manager, change), null];
      return this.turn(manager, change);
    });
    if (ended !== null) await this.sessionEnds.tell(ended);
    return outcome;
  }

  private async ask(manager: EntityManager, change: Change): Promise<SwitchOutcomeDto> {
    const { name, actor, reason } = change;
    if (await this.switches.isOn(manager, name)) return { outcome: 'unchanged', requestId: null };
    const { requestId } = await this.eyes.propose(manager, {
      ...{ kind: KIND, subjectId: name, payload: { name, isOn: true } },
      ...{ requestedBy: actor.userId, reason },
    });
    await this.note(manager, change, 'switch.ask');
    return { outcome: 'requested', requestId };
  }

  private async turn(
    manager: EntityManager,
    change: Change,
  ): Promise<[SwitchOutcomeDto, EndedSessions | null]> {
    const { name, isOn, actor, reason } = change;
    const set = { name, isOn, reason, actor: actor.userId };
    if (!(await this.switches.set(manager, set))) {
      return [{ outcome: 'unchanged', requestId: null }, null];
    }
    await this.note(manager, change, 'switch.turn');
    const done = { outcome: 'done', requestId: null } as const;
    if (isOn || !name.startsWith(LOGIN)) return [done, null];
    const userId = name.slice(LOGIN.length);
    return [done, await this.sessionEnds.endAll(manager, userId, { reason: 'login_switched_off' })];
  }

  private async turnOnApproved(
    manager: EntityManager,
    { payload, reason, decidedBy }: FourEyesRequest,
  ): Promise<void> {
    const name = String(payload['name']);
    if (!isSwitchName(name)) throw new BusinessError('NOT_FOUND');
    const change = { name, isOn: true, reason, actor: decidedBy ?? 'system' };
    if (!(await this.switches.set(manager, change))) throw new BusinessError('STATE_CONFLICT');
  }

  private note(
    manager: EntityManager,
    { actor, name, isOn, reason }: Change,
    action: 'switch.ask' | 'switch.turn',
  ): Promise<void> {
    return this.auditor.record(manager, {
      ...{ ...auditedAs(actor), action, subject: `switch:${name}`, outcome: 'done', reason },
      details: { isOn },
    });
  }
}
