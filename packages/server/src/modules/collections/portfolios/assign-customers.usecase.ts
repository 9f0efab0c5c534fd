/**
 * Assignments follow rules, moves and customers: those who changed are worked out again, everybody when the rules change and when
 * a day begins. The balance that rules ask about is the morning's, so that nobody changes hands over a single posting.
 */
import { type Assignment, assignCustomer } from '@quittance/core/portfolios';
import type { Tx } from '../../../platform/database/transaction.ts';
import {
  customersToAssign,
  findAssignedState,
  lockAssignments,
  saveAssignedState,
  saveAssignments,
  takeStale,
} from './assignments.queries.ts';
import { listOwners } from './cover.queries.ts';
import { dutyToday } from './duty-today.usecase.ts';
import { movesInForce } from './moves.queries.ts';
import { type HoldingRules, rulesInForce } from './portfolio-rules.queries.ts';

/** When so many changed at once (an import), everybody is no dearer. */
const CHANGED_MAX = 5_000;
const ROWS_PER_STATEMENT = 5_000;

/** Brings assignments up to date; cheap when nothing changed. */
export async function keepAssigned(tx: Tx): Promise<void> {
  const rules = await rulesInForce(tx);
  const changed = await takeStale(tx);
  if (rules === undefined) return;
  const state = await findAssignedState(tx);
  const isWhole = state?.assignedOn !== tx.today || state.rulesNumber !== rules.number || changed.length > CHANGED_MAX;
  if (isWhole) return assignAll(tx, rules);
  if (changed.length > 0) await assign(tx, rules, changed);
}

export async function assignAll(tx: Tx, rules: HoldingRules): Promise<void> {
  await assign(tx, rules, null);
  await saveAssignedState(tx, rules.number);
}

/** Of those named; nothing where there are no rules yet. */
export async function assignAnew(tx: Tx, customerIds: readonly string[]): Promise<void> {
  const rules = await rulesInForce(tx);
  if (rules !== undefined && customerIds.length > 0) await assign(tx, rules, customerIds);
}

async function assign(tx: Tx, rules: HoldingRules, ids: readonly string[] | null): Promise<void> {
  await lockAssignments(tx);
  const moves = await movesInForce(tx, ids);
  const customers = await customersToAssign(tx, ids);
  for (let start = 0; start < customers.length; start += ROWS_PER_STATEMENT) {
    const part = customers.slice(start, start + ROWS_PER_STATEMENT);
    const assignments = new Map<string, Assignment>();
    for (const customer of part) {
      const move = moves.get(customer.id);
      assignments.set(customer.id, assignCustomer(customer, { rules, move, today: tx.today }));
    }
    await saveAssignments(tx, { assignments, rulesNumber: rules.number });
  }
}

/** Whose customers a person sees as their own today: theirs, and those of whom they cover or stand in for. */
export async function portfoliosOf(tx: Tx, personId: string): Promise<string[]> {
  const owners = await listOwners(tx);
  const { seenBy } = await dutyToday(tx, owners);
  return [personId, ...owners.filter((owner) => owner !== personId && seenBy(owner) === personId)];
}
