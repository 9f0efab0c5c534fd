/** Interest and fees: proposed from the ledger as it stands, charged with a debit note through the ledger's acts, or waived. */
import { missingHalfYears, type ProposedLine, proposeInterest } from '@quittance/core/interest';
import { formatAmount, type Money } from '@quittance/core/money';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { survivorOf } from '../../customers/index.ts';
import { judgeParty } from '../promises/judge-promises.usecase.ts';
import { insertCharge, lockCharging } from './charges.queries.ts';
import { type ChargedNote, interestChanged, postNote } from './interest-note.usecase.ts';
import { referenceRates, termsInForce } from './interest-policy.queries.ts';
import { customersToAsk, type LateCustomer, lateItems, type NumberedLateItem } from './late-items.queries.ts';
import { agreedDaysOf, type PlanProposal, planProposals } from './plan-interest.usecase.ts';

export interface Proposal {
  readonly customer: LateCustomer;
  readonly currency: string;
  /** Without what is disputed: nobody is asked for it unless a person says so. */
  readonly interestMinor: bigint;
  readonly feeMinor: bigint;
  /** Interest and fees of the disputed lines. */
  readonly disputedMinor: bigint;
  /** Only the items due first: there are more than one note is made of, and they follow once these are charged. */
  readonly isPartial: boolean;
  readonly lines: readonly NumberedLine[];
}

type NumberedLine = ProposedLine & Pick<NumberedLateItem, 'number' | 'isDisputed'> & { readonly dueOn: string };

export interface PlanProposalOfCustomer extends PlanProposal {
  readonly customer: LateCustomer;
}

/**
 * Proposals of a page of customers with something late or a plan with interest, by number, and the last number that the page
 * reached when more follow. A page is shorter where its customers have more late items than are read at once.
 */
