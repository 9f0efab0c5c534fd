/** What a draft of the rules, or making portfolios level, would move: from whom to whom, how many customers and how much. */
import { createHash } from 'node:crypto';
import {
  assignCustomer,
  type Measure,
  type Move,
  moveTotals,
  type PortfolioRules,
  planRebalance,
} from '@quittance/core/portfolios';
import type { Tx } from '../../../platform/database/transaction.ts';
import { type CustomerToAssign, customersToAssign } from './assignments.queries.ts';
import { movesInForce } from './moves.queries.ts';
import { lastRules } from './portfolio-rules.queries.ts';

export interface Load {
  readonly personId: string;
  readonly customers: number;
  readonly amountMinor: bigint;
  readonly contacts: number;
}

export interface PortfolioPreview {
  /** From whom (null: nobody had them) to whom, the most customers first. */
  readonly moves: ReturnType<typeof moveTotals>;
  readonly before: readonly Load[];
  readonly after: readonly Load[];
  /** Of exactly these moves: what is applied is what was seen. */
  readonly fingerprint: string;
}

/** What would change hands if these rules held from now on. */
export async function previewRules(tx: Tx, rules: PortfolioRules): Promise<PortfolioPreview> {
  const customers = await customersToAssign(tx, null);
  const moves = await movesInForce(tx, null);
  const after = customers.map((customer) => ({
    ...customer,
    ownerId: assignCustomer(customer, { rules, move: moves.get(customer.id), today: tx.today }).ownerId,
  }));
  const preview = previewOf(customers, after);
  // Over rules that somebody else set meanwhile nothing holds, though it would move the same customers.
  const fingerprint = hashOf([String((await lastRules(tx))?.number ?? 0), preview.fingerprint]);
  return { ...preview, fingerprint };
}

/** What would change hands to make the portfolios of these people level. */
export async function previewLevel(
  tx: Tx,
  request: { readonly measure: Measure; readonly people: readonly string[] },
): Promise<PortfolioPreview> {
  const { customers, moves } = await planLevel(tx, request);
  const to = new Map(moves.map((move) => [move.customerId, move.toId]));
  const after = customers.map((customer) => ({ ...customer, ownerId: to.get(customer.id) ?? customer.ownerId }));
  return previewOf(customers, after);
}

/** Customers that a person placed by hand stay where they are. */
export async function planLevel(
  tx: Tx,
  { measure, people }: { readonly measure: Measure; readonly people: readonly string[] },
): Promise<{ customers: CustomerToAssign[]; moves: Move[]; fingerprint: string }> {
  const customers = await customersToAssign(tx, null);
  const weighed = customers.flatMap((customer) =>
    customer.ownerId === null || customer.cause === 'hand'
      ? []
      : [{ id: customer.id, ownerId: customer.ownerId, weight: weightOf(customer, measure) }],
  );
  const moves = planRebalance(weighed, people);
  return { customers, moves, fingerprint: fingerprintOf(moves) };
}

function weightOf(customer: CustomerToAssign, measure: Measure): bigint {
  if (measure === 'amount') return customer.openMinor;
  if (measure === 'contacts') return customer.needsContact ? 1n : 0n;
  return customer.openMinor > 0n ? 1n : 0n;
}

function previewOf(before: readonly CustomerToAssign[], after: readonly CustomerToAssign[]): PortfolioPreview {
  const changes = after.flatMap((customer, index) => {
    const fromId = before[index]?.ownerId ?? null;
    const toId = customer.ownerId;
    return toId === null || toId === fromId ? [] : [{ customer, customerId: customer.id, fromId, toId }];
  });
  const moves = moveTotals(changes, ({ customer }) => ({
    amountMinor: customer.openMinor,
    contacts: customer.needsContact ? 1 : 0,
  }));
  return { moves, before: loadsOf(before), after: loadsOf(after), fingerprint: fingerprintOf(changes) };
}

function loadsOf(customers: readonly CustomerToAssign[]): Load[] {
  const loads = new Map<string, Load>();
  for (const { ownerId, openMinor, needsContact } of customers) {
    if (ownerId === null) continue;
    const load = loads.get(ownerId) ?? { personId: ownerId, customers: 0, amountMinor: 0n, contacts: 0 };
    loads.set(ownerId, {
      personId: ownerId,
      customers: load.customers + 1,
      amountMinor: load.amountMinor + openMinor,
      contacts: load.contacts + (needsContact ? 1 : 0),
    });
  }
  return [...loads.values()];
}

function fingerprintOf(moves: readonly { readonly customerId: string; readonly toId: string }[]): string {
  return hashOf(moves.map(({ customerId, toId }) => `${customerId} ${toId}`).sort());
}

function hashOf(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${line}\n`);
  return hash.digest('hex');
}
