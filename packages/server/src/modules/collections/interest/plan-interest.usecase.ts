/**
 * Interest of plans: proposed when a part is due or paid, for what was open of the plan by the ledger from its first day on, less
 * what was asked before; charged with a debit note or waived by a person, only as it was seen. Parts are judged without it.
 */
import { addDays, type LocalDate, localDate } from '@quittance/core/calendar';
import type { InterestStretch, Period } from '@quittance/core/interest';
import { currencyCode, formatAmount, type Money } from '@quittance/core/money';
import {
  moneyOfPromises,
  type PlanAsPaid,
  planInterestEndsOn,
  planInterestMinor,
  planInterestStretches,
  planInterestUntil,
} from '@quittance/core/promises';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { recordsOfParty, survivorOf } from '../../customers/index.ts';
import { bookOf, judgeParty } from '../promises/judge-promises.usecase.ts';
import { promisesOfParty } from '../promises/promise-facts.queries.ts';
import { insertCharge, lockCharging } from './charges.queries.ts';
import { type ChargedNote, interestChanged, postNote } from './interest-note.usecase.ts';
import { type PlanWithInterest, planIdsOfItems, plansWithInterest } from './plans-with-interest.queries.ts';

export interface PlanProposal {
  readonly plan: PlanWithInterest;
  /** The first day not asked for. */
  readonly untilOn: string;
  /** Asked now: of all days until then, less what was asked before. Above zero. */
  readonly interestMinor: bigint;
  /** From the plan's first day on. */
  readonly stretches: readonly InterestStretch[];
}

export async function planProposals(tx: Tx, customerIds: readonly string[]): Promise<PlanProposal[]> {
  const proposed: PlanProposal[] = [];
  for (const plan of await plansWithInterest(tx, { customerIds })) {
    const proposal = await proposalOf(tx, plan);
    if (proposal !== null) proposed.push(proposal);
  }
  return proposed;
}

async function proposalOf(tx: Tx, plan: PlanWithInterest, toOn: LocalDate = tx.today): Promise<PlanProposal | null> {
  const untilOn = planInterestUntil(plan.parts, toOn);
  if (untilOn === null) return null;
  const paid = await asPaid(tx, plan);
  const interestMinor = planInterestMinor(paid, untilOn) - plan.askedMinor;
  return interestMinor <= 0n ? null : { plan, untilOn, interestMinor, stretches: planInterestStretches(paid, untilOn) };
}

/** Parts that were withdrawn keep the money they had until then. */
async function asPaid(tx: Tx, plan: PlanWithInterest): Promise<PlanAsPaid> {
  const own = new Set(plan.parts.map((part) => part.promiseId));
  const customerIds = await recordsOfParty(tx, await survivorOf(tx, plan.customerId));
  const promises = (await promisesOfParty(tx, customerIds)).map((promise) =>
    own.has(promise.id) ? { ...promise, withdrawnAt: null } : promise,
  );
  const book = await bookOf(tx, customerIds, promises);
  const money = moneyOfPromises(promises, book, { asOf: tx.today, knownAt: null });
  const { principalMinor, basisPoints, dayCount, fromOn } = plan;
  const payments = [...own].flatMap((id) => money.get(id) ?? []);
  return { principalMinor, interest: { basisPoints, dayCount, fromOn }, payments };
}

const FOREVER = localDate('9999-12-31');

/** By item, the days for which a plan asks interest of its own. */
export async function agreedDaysOf(tx: Tx, itemIds: readonly string[]): Promise<Map<string, Period[]>> {
  const byItem = await planIdsOfItems(tx, itemIds);
  const plans = byItem.size === 0 ? [] : await plansWithInterest(tx, { planIds: [...byItem.values()].flat() });
  const days = new Map(plans.map((plan) => [plan.id, daysOf(plan)]));
  return new Map([...byItem].map(([itemId, ids]) => [itemId, ids.flatMap((id) => days.get(id) ?? [])]));
}

function daysOf({ fromOn, parts }: PlanWithInterest): Period {
  const endsOn = planInterestEndsOn(parts);
  return { fromOn, toOn: endsOn === null ? FOREVER : addDays(endsOn, -1) };
}