export async function proposals(
  tx: Tx,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<{ rows: (Proposal | PlanProposalOfCustomer)[]; next: string | null }> {
  const { policy } = await termsInForce(tx);
  const lateFromOn = policy.scheme === 'none' ? null : policy.fromOn;
  const found = await customersToAsk(tx, { ...page, lateFromOn, limit: page.limit + 1 });
  const asked = found.slice(0, page.limit);
  const { proposals: late, customers } = await proposalsOf(tx, asked);
  const isCompany = (one: Proposal) => one.currency === tx.company.functionalCurrency;
  const isWorthIt = (one: Proposal) =>
    !isCompany(one) || one.interestMinor + one.feeMinor + one.disputedMinor >= policy.minimumMinor;
  const isWhole = customers.length === asked.length && found.length <= page.limit;
  const ids = customers.map(({ id }) => id);
  const ofPlans = await planProposals(tx, ids);
  const rows = customers.flatMap((customer) => [
    ...late.filter((one) => one.customer.id === customer.id && isWorthIt(one)),
    ...ofPlans.filter(({ plan }) => plan.customerId === customer.id).map((one) => ({ ...one, customer })),
  ]);
  return { rows, next: isWhole ? null : (customers.at(-1)?.number ?? null) };
}

/** Of those customers whose items could be read; the first at least, if only with the items due first. */
async function proposalsOf(
  tx: Tx,
  asked: readonly LateCustomer[],
): Promise<{ proposals: Proposal[]; customers: readonly LateCustomer[] }> {
  const { policy } = await termsInForce(tx);
  if (policy.scheme === 'none') return { proposals: [], customers: asked };
  const rates = policy.scheme === 'reference' ? await referenceRates(tx) : [];
  const ids = asked.map(({ id }) => id);
  const { items: read, isCut } = await lateItems(tx, ids, policy.fromOn);
  const items = await withAgreedDays(tx, read);
  const cutAt = isCut ? asked.findIndex(({ id }) => id === items.at(-1)?.customerId) : asked.length;
  const customers = asked.slice(0, Math.max(1, cutAt));
  const isPartial = isCut && cutAt === 0;
  const found = customers.flatMap((customer) => {
    const own = items.filter((item) => item.customerId === customer.id);
    return [...new Set(own.map((item) => item.currency))].flatMap((currency) => {
      const ofCurrency = own.filter((item) => item.currency === currency);
      const lines = numbered(proposeInterest(ofCurrency, tx.today, { policy, rates }), ofCurrency);
      return lines.length === 0 ? [] : [{ customer, currency, isPartial, ...askedOf(lines), lines }];
    });
  });
  return { proposals: found, customers };
}

async function withAgreedDays(tx: Tx, items: readonly NumberedLateItem[]): Promise<NumberedLateItem[]> {
  const agreed = await agreedDaysOf(
    tx,
    items.map(({ id }) => id),
  );
  return items.map((item) => ({ ...item, agreedDays: agreed.get(item.id) ?? [] }));
}

function askedOf(lines: readonly NumberedLine[]) {
  const { interestMinor, feeMinor } = sumsOf(lines.filter(({ isDisputed }) => isDisputed));
  return { ...sumsOf(lines.filter(({ isDisputed }) => !isDisputed)), disputedMinor: interestMinor + feeMinor };
}

function sumsOf(lines: readonly ProposedLine[]) {
  return {
    interestMinor: lines.reduce((sum, line) => sum + line.interestMinor, 0n),
    feeMinor: lines.reduce((sum, line) => sum + line.feeMinor, 0n),
  };
}

function numbered(lines: readonly ProposedLine[], items: readonly NumberedLateItem[]): NumberedLine[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return lines.map((line) => ({
    ...line,
    number: byId.get(line.itemId)?.number ?? '',
    dueOn: byId.get(line.itemId)?.dueOn ?? '',
    isDisputed: byId.get(line.itemId)?.isDisputed ?? false,
  }));
}

/** Half years whose reference rate nobody has entered yet. */
export async function missingRates(tx: Tx): Promise<string[]> {
  const { policy } = await termsInForce(tx);
  return policy.scheme === 'reference' ? missingHalfYears(await referenceRates(tx), tx.today) : [];
}

export interface ChargeRequest {
  readonly customer: LateCustomer;
  readonly itemIds: readonly string[];
  /** What the person saw: anything else is refused. */
  readonly total: Money;
}

/** Charges the items' interest and fees with one debit note. Throws `interest_changed`. */
export async function chargeInterest(tx: CommandTx, request: ChargeRequest): Promise<ChargedNote> {
  const proposal = await seenProposal(tx, request);
  const { currency } = proposal;
  const customerId = await survivorOf(tx, request.customer.id);
  const text = `Interest ${formatAmount(proposal.interestMinor, currency)}, fees ${formatAmount(proposal.feeMinor, currency)}`;
  const note = await postNote(tx, { customerId, total: request.total, text });
  await insertCharge(tx, { ...chargeOf(proposal, customerId), kind: 'charged', note, reason: null });
  const { number, itemId, entryId } = note;
  tx.audit({
    action: 'interest.charge',
    subjectKind: 'item',
    subjectId: itemId,
    after: { number, total: request.total },
  });
  return { number, itemId, entryId };
}

/** Lets the items' interest and fees go, with a reason; later days are proposed anew. Throws `interest_changed`. */
export async function waiveInterest(
  tx: CommandTx,
  request: ChargeRequest & { readonly reason: string },
): Promise<void> {
  const proposal = await seenProposal(tx, request);
  const { reason, customer, total } = request;
  await insertCharge(tx, { ...chargeOf(proposal, customer.id), kind: 'waived', note: null, reason });
  tx.audit({ action: 'interest.waive', subjectKind: 'customer', subjectId: customer.id, after: { total }, reason });
}

function chargeOf(proposal: Proposal, customerId: string) {
  const { currency, interestMinor, feeMinor, lines } = proposal;
  return { id: newId(), customerId, currency, interestMinor, feeMinor, lines, ofPlan: null };
}

async function seenProposal(tx: CommandTx, { customer, itemIds, total }: ChargeRequest): Promise<Proposal> {
  await lockCharging(tx);
  await judgeParty(tx, await survivorOf(tx, customer.id), 'posting'); // days of a plan rest only while it stands
  const chosen = new Set(itemIds);
  const { proposals: found } = await proposalsOf(tx, [customer]);
  const proposal = found.find((one) => one.currency === total.currency);
  const lines = proposal?.lines.filter((line) => chosen.has(line.itemId)) ?? [];
  const sums = sumsOf(lines);
  if (
    proposal === undefined ||
    lines.length !== chosen.size ||
    sums.interestMinor + sums.feeMinor !== total.amountMinor
  ) {
    throw interestChanged();
  }
  return { ...proposal, ...sums, lines };
}
