import { Inject, Injectable } from '@nestjs/common';
import { krw, unitsForWon } from '@cardroom/money';
import { APP_CONFIG, BusinessError, currentRequestId } from '@cardroom/platform';
import { Rates, type Quote } from '@cardroom/rates';
import {
  addressFault,
  personsNeeded,
  waitOf,
  WithdrawalMoney,
  WithdrawalRepository,
  WithdrawalSteps,
  type NewWithdrawal,
  type RollingSums,
  type WithdrawalTerms,
} from '@cardroom/withdrawals';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import type { WalletApiConfig } from '../config/wallet-api.config';
import { WithdrawalFactsRepository, type AccountFacts } from './withdrawal-facts.repository';
import { requestRefusal } from './withdrawal-request.rules';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What a player asks for; the fee is ours to say. */
export type Asked = Omit<WithdrawalTerms, 'feeKrw'>;

/** Proves who asks, after all that can be refused without it. Throws where it does not. */
export type Proof = (manager: EntityManager) => Promise<void>;

/** Takes requests for withdrawals: checks, hold and row in one transaction. */
@Injectable()
export class WithdrawalIntake {
  constructor(
    @Inject(APP_CONFIG) private readonly config: WalletApiConfig,
    private readonly facts: WithdrawalFactsRepository,
    private readonly rates: Rates,
    private readonly withdrawals: WithdrawalRepository,
    private readonly money: WithdrawalMoney,
    private readonly steps: WithdrawalSteps,
  ) {}

  /**
   * Takes a request in the caller's transaction and returns the withdrawal's id.
   *
   * Requests of one player, and those to one address, wait for each other here, so that each sees
   * the sums of the others. Rule: docs/rules/withdrawals.md §1, §4.
   *
   * Errors: BusinessError of `requestRefusal`, of the proof, of the quote; INSUFFICIENT_FUNDS.
   */
  async take(manager: EntityManager, asked: Asked, prove: Proof): Promise<string> {
    const terms: WithdrawalTerms = { ...asked, feeKrw: this.feeOf(asked) };
    await this.withdrawals.lock(manager, terms);
    const facts = await this.facts.read(manager, terms);
    this.requireTakeable(terms, facts);
    await prove(manager);
    const quote = await this.quote(manager, terms);
    const sums = await this.withdrawals.rollingSums(manager, terms);
    const asNew = this.newWithdrawal(terms, { facts, quote, sums });
    const refusal = await this.money.hold(manager, asNew);
    if (refusal !== null) throw new BusinessError(refusal);
    await this.withdrawals.insert(manager, asNew);
    await this.steps.move(manager, { id: asNew.id, status: 'requested' }, 'cooling', {
      actor: 'withdrawals',
      details: { until: asNew.coolingUntil.toISOString(), waitsFor: asNew.checked.waitsFor },
    });
    return asNew.id;
  }

  /** What the network costs, by setting. */
  feeOf({ network }: Pick<WithdrawalTerms, 'network'>) {
    const { withdrawalFeeBitcoinKrw, withdrawalFeeEthereumKrw } = this.config;
    return krw({ bitcoin: withdrawalFeeBitcoinKrw, ethereum: withdrawalFeeEthereumKrw }[network]);
  }

  /** A rate, and what the amount is worth by it. Errors: BusinessError RATE_*, ASSET_UNSUPPORTED. */
  async quote(
    manager: EntityManager,
    { asset, network, amountKrw }: Pick<WithdrawalTerms, 'asset' | 'network' | 'amountKrw'>,
  ): Promise<Quote & { readonly units: bigint }> {
    const outcome = await this.rates.quote(manager, asset, network);
    if (!outcome.ok) throw new BusinessError(outcome.code);
    const { units } = unitsForWon(BigInt(amountKrw), outcome.quote.rate);
    return { ...outcome.quote, units };
  }

  private requireTakeable(terms: WithdrawalTerms, facts: AccountFacts): void {
    const fault = addressFault(terms.network, terms.address);
    const code = requestRefusal({
      ...facts,
      ...{ amountKrw: terms.amountKrw, minKrw: this.config.withdrawalMinKrw, addressFault: fault },
      mayAskPerHour: this.config.withdrawalsPerHour,
    });
    if (code === null) return;
    const retryAfterSeconds = Math.max(1, facts.secondsUntilNext);
    throw new BusinessError(code, code === 'RATE_LIMITED' ? { retryAfterSeconds } : {});
  }

  private newWithdrawal(
    terms: WithdrawalTerms,
    found: {
      readonly facts: AccountFacts;
      readonly quote: Quote & { readonly units: bigint };
      readonly sums: RollingSums;
    },
  ): NewWithdrawal {
    const { config } = this;
    const { facts, quote, sums } = found;
    const id = uuidv7();
    const nowMs = facts.now.getTime();
    const securityDelayMs = config.withdrawalSecurityDelayMinutes * MINUTE_MS;
    const wait = waitOf({
      ...{ requestedAtMs: nowMs, securityDelayMs },
      coolingMs: config.withdrawalCoolingMinutes * MINUTE_MS,
      passwordChangedAtMs: facts.passwordChangedAt?.getTime() ?? null,
      factorChangedAtMs: facts.factorChangedAt?.getTime() ?? null,
      addressFirstUsedAtMs: facts.addressFirstUsedAt?.getTime() ?? nowMs,
    });
    const lines = {
      automaticKrw: config.withdrawalAutomaticKrw,
      onePersonKrw: config.withdrawalOnePersonKrw,
    };
    return {
      ...{ ...terms, id, quoteId: quote.id, quotedUnits: quote.units },
      personsNeeded: personsNeeded(terms.amountKrw, sums, lines),
      checked: {
        ...{ playerDayKrw: sums.playerKrw, addressDayKrw: sums.addressKrw, waitsFor: wait.why },
        ...{ automaticUpToKrw: lines.automaticKrw, onePersonUpToKrw: lines.onePersonKrw },
        isNewAddress: facts.addressFirstUsedAt === null,
      },
      coolingUntil: new Date(wait.untilMs),
      securityDelaySeconds: securityDelayMs / 1000,
      expiresAt: new Date(wait.untilMs + config.withdrawalApprovalDays * DAY_MS),
      requestId: currentRequestId() ?? id,
    };
  }
}
