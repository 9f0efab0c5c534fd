/** Charging and waiving interest as a person does it: all that is proposed of a customer's items, or of a plan, as it was seen. */
import { currencyCode } from '@quittance/core/money';
import type { CollectionsAction, StepStatement } from '@quittance/core/scenario';
import {
  chargeInterest,
  chargePlanInterest,
  type Proposal,
  proposals,
  waiveInterest,
  waivePlanInterest,
} from '../modules/collections/index.ts';
import { runCommand } from '../platform/command/index.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { currencyOf, customerId, minorOf } from './names.ts';
import type { CalledStep, Place } from './world.ts';

const CUSTOMERS_MAX = 1_000; // far above what a case writes

type InterestAction = Extract<CollectionsAction, { kind: 'charge_interest' | 'waive_interest' }>;

export async function interestAct(place: Place, step: StepStatement, action: InterestAction): Promise<CalledStep> {
  const currency = currencyCode(currencyOf(place, action.total));
  const total = { amountMinor: minorOf(place, action.total, currency), currency };
  const reason = step.reason ?? '';
  const planId = place.book.promises.get(action.of)?.planId ?? null;
  const command = { action: `scenario.${action.kind}`, key: step.key ?? undefined, body: action };
  const isCharge = action.kind === 'charge_interest';
  await runCommand(place.world.database, place.scope, command, async (tx) => {
    if (planId !== null) {
      if (isCharge) return chargePlanInterest(tx, { planId, total });
      return { done: await waivePlanInterest(tx, { planId, total, reason }) };
    }
    const owner = customerId(place, action.of);
    const proposal = (await itemProposals(tx)).find((one) => one.customer.id === owner && one.currency === currency);
    const asked = proposal?.lines.filter((line) => !line.isDisputed) ?? [];
    const itemIds = asked.map((line) => line.itemId);
    const customer = proposal?.customer ?? { id: owner, number: action.of, name: action.of };
    if (isCharge) return chargeInterest(tx, { customer, itemIds, total });
    return { done: await waiveInterest(tx, { customer, itemIds, total, reason }) };
  });
  return { entryIds: [], pendingIds: [] };
}

async function itemProposals(tx: Tx): Promise<Proposal[]> {
  const { rows } = await proposals(tx, { after: undefined, limit: CUSTOMERS_MAX });
  return rows.flatMap((row) => ('plan' in row ? [] : [row]));
}
