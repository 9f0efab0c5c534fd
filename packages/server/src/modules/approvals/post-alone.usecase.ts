/**
 * How much one person posts without a second one: of one kind on one item, of all kinds together on one item, for one customer in
 * 30 days, and in one day. Splitting an amount over kinds, items or days does not make it smaller.
 */
import {
  type ApprovalKind,
  COUNTED_KINDS,
  CUSTOMER_TOTAL_DAYS,
  isWithin,
  KINDS_BY_CUSTOMER,
  type Limit,
  leftOf,
  type TotalKind,
  totalsOf,
} from '@quittance/core/approvals';
import { formatAmount } from '@quittance/core/money';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { recordsOfParty } from '../customers/index.ts';
import { entriesAsDrafted, type InterestKind, type LimitedAct, type LimitGuard, worthOf } from '../ledger/index.ts';
import { kindOfAdjustment } from './approval-act.ts';
import { takenAlone } from './limits.queries.ts';
import { limitsIn, loadRules, type Rules } from './limits.usecase.ts';
import { insertPostedAlone, lockSumsOfActor, type SumsAlone, sumsAlone } from './posted-alone.queries.ts';

/**
 * What the ledger asks when a person posted alone. With a limit of 100.00, a second write-off of 60.00 on one invoice is refused
 * with `approval_needed`, and so is a discount of 60.00 beside the write-off.
 */
export const limitGuard: LimitGuard = async (tx, act) => {
  const kind = kindOf(act);
  const isCounted = COUNTED_KINDS.includes(kind);
  const valueMinor = await worthOfAct(tx, act);
  if (isCounted || KINDS_BY_CUSTOMER.includes(kind)) await count(tx, act, { kind, valueMinor });
  if (act.isGrantedBefore) return;
  const rules = await loadRules(tx);
  const customerIds = await recordsOfParty(tx, act.customerId);
  const sums = await sumsAlone(tx, { kind, itemId: act.itemId, customerIds, days: CUSTOMER_TOTAL_DAYS });
  const person = { id: tx.actor.id, roles: act.roles };
  const { aloneMinor } = limitsIn(rules, person, kind);
  const given = { kind, valueMinor };
  const of = KINDS_BY_CUSTOMER.includes(kind) ? 'customer_kind' : 'kind';
  requireWithin(tx, given, { of, limit: aloneMinor, sumMinor: await ofKind(tx, act, { valueMinor, sums }) });
  if (isCounted) requireTotals(tx, rules, { ...given, act, sums });
};

function kindOf({ kind }: LimitedAct): ApprovalKind {
  return kind === 'credit' || isInterest(kind) ? kind : kindOfAdjustment(kind);
}

function isInterest(kind: LimitedAct['kind']): kind is InterestKind {
  return kind === 'interest_charge' || kind === 'interest_waiver';
}

/** Adjustments are read off the books, so that what was posted before limits were counted counts too. */
async function ofKind(
  tx: Tx,
  act: LimitedAct,
  { valueMinor, sums }: { readonly valueMinor: bigint; readonly sums: SumsAlone },
): Promise<bigint> {
  if (isInterest(act.kind)) return sums.customerKindMinor;
  if (act.itemId === null) return valueMinor;
  if (act.kind === 'credit') return sums.kindMinor;
  return act.toComeMinor + (await takenAlone(tx, { itemId: act.itemId, entryKind: act.kind }));
}

async function worthOfAct(tx: Tx, { posted }: LimitedAct): Promise<bigint> {
  return 'entryId' in posted ? worthOf(await entriesAsDrafted(tx, [posted.entryId])) : posted.valueMinor;
}

async function count(
  tx: Tx,
  { itemId, customerId, posted }: LimitedAct,
  { kind, valueMinor }: { readonly kind: ApprovalKind; readonly valueMinor: bigint },
): Promise<void> {
  await lockSumsOfActor(tx);
  const [entryId, pendingId] = 'entryId' in posted ? [posted.entryId, null] : [null, posted.pendingId ?? null];
  await insertPostedAlone(tx, { kind, itemId, customerId, entryId, pendingId, valueMinor });
}

interface Given {
  readonly kind: ApprovalKind;
  readonly valueMinor: bigint;
}

function requireTotals(
  tx: Tx,
  rules: Rules,
  { act, sums, ...given }: Given & { readonly act: LimitedAct; readonly sums: SumsAlone },
): void {
  const person = { personId: tx.actor.id, roles: act.roles };
  const totals = totalsOf(person, { currency: rules.currency }, rules.limits);
  const sumOf: Readonly<Record<TotalKind, bigint>> = {
    item_total: act.itemId === null ? 0n : sums.itemMinor,
    customer_total: sums.customerMinor,
    day_total: sums.dayMinor,
  };
  for (const of of ['item_total', 'customer_total', 'day_total'] as const) {
    requireWithin(tx, given, { of, limit: totals[of], sumMinor: sumOf[of] });
  }
}

interface Reached {
  readonly of: 'kind' | 'customer_kind' | TotalKind;
  readonly limit: Limit;
  /** With what was just posted. */
  readonly sumMinor: bigint;
}

const OF_WHAT: Readonly<Record<Reached['of'], string>> = {
  kind: 'of this kind on one item',
  customer_kind: `of this kind for one customer in ${CUSTOMER_TOTAL_DAYS} days`,
  item_total: 'on one item, of all kinds together',
  customer_total: `for one customer in ${CUSTOMER_TOTAL_DAYS} days, of all kinds together`,
  day_total: 'in one day, of all kinds together',
};

/** Says which limit, what is left of it, and the way on. */
function requireWithin(tx: Tx, { kind, valueMinor }: Given, { of, limit, sumMinor }: Reached): void {
  if (limit === null || isWithin(sumMinor, limit)) return;
  const currency = tx.company.functionalCurrency;
  const money = (minor: bigint) => ({ amount: formatAmount(minor, currency), currency });
  const left = money(leftOf(limit, sumMinor - valueMinor) ?? 0n);
  const said =
    limit === 0n
      ? 'This is never posted by one person alone'
      : `You post up to ${formatAmount(limit, currency)} ${currency} alone ${OF_WHAT[of]}; ${left.amount} of it are left, and this is ${formatAmount(valueMinor, currency)}`;
  const message = `${said}. Ask for it: another person decides.`;
  const details = { kind, of, limit: money(limit), value: money(sumMinor), left, asked: money(valueMinor) };
  // Under its own name too, so that each limit is said in words of its own in any language.
  const named = limit === 0n ? {} : { [of === 'kind' ? 'kind_limit' : of]: details.limit };
  throw new AppError('approval_needed', message, { status: 409, details: { ...details, ...named } });
}
