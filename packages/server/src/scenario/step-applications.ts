/** Written applications and adjustments as ledger acts. */
import { abs } from '@quittance/core/money';
import type {
  Action,
  AdjustedAmount,
  AppliedDebit,
  ItemName,
  StepStatement,
  WrittenAmount,
} from '@quittance/core/scenario';
import { type LedgerAct, listItems } from '../modules/ledger/index.ts';
import {
  type PlannedAmount,
  type PlannedCredit,
  type PlannedDebit,
  type PlannedItem,
  planAllocations,
  splitOverItems,
} from './allocation-plan.ts';
import { itemsOf, minorOf, singleItem } from './names.ts';
import type { NamedItem } from './scenario.queries.ts';
import { earnedRate } from './step-documents.ts';
import { lineProblem, type Place, readIn } from './world.ts';

type Apply = Extract<Action, { kind: 'apply' }>;
type Adjust = Extract<Action, { kind: 'adjust' }>;

const DEBITS_MAX = 500; // open items that "oldest first" looks at

export async function applicationAct(place: Place, step: StepStatement, action: Apply): Promise<LedgerAct> {
  const dated = datedOf(step);
  const exchanged = action.debits.find((debit) => debit.paidWith !== null);
  if (exchanged)
    return { kind: 'application', allocations: [await acrossCurrencies(place, action, exchanged)], ...dated };
  const credits: PlannedCredit[] = [];
  let currency = '';
  let customer = '';
  for (const { item, amount } of action.credits) {
    const items = await itemsOf(place, item);
    currency ||= items[0].currency;
    customer ||= items[0].customerId;
    credits.push({ items: plannedItems(items), amountMinor: amountMinor(place, amount, items[0].currency) });
  }
  const debits =
    action.debits.length > 0
      ? await plannedDebits(place, step, action.debits)
      : await oldestDebits(place, { customerId: customer, currency });
  const allocations = planAllocations(credits, debits);
  return { kind: 'application', allocations, ...dated };
}

/** One credit to one debit, with the amount in each currency. */
async function acrossCurrencies(place: Place, action: Apply, debit: AppliedDebit) {
  const [credit, second] = action.credits;
  if (!credit || second || action.debits.length > 1) {
    const message =
      'An application across currencies names one credit, one item and both amounts, on a line of its own.';
    return lineProblem(place.line, { field: 'paid', code: 'amounts_not_clear', message });
  }
  const [from, to] = [await singleItem(place, credit.item), await singleItem(place, debit.item)];
  return {
    creditItemId: from.id,
    debitItemId: to.id,
    amountMinor: amountMinor(place, debit.amount, to.currency) ?? abs(to.openMinor),
    creditAmountMinor: amountMinor(place, debit.paidWith, from.currency) ?? undefined,
    adjustments: debit.adjustments.map(({ adjustment, amount, reason }) => {
      const planned = plannedAmount(place, { item: to, amount, paidOn: place.day });
      if (planned.kind !== 'written')
        return lineProblem(place.line, {
          field: adjustment,
          code: 'amounts_not_clear',
          message: 'Across currencies an adjustment needs its amount.',
        });
      return { kind: adjustment, amountMinor: planned.amountMinor, reason: reason ?? undefined };
    }),
  };
}

async function plannedDebits(
  place: Place,
  step: StepStatement,
  debits: readonly AppliedDebit[],
): Promise<PlannedDebit[]> {
  const planned: PlannedDebit[] = [];
  for (const { item: name, amount, adjustments } of debits) {
    const items = await itemsOf(place, name);
    const [item] = items;
    planned.push({
      items: plannedItems(items),
      amountMinor: amountMinor(place, amount, item.currency),
      adjustments: adjustments.map((one) => ({
        kind: one.adjustment,
        amount: plannedAmount(place, { item, amount: one.amount, paidOn: step.effectiveOn ?? place.day }),
        reason: one.reason ?? undefined,
      })),
    });
  }
  return planned;
}

function plannedAmount(
  place: Place,
  adjusted: { item: NamedItem; amount: AdjustedAmount; paidOn: Place['day'] },
): PlannedAmount {
  const { item, amount, paidOn } = adjusted;
  if (amount.kind === 'rest') return amount;
  if (amount.kind === 'by_terms') {
    const { graceDays } = amount;
    return { kind: 'by_terms', rateMillionths: earnedRate(place, item, { paidOn, graceDays }) };
  }
  return { kind: 'written', amountMinor: minorOf(place, amount.amount, item.currency) };
}

async function oldestDebits(place: Place, of: { customerId: string; currency: string }): Promise<PlannedDebit[]> {
  const { customerId, currency } = of;
  const open = await readIn(place.world, place.book, (tx) =>
    listItems(tx, { customerIds: [customerId], isOpenOnly: true, limit: DEBITS_MAX }),
  );
  return open
    .filter((item) => item.amountMinor > 0n && item.currency === currency)
    .map((item) => ({ items: plannedItems([item]), amountMinor: null, adjustments: [] }));
}

/** One act for each item that the amount reaches: all instalments of a document, the one due first before the others. */
export async function adjustmentActs(place: Place, step: StepStatement, action: Adjust): Promise<LedgerAct[]> {
  const items = await itemsOf(place, action.item);
  const amount = amountMinor(place, action.amount, items[0].currency);
  return splitOverItems(plannedItems(items), amount).map(({ id, left }) => ({
    kind: 'adjustment',
    itemId: id,
    adjustment: action.adjustment,
    amountMinor: left,
    ...datedOf(step),
  }));
}

/** What is open of an item, or the written amount. */
export async function amountOfItem(
  place: Place,
  name: ItemName,
  amount: WrittenAmount | null,
): Promise<{ item: NamedItem; amountMinor: bigint }> {
  const item = await singleItem(place, name);
  return { item, amountMinor: amountMinor(place, amount, item.currency) ?? abs(item.openMinor) };
}

export function datedOf(step: StepStatement) {
  return {
    effectiveOn: step.effectiveOn ?? undefined,
    reason: step.reason ?? undefined,
    note: step.note ?? undefined,
  };
}

function amountMinor(place: Place, amount: WrittenAmount | null, currency: string): bigint | null {
  return amount === null ? null : minorOf(place, amount, currency);
}

/** Those that are open; when none is, the first, so that the ledger refuses. */
function plannedItems(items: readonly Pick<NamedItem, 'id' | 'openMinor'>[]): PlannedItem[] {
  const open = items.filter((item) => item.openMinor !== 0n);
  return (open.length > 0 ? open : items.slice(0, 1)).map(({ id, openMinor }) => ({ id, openMinor: abs(openMinor) }));
}
