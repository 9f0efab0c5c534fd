/** Steps that open items: invoices, debit notes, chargebacks, credit notes, on-account credits, receipts. */
import type { LocalDate } from '../calendar/index.ts';
import type { Account, DocumentKind } from '../ledger/index.ts';
import { readAccount } from './accounts.ts';
import { commonClauses, type DraftFacts } from './facts.ts';
import { type Reader, readClauses } from './reader.ts';
import type { Action, WrittenAmount, WrittenInstalment, WrittenPart } from './scenario.ts';

interface Draft {
  customer: string | null;
  parts: { part: WrittenPart; dueOn: LocalDate | null }[];
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
      ...instalmentsOf(reader, number, draft),
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
  const millionths = reader.tryPercent();
  const amount = millionths === null ? reader.tryAmount() : null;
  if (millionths !== null) draft.parts.push({ part: { kind: 'share', millionths }, dueOn: null });
  if (amount !== null) draft.parts.push({ part: { kind: 'amount', amount }, dueOn: null });
  return millionths !== null || amount !== null;
}

interface Divided {
  readonly total: WrittenAmount | null;
  readonly instalments: WrittenInstalment[];
}

/** The instalments; an amount without a due day before them is their total, and must be. */
function instalmentsOf(reader: Reader, number: string, draft: Draft): Divided {
  const [first, ...rest] = draft.parts;
  if (first?.part.kind !== 'amount')
    return reader.refuse('word_missing', `What is the amount of ${number}? Write it as: for 1,000.00 EUR.`);
  const { amount } = first.part;
  if (rest.length === 0)
    return { total: amount, instalments: [{ part: first.part, dueOn: first.dueOn ?? draft.dueOn }] };
  const total = first.dueOn === null ? amount : null;
  const instalments = total === null ? draft.parts : rest;
  if (instalments.some((instalment) => instalment.dueOn === null))
    return reader.refuse('word_missing', `Each instalment of ${number} needs its day: 400.00 due 2026-02-04.`);
  requireSum(reader, number, { total, instalments });
  return { total, instalments };
}

/** Instalments are all amounts of one currency, or all shares of a total, and add up. */
function requireSum(reader: Reader, number: string, { total, instalments }: Divided): void {
  const amounts = instalments.flatMap(({ part }) => (part.kind === 'amount' ? [part.amount] : []));
  const shares = instalments.flatMap(({ part }) => (part.kind === 'share' ? [part.millionths] : []));
  if (shares.length > 0) {
    const whole = shares.reduce((sum, share) => sum + share, 0n);
    if (amounts.length === 0 && total !== null && whole === WHOLE) return;
    const message = `The shares of ${number} must add up to 100%, after its total: for 1,000.00 instalments 40% due 2026-02-04, 60% due 2026-03-04.`;
    reader.refuse('instalments_do_not_add_up', message);
  }
  const currencies = new Set([total, ...amounts].flatMap((amount) => amount?.currency ?? []));
  if (currencies.size > 1) reader.refuse('currencies_mixed', `The amounts of ${number} are in more than one currency.`);
  const sum = addDecimals(amounts.map((amount) => amount.decimal));
  if (total === null || sum === addDecimals([total.decimal])) return;
  const message = `The instalments of ${number} do not add up to ${total.decimal}. Correct one of the amounts.`;
  reader.refuse('instalments_do_not_add_up', message);
}

const WHOLE = 1_000_000n;
const DIGITS = 6; // more than any currency has

function addDecimals(decimals: readonly string[]): bigint {
  return decimals.reduce((total, decimal) => {
    const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
    const size = BigInt(whole + fraction.slice(0, DIGITS).padEnd(DIGITS, '0'));
    return decimal.startsWith('-') ? total - size : total + size;
  }, 0n);
}
