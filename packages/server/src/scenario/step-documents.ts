/** Written documents as ledger acts: due days from terms, amounts in minor units. */
import type { LocalDate } from '@quittance/core/calendar';
import { isControlAccount, OPENINGS, type PlainAccount } from '@quittance/core/ledger';
import { allocateByLargestRemainder } from '@quittance/core/money';
import type { DocumentAction, StepStatement } from '@quittance/core/scenario';
import { discountFor, dueOn, type PaymentTerms, parseTerms } from '@quittance/core/terms';
import { findCustomer } from '../modules/customers/index.ts';
import type { LedgerAct } from '../modules/ledger/index.ts';
import { customerId, functionalOf, minorOf } from './names.ts';
import { lineProblem, type Place, readIn } from './world.ts';

/** Credits are due on their own day; debits without a day or terms of their own take the customer's terms. */
export async function documentAct(place: Place, step: StepStatement, action: DocumentAction): Promise<LedgerAct> {
  const issuedOn = step.effectiveOn ?? place.day;
  const owner = action.customer === null ? place.book.unidentifiedId : customerId(place, action.customer);
  const currency = currencyWritten(action) ?? functionalOf(place);
  const isDated = action.instalments.every((instalment) => instalment.dueOn !== null);
  const isDebit = OPENINGS[action.documentKind].sign > 0n;
  const terms = action.terms ?? (isDated || !isDebit ? null : await customerTerms(place, owner));
  const usual = terms === null ? issuedOn : dueOn(issuedOn, readTerms(place, terms));
  return {
    kind: 'document',
    document: {
      kind: action.documentKind,
      number: action.number,
      customerId: owner,
      currency,
      issuedOn,
      instalments: amountsOf(place, action, currency).map((amountMinor, index) => ({
        dueOn: action.instalments[index]?.dueOn ?? usual,
        amountMinor,
      })),
      terms: terms ?? undefined,
      purchaseOrder: action.purchaseOrder ?? undefined,
      orderNumber: action.orderNumber ?? undefined,
      deliveryNote: action.deliveryNote ?? undefined,
      reference: action.reference ?? undefined,
      note: step.note ?? undefined,
      contra: contraOf(place, action),
    },
  };
}

function currencyWritten(action: DocumentAction): string | null {
  const parts = action.instalments.map(({ part }) => (part.kind === 'amount' ? part.amount.currency : null));
  return [action.total?.currency ?? null, ...parts].find((currency) => currency !== null) ?? null;
}

/** Shares lose no unit: what rounding leaves goes to the largest remainders. */
function amountsOf(place: Place, action: DocumentAction, currency: string): bigint[] {
  const shares = action.instalments.flatMap(({ part }) => (part.kind === 'share' ? [part.millionths] : []));
  if (shares.length > 0 && action.total !== null)
    return allocateByLargestRemainder(minorOf(place, action.total, currency), shares);
  return action.instalments.flatMap(({ part }) =>
    part.kind === 'amount' ? [minorOf(place, part.amount, currency)] : [],
  );
}

async function customerTerms(place: Place, id: string): Promise<string | null> {
  const customer = await readIn(place.world, place.book, (tx) => findCustomer(tx, id));
  return customer?.terms ?? null;
}

export function readTerms(place: Place, text: string): PaymentTerms {
  const terms = parseTerms(text);
  if (terms !== null) return terms;
  const message = `The terms "${text}" are not understood. Write them as "2% 10 net 30", "net 30", "30 gg fm".`;
  return lineProblem(place.line, { field: text, code: 'terms_not_readable', message });
}

function contraOf(place: Place, action: DocumentAction): PlainAccount | undefined {
  if (action.contra === null) return undefined;
  if (!isControlAccount(action.contra)) return action.contra;
  const message = 'The other side of a document is an account such as billing or suspense, never a customer account.';
  return lineProblem(place.line, { field: action.contra, code: 'contra_is_control_account', message });
}

/** Millionths that a document's terms grant to a payment on a day; 0 when nothing is earned any more. */
export function earnedRate(
  place: Place,
  item: { readonly number: string; readonly terms: string | null; readonly issuedOn: LocalDate },
  payment: { readonly paidOn: LocalDate; readonly graceDays: number },
): bigint {
  if (item.terms === null) {
    const message = `${item.number} has no terms. Give its line some: terms "2% 10 net 30".`;
    return lineProblem(place.line, { field: item.number, code: 'terms_missing', message });
  }
  return discountFor(1_000_000n, readTerms(place, item.terms), { issuedOn: item.issuedOn, ...payment });
}
