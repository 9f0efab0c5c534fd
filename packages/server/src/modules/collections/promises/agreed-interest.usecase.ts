/**
 * Interest that a plan is agreed with: on named items, so that none of their days is charged twice. Other interest on these items
 * rests while the plan stands, and the plan's begins after what was charged for them already.
 */
import { addDays, laterDate } from '@quittance/core/calendar';
import { type PlanInterest, planInterestEndsOn } from '@quittance/core/promises';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import { lastChargedDay } from '../interest/late-items.queries.ts';
import { planIdsOfItems, plansWithInterest } from '../interest/plans-with-interest.queries.ts';

interface AgreedWith {
  readonly itemIds: readonly string[] | null;
  readonly isPlan: boolean;
  readonly interest: Omit<PlanInterest, 'fromOn'> | null;
}

/** Throws `plan_interest_needs_items`, `plan_interest_runs_already`. */
export async function agreedInterest(tx: Tx, { itemIds, isPlan, interest }: AgreedWith): Promise<PlanInterest | null> {
  if (interest === null) return null;
  if (itemIds === null || !isPlan) {
    const message = 'Interest is agreed with a plan of two parts or more on certain items; tick the items it is for.';
    throw new AppError('plan_interest_needs_items', message);
  }
  const planIds = [...(await planIdsOfItems(tx, itemIds)).values()].flat();
  const running = (await plansWithInterest(tx, { planIds })).find((plan) => planInterestEndsOn(plan.parts) === null);
  if (running !== undefined) {
    const message = 'Some of these items are in a plan with interest that stands. Withdraw that plan first.';
    throw new AppError('plan_interest_runs_already', message, { status: 409, details: { planId: running.id } });
  }
  const charged = await lastChargedDay(tx, itemIds);
  return { ...interest, fromOn: charged === null ? tx.today : laterDate(tx.today, addDays(charged, 1)) };
}
