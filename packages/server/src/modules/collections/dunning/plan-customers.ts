/** Customers decided on by the strategies that hold: by the preview, and by the run at the moment of writing. */
import {
  type CustomerPlan,
  type DunningGround,
  type HeldBack,
  type PlannedAct,
  type PlannedLetter,
  planCustomer,
} from '@quittance/core/dunning';
import { minorDigits } from '@quittance/core/money';
import { type Strategy, strategyFor } from '@quittance/core/strategies';
import type { Tx } from '../../../platform/database/transaction.ts';
import { type KnownCustomer, loadCustomers, type Parties } from './customer-facts.ts';
import { bankDataThrough } from './facts.queries.ts';

export interface PlannedCustomer {
  readonly customer: KnownCustomer;
  readonly strategy: Strategy;
  readonly plan: CustomerPlan;
}

/** The same for all customers of a page. */
export interface Ground extends DunningGround {
  readonly strategies: readonly Strategy[];
  readonly parties: Parties;
  /** The farthest that a ladder looks ahead of due dates. */
  readonly daysAhead: number;
}

export async function groundOf(tx: Tx, strategies: readonly Strategy[], parties: Parties): Promise<Ground> {
  return {
    today: tx.today,
    bankDataOn: await bankDataThrough(tx),
    minorPerUnit: 10n ** BigInt(minorDigits(tx.company.functionalCurrency)),
    strategies,
    parties,
    daysAhead: daysAhead(strategies),
  };
}

export function daysAhead(strategies: readonly Strategy[]): number {
  return Math.max(0, ...strategies.flatMap(({ ladder }) => ladder.map(({ days }) => -days)));
}

/** In the order of their ids. Customers whom no strategy includes are left out. */
export async function planCustomers(tx: Tx, ids: readonly string[], ground: Ground): Promise<PlannedCustomer[]> {
  const { parties, daysAhead: ahead } = ground;
  const customers = await loadCustomers(tx, { ids, parties, daysAhead: ahead });
  return customers
    .sort((left, right) => (left.record.id < right.record.id ? -1 : 1))
    .flatMap((customer) => {
      const strategy = strategyFor(ground.strategies, customer.record);
      return strategy === undefined ? [] : [{ customer, strategy, plan: planCustomer(strategy, customer, ground) }];
    });
}

export interface Figures {
  readonly letters: number;
  readonly acts: number;
  readonly items: number;
  readonly heldItems: number;
  readonly askedFunctionalMinor: bigint;
  readonly heldFunctionalMinor: bigint;
}

export function figuresOf(planned: readonly PlannedCustomer[]): Figures {
  const plans = planned.map(({ plan }) => plan);
  const actions: readonly (PlannedLetter | PlannedAct)[] = plans.flatMap(({ letters, acts }) => [...letters, ...acts]);
  const held: readonly HeldBack[] = plans.flatMap(({ heldBack }) => [...heldBack]);
  return {
    letters: plans.reduce((sum, { letters }) => sum + letters.length, 0),
    acts: plans.reduce((sum, { acts }) => sum + acts.length, 0),
    items: actions.reduce((sum, { taken }) => sum + taken.length, 0),
    heldItems: held.length,
    askedFunctionalMinor: actions.reduce((sum, action) => sum + functionalOf(action), 0n),
    heldFunctionalMinor: held.reduce((sum, { item }) => sum + item.functionalMinor, 0n),
  };
}

export function functionalOf({ taken }: PlannedLetter | PlannedAct): bigint {
  return taken.reduce((sum, { askedFunctionalMinor }) => sum + askedFunctionalMinor, 0n);
}
