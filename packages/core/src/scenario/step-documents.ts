/** Steps that open items: invoices, debit notes, chargebacks, credit notes, on-account credits, receipts. */
import type { LocalDate } from '../calendar/index.ts';
import type { Account, DocumentKind } from '../ledger/index.ts';
import { readAccount } from './accounts.ts';
import { commonClauses, type DraftFacts } from './facts.ts';
import { type Reader, readClauses } from './reader.ts';
import type { Action, WrittenAmount, WrittenInstalment } from './scenario.ts';

interface Draft {
  customer: string | null;
  parts: { amount: WrittenAmount; dueOn: LocalDate | null }[];
  /** A due day that stood before any amount. */
  dueOn: LocalDate | null;
  terms: string | null;
  contra: Account | null;
  purchaseOrder: string | null;
  orderNumber: string | null;
  deliveryNote: string | null;
  reference: string | null;
}

/**
 * `invoice 4711 of C1 for 1,000.00 EUR due 2026-02-04`; `terms "2% 10 net 30"` instead of a due day; instalments each
 * with its own: `for 1,000.00 instalments 400.00 due 2026-02-04, 600.00 due 2026-03-04`.
 */
export function parseDocument(documentKind: DocumentKind): (reader: Reader, facts: DraftFacts) => Action {
  return (reader, facts) => {
    const number = reader.name("the document's number");
    const draft: Draft = {
      customer: null,
      parts: [],
      dueOn: null,
      terms: null,
      contra: null,
      purchaseOrder: null,
      orderNumber: null,
      deliveryNote: null,
      reference: null,
    };
    readClauses(reader, documentClauses(reader, facts, draft), {
      after: `"${documentKind.replaceAll('_', ' ')}"`,
      otherwise: () => takePart(reader, draft),
    });
    if (draft.customer === null && documentKind !== 'receipt')
      return reader.refuse('word_missing', `Whose document is ${number}? Add "of" and the customer: of C1.`);
    const { customer, terms, contra, purchaseOrder, orderNumber, deliveryNote, reference } = draft;
    return {
      kind: 'document',
      documentKind,
      number,
      customer,
      instalments: instalmentsOf(reader, number, draft),
      terms,
      contra,
      purchaseOrder,
      orderNumber,
      deliveryNote,
      reference,
    };
  };
}

function documentClauses(reader: Reader, facts: DraftFacts, draft: Draft) {
  return {
    ...commonClauses(reader, facts),
    'of|from|for|to|customer': () => {
      if (takePart(reader, draft)) return;
      reader.takePhrase(['customer']);
      draft.customer = reader.name('the customer');
    },
    'instalments|installments|instalment|installment': () => {},
    'due|due on': () => {
      const dueOn = reader.date('the due day');
      const part = draft.parts.at(-1);
      if (part) part.dueOn = dueOn;
      else draft.dueOn = dueOn;
    },
    terms: () => {
      draft.terms = reader.text('the terms');
    },
    against: () => {
      draft.contra = readAccount(reader);
    },
    'purchase order|po': () => {
      draft.purchaseOrder = reader.name('the purchase order');
    },
    order: () => {
      draft.orderNumber = reader.name('the order number');
    },
    'delivery note': () => {
      draft.deliveryNote = reader.name('the delivery note');
    },
    'reference|ref': () => {
      draft.reference = reader.name('the reference');
    },
  };
}

function takePart(reader: Reader, draft: Draft): boolean {
  const amount = reader.tryAmount();
  if (amount === null) return false;
  draft.parts.push({ amount, dueOn: null });
  return true;
}

/** The instalments; an amount without a due day before them is their total, and must be. */
function instalmentsOf(reader: Reader, number: string, draft: Draft): WrittenInstalment[] {
  const [first, ...rest] = draft.parts;
  if (!first) return reader.refuse('word_missing', `What is the amount of ${number}? Write it as: for 1,000.00 EUR.`);
  if (rest.length === 0) return [{ amount: first.amount, dueOn: first.dueOn ?? draft.dueOn }];
  const parts = first.dueOn === null ? rest : draft.parts;
  if (parts.some((part) => part.dueOn === null))
    return reader.refuse('word_missing', `Each instalment of ${number} needs its day: 400.00 due 2026-02-04.`);
  const currency = first.amount.currency ?? rest.find((part) => part.amount.currency !== null)?.amount.currency ?? null;
  if (draft.parts.some((part) => part.amount.currency !== null && part.amount.currency !== currency))
    return reader.refuse('currencies_mixed', `The amounts of ${number} are in more than one currency.`);
  if (parts === rest && addDecimals(rest.map((part) => part.amount.decimal)) !== addDecimals([first.amount.decimal])) {
    const message = `The instalments of ${number} do not add up to ${first.amount.decimal}. Correct one of the amounts.`;
    return reader.refuse('instalments_do_not_add_up', message);
  }
  return parts.map((part) => ({ amount: { decimal: part.amount.decimal, currency }, dueOn: part.dueOn }));
}

const DIGITS = 6; // more than any currency has

function addDecimals(decimals: readonly string[]): bigint {
  return decimals.reduce((total, decimal) => {
    const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
    const size = BigInt(whole + fraction.slice(0, DIGITS).padEnd(DIGITS, '0'));
    return decimal.startsWith('-') ? total - size : total + size;
  }, 0n);
}
