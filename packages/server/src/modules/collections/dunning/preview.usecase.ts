/** What a run would do now, without doing it: in figures, by reason, and by customer. */
import type { HeldReason } from '@quittance/core/dunning';
import type { StepChannel, Strategy } from '@quittance/core/strategies';
import type { Tx } from '../../../platform/database/transaction.ts';
import { letterSettings, saysWhereToPay } from '../../correspondence/index.ts';
import { customersWithDue, loadParties } from './customer-facts.ts';
import {
  daysAhead,
  type Figures,
  figuresOf,
  functionalOf,
  groundOf,
  type PlannedCustomer,
  planCustomers,
} from './plan-customers.ts';

const PAGE_CUSTOMERS = 2_000;
const CUSTOMERS_SHOWN_MAX = 500; // those with the most at stake; the run tells all

export interface Part {
  readonly items: number;
  readonly functionalMinor: bigint;
}

export interface PreviewedAction extends Part {
  /** The text of a letter, or what a person is to do. */
  readonly what: string;
  readonly channel: StepChannel;
}

export interface PreviewedCustomer {
  readonly customerId: string;
  readonly number: string;
  readonly name: string;
  readonly strategyName: string;
  readonly actions: readonly PreviewedAction[];
  readonly held: readonly (Part & { readonly reason: HeldReason })[];
}

export interface Preview {
  readonly figures: Figures;
  readonly bankDataOn: string | null;
  /** Letters say to which account to pay. */
  readonly hasAccount: boolean;
  readonly customersKnown: number;
  readonly actions: readonly (PreviewedAction & { readonly count: number })[];
  readonly held: readonly (Part & { readonly reason: HeldReason })[];
  readonly customers: readonly PreviewedCustomer[];
  readonly customersLeftOff: number;
}

export async function previewRun(tx: Tx, strategies: readonly Strategy[]): Promise<Preview> {
  const parties = await loadParties(tx);
  const ids = await customersWithDue(tx, parties, daysAhead(strategies));
  const ground = await groundOf(tx, strategies, parties);
  const planned: PlannedCustomer[] = [];
  for (let start = 0; start < ids.length; start += PAGE_CUSTOMERS) {
    const page = await planCustomers(tx, ids.slice(start, start + PAGE_CUSTOMERS), ground);
    planned.push(...page.filter(({ plan }) => plan.letters.length + plan.acts.length + plan.heldBack.length > 0));
  }
  const customers = planned.map(previewedCustomer).sort(byStake);
  return {
    figures: figuresOf(planned),
    bankDataOn: ground.bankDataOn,
    hasAccount: saysWhereToPay(await letterSettings(tx)),
    customersKnown: ids.length,
    actions: summed(customers.flatMap(({ actions }) => actions.map((action) => ({ ...action, count: 1 })))),
    held: heldSums(customers.flatMap(({ held }) => [...held])),
    customers: customers.slice(0, CUSTOMERS_SHOWN_MAX),
    customersLeftOff: Math.max(0, customers.length - CUSTOMERS_SHOWN_MAX),
  };
}

function previewedCustomer({ customer, strategy, plan }: PlannedCustomer): PreviewedCustomer {
  const { id: customerId, number, name } = customer.record;
  const letters = plan.letters.map((letter) => ({ what: letter.purpose as string, channel: letter.channel, letter }));
  const acts = plan.acts.map((act) => ({ what: act.step.kind as string, channel: 'person' as const, letter: act }));
  return {
    ...{ customerId, number, name, strategyName: strategy.name },
    actions: [...letters, ...acts].map(({ what, channel, letter }) => ({
      ...{ what, channel, items: letter.taken.length, functionalMinor: functionalOf(letter) },
    })),
    held: heldSums(
      plan.heldBack.map(({ reason, item }) => ({ reason, items: 1, functionalMinor: item.functionalMinor })),
    ),
  };
}

function byStake(left: PreviewedCustomer, right: PreviewedCustomer): number {
  const [one, other] = [stakeOf(left), stakeOf(right)];
  if (one !== other) return one > other ? -1 : 1;
  return left.number < right.number ? -1 : 1;
}

function stakeOf({ actions, held }: PreviewedCustomer): bigint {
  return [...actions, ...held].reduce((sum, { functionalMinor }) => sum + functionalMinor, 0n);
}

function heldSums(parts: readonly (Part & { readonly reason: HeldReason })[]): (Part & { reason: HeldReason })[] {
  const sums = new Map<HeldReason, { reason: HeldReason; items: number; functionalMinor: bigint }>();
  for (const { reason, items, functionalMinor } of parts) {
    const sum = sums.get(reason) ?? { reason, items: 0, functionalMinor: 0n };
    sums.set(reason, { reason, items: sum.items + items, functionalMinor: sum.functionalMinor + functionalMinor });
  }
  return [...sums.values()].sort((left, right) => right.items - left.items);
}

function summed(actions: readonly (PreviewedAction & { count: number })[]): (PreviewedAction & { count: number })[] {
  const sums = new Map<string, PreviewedAction & { count: number }>();
  for (const action of actions) {
    const sum = sums.get(action.what) ?? { ...action, items: 0, functionalMinor: 0n, count: 0 };
    const functionalMinor = sum.functionalMinor + action.functionalMinor;
    sums.set(action.what, { ...sum, items: sum.items + action.items, functionalMinor, count: sum.count + 1 });
  }
  return [...sums.values()].sort((left, right) => right.count - left.count);
}
