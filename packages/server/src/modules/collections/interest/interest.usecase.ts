/** Interest and fees: proposed from the ledger as it stands, charged with a debit note through the ledger's acts, or waived. */
import type { LocalDate } from '@quittance/core/calendar';
import { missingHalfYears, type ProposedLine, proposeInterest } from '@quittance/core/interest';
import { type CurrencyCode, currencyCode, formatAmount, type Money } from '@quittance/core/money';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { assert } from '../../../platform/errors.ts';
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
  toOn: LocalDate = tx.today,
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
      const lines = numbered(proposeInterest(ofCurrency, toOn, { policy, rates }), ofCurrency);
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

/** Of which items, and through which day. */
export interface AskedItems {
  readonly customer: LateCustomer;
  readonly itemIds: readonly string[];
  readonly currency: CurrencyCode;
  /** Today when absent. What was asked for on a day stays as it was then: later days are proposed anew. */
  readonly toOn?: LocalDate | undefined;
}

export interface ChargeRequest extends Omit<AskedItems, 'currency'> {
  /** What the person saw: anything else is refused. */
  readonly total: Money;
}

/** Charges the items' interest and fees with one debit note. Throws `interest_changed`. */
export async function chargeInterest(tx: CommandTx, request: ChargeRequest): Promise<ChargedNote> {
  return chargeProposal(tx, request.customer, await seenProposal(tx, request));
}

/** Charges whatever these items come to as things stand. Throws `interest_changed` when nothing is left to ask. */
export async function chargeAsItStands(tx: CommandTx, asked: AskedItems): Promise<ChargedNote> {
  return chargeProposal(tx, asked.customer, await proposalAsItStands(tx, asked));
}

async function chargeProposal(tx: CommandTx, customer: LateCustomer, proposal: Proposal): Promise<ChargedNote> {
  const { currency, interestMinor, feeMinor } = proposal;
  const customerId = await survivorOf(tx, customer.id);
  const text = `Interest ${formatAmount(interestMinor, currency)}, fees ${formatAmount(feeMinor, currency)}`;
  const total = { amountMinor: interestMinor + feeMinor, currency: currencyCode(currency) };
  const note = await postNote(tx, { customerId, total, text });
  await insertCharge(tx, { ...(await chargeOf(tx, proposal, customerId)), kind: 'charged', note, reason: null });
  const { number, itemId, entryId } = note;
  tx.audit({ action: 'interest.charge', subjectKind: 'item', subjectId: itemId, after: { number, total } });
  return { number, itemId, entryId };
}

/** Lets the items' interest and fees go, with a reason; later days are proposed anew. Throws `interest_changed`. */
export async function waiveInterest(
  tx: CommandTx,
  request: ChargeRequest & { readonly reason: string },
): Promise<void> {
  const proposal = await seenProposal(tx, request);
  const { reason, customer, total } = request;
  await insertCharge(tx, { ...(await chargeOf(tx, proposal, customer.id)), kind: 'waived', note: null, reason });
  tx.audit({ action: 'interest.waive', subjectKind: 'customer', subjectId: customer.id, after: { total }, reason });
}

async function chargeOf(tx: CommandTx, proposal: Proposal, customerId: string) {
  const { currency, interestMinor, feeMinor, lines } = proposal;
  const { policy } = await termsInForce(tx);
  assert(policy.scheme !== 'none', 'who asks has terms');
  const { scheme, rateE4, dayCount, feeMinor: feeOfItem, feeCurrency } = policy;
  const terms = { scheme, rateE4, dayCount, feeMinor: feeOfItem, feeCurrency, plan: null };
  return { id: newId(), customerId, currency, interestMinor, feeMinor, terms, lines, ofPlan: null };
}

async function seenProposal(tx: CommandTx, { total, ...asked }: ChargeRequest): Promise<Proposal> {
  const proposal = await proposalAsItStands(tx, { ...asked, currency: total.currency });
  const isSeen = proposal.interestMinor + proposal.feeMinor === total.amountMinor;
  if (!isSeen || proposal.lines.length !== new Set(asked.itemIds).size) throw interestChanged();
  return proposal;
}

async function proposalAsItStands(
  tx: CommandTx,
  { customer, itemIds, currency, toOn = tx.today }: AskedItems,
): Promise<Proposal> {
  await lockCharging(tx);
  await judgeParty(tx, await survivorOf(tx, customer.id), 'posting'); // days of a plan rest only while it stands
  const chosen = new Set(itemIds);
  const { proposals: found } = await proposalsOf(tx, [customer], toOn);
  const proposal = found.find((one) => one.currency === currency);
  const lines = proposal?.lines.filter((line) => chosen.has(line.itemId)) ?? [];
  if (proposal === undefined || lines.length === 0) throw interestChanged();
  return { ...proposal, ...sumsOf(lines), lines };
}