export interface AskedPlan {
  readonly planId: string;
  /** Today when absent. */
  readonly toOn?: LocalDate | undefined;
}

export interface PlanChargeRequest extends AskedPlan {
  /** What the person saw: anything else is refused. */
  readonly total: Money;
}

type ChargedPlan = ChargedNote & { readonly customerId: string };

/** Throws `not_found`, `interest_changed`. */
export async function chargePlanInterest(tx: CommandTx, request: PlanChargeRequest): Promise<ChargedPlan> {
  return chargeProposal(tx, await seenProposal(tx, request));
}

/** Charges what the plan comes to as things stand. Throws `not_found`, `interest_changed` when nothing is left to ask. */
export async function chargePlanAsItStands(tx: CommandTx, asked: AskedPlan): Promise<ChargedPlan> {
  return chargeProposal(tx, await proposalAsItStands(tx, asked));
}

async function chargeProposal(tx: CommandTx, proposal: PlanProposal): Promise<ChargedPlan> {
  const { plan, untilOn, interestMinor } = proposal;
  const { currency, fromOn } = plan;
  const customerId = await survivorOf(tx, plan.customerId);
  const text = `Interest on the instalment plan from ${fromOn} until ${untilOn}: ${formatAmount(interestMinor, currency)}`;
  const total = { amountMinor: interestMinor, currency: currencyCode(currency) };
  const note = await postNote(tx, { customerId, total, text });
  await insertCharge(tx, { ...chargeOf(proposal), customerId, kind: 'charged', note, reason: null });
  const { number, itemId, entryId } = note;
  const after = { number, planId: plan.id, total };
  tx.audit({ action: 'interest.charge', subjectKind: 'item', subjectId: itemId, after });
  return { number, itemId, entryId, customerId };
}

/** Lets go what is proposed, with a reason; later days are proposed anew. Throws `not_found`, `interest_changed`. */
export async function waivePlanInterest(
  tx: CommandTx,
  request: PlanChargeRequest & { readonly reason: string },
): Promise<{ customerId: string }> {
  const proposal = await seenProposal(tx, request);
  const { plan } = proposal;
  const { reason, total } = request;
  await insertCharge(tx, { ...chargeOf(proposal), kind: 'waived', note: null, reason });
  const after = { planId: plan.id, total };
  tx.audit({ action: 'interest.waive', subjectKind: 'customer', subjectId: plan.customerId, after, reason });
  return { customerId: plan.customerId };
}

const E4_PER_BASIS_POINT = 100;

function chargeOf({ plan, untilOn, interestMinor, stretches }: PlanProposal) {
  const { customerId, currency, fromOn, id: planId, basisPoints, dayCount, askedMinor } = plan;
  const terms = {
    ...({
      scheme: 'plan',
      rateE4: basisPoints * E4_PER_BASIS_POINT,
      dayCount,
      feeMinor: 0n,
      feeCurrency: currency,
    } as const),
    plan: { askedMinor, stretches },
  };
  const ofPlan = { planId, fromOn, untilOn };
  return { id: newId(), customerId, currency, interestMinor, feeMinor: 0n, terms, lines: [], ofPlan };
}

async function seenProposal(tx: CommandTx, { total, ...asked }: PlanChargeRequest): Promise<PlanProposal> {
  const proposal = await proposalAsItStands(tx, asked);
  const isSeen = proposal.interestMinor === total.amountMinor && proposal.plan.currency === total.currency;
  if (!isSeen) throw interestChanged();
  return proposal;
}

async function proposalAsItStands(tx: CommandTx, { planId, toOn }: AskedPlan): Promise<PlanProposal> {
  await lockCharging(tx);
  const [known] = await plansWithInterest(tx, { planIds: [planId] });
  if (known === undefined) throw notFound('plan', planId);
  await judgeParty(tx, await survivorOf(tx, known.customerId), 'posting');
  const [plan] = await plansWithInterest(tx, { planIds: [planId] });
  const proposal = plan === undefined ? null : await proposalOf(tx, plan, toOn);
  if (proposal === null) throw interestChanged();
  return proposal;
}
