/**
 * ISO 20022 remittance advice (remt.001, all versions): each `RmtInf` tells of one payment. Its structured documents are the
 * lines; what was remitted counts, else what was due less discount, tax and adjustments.
 */
import { type LocalDate, parseLocalDate } from '../../calendar/index.ts';
import { type CurrencyCode, isCurrencyCode, parseAmount } from '../../money/index.ts';
import {
  type DocumentKind,
  footRemittance,
  type Remittance,
  type RemittanceAdjustment,
  type RemittanceLine,
  type RemittanceParty,
} from '../remittance.ts';
import { all, at, find, textAt, treeOf, type XmlElement } from './xml-tree.ts';

export const remt001 = {
  name: 'remt001',
  recognises: (head: string) => /<(?:\w+:)?RmtAdvc[\s>]|remt\.001\./.test(head),
};

/** Throws `XmlRefused` for XML that is broken or hostile. `currency` where an amount names none. */
export function readRemt001(text: string, currency: CurrencyCode): Remittance[] {
  const advice = find(treeOf(text), 'RmtAdvc');
  const sender = textAt(advice, 'GrpHdr', 'InitgPty', 'Nm');
  return all(advice, 'RmtInf').map((one) => remittanceOf(one, { sender, currency }));
}

interface Around {
  readonly sender: string | null;
  readonly currency: CurrencyCode;
}

function remittanceOf(one: XmlElement, { sender, currency: fallback }: Around): Remittance {
  const payment = at(one, 'OrgnlPmtInf');
  const amount = amountElement(payment);
  const documents = all(one, 'Strd').flatMap((strd) => linesOf(strd, fallback));
  const currency = currencyOf(amount) ?? documents.find(({ currency: own }) => own !== null)?.currency ?? fallback;
  const lines = documents.map(({ line }) => line);
  const head = { amountMinor: minorOf(amount, currency), lines, adjustments: [] };
  return {
    ...head,
    line: one.line,
    payer: partyOf(find(payment, 'Dbtr'), find(payment, 'DbtrAcct'), sender),
    payee: partyOf(find(payment, 'Cdtr'), find(payment, 'CdtrAcct'), null),
    currency,
    paidOn: dateOf(find(payment, 'IntrBkSttlmDt') ?? find(payment, 'ReqdExctnDt')),
    traceNumber: find(payment, 'EndToEndId')?.text.trim() || textAt(one, 'RmtId'),
    method: find(payment, 'PmtMtd')?.text.trim() || null,
    references: [],
    text: all(one, 'Ustrd').map(({ text }) => text.trim()),
    footing: footRemittance(head),
  };
}

const AMOUNTS = ['IntrBkSttlmAmt', 'InstdAmt', 'RmtdAmt'] as const;

function amountElement(payment: XmlElement | undefined): XmlElement | undefined {
  return AMOUNTS.map((name) => find(payment, name)).find((element) => element !== undefined);
}

function partyOf(
  party: XmlElement | undefined,
  account: XmlElement | undefined,
  otherName: string | null,
): RemittanceParty {
  const number = textAt(account, 'Id', 'IBAN') ?? textAt(account, 'Id', 'Othr', 'Id');
  return {
    name: textAt(party, 'Nm') ?? textAt(party, 'Pty', 'Nm') ?? otherName,
    id: find(at(party, 'Id'), 'Id')?.text.trim() || null,
    account: number?.replace(/\s+/g, '') ?? null,
  };
}

function dateOf(element: XmlElement | undefined): LocalDate | null {
  const text = textAt(element, 'Dt') ?? textAt(element, 'DtTm') ?? element?.text.trim() ?? '';
  return parseLocalDate(text.slice(0, 10));
}

interface DocumentLine {
  readonly line: RemittanceLine;
  readonly currency: CurrencyCode | null;
}

/** Several referred documents share their amounts only when there is one of each. */
function linesOf(strd: XmlElement, fallback: CurrencyCode): DocumentLine[] {
  const documents = all(strd, 'RfrdDocInf');
  const amounts = at(strd, 'RfrdDocAmt');
  const reference = textAt(strd, 'CdtrRefInf', 'Ref');
  const given = documents.length > 0 ? documents : reference === null ? [] : [undefined];
  return given.map((document) =>
    lineOf(strd, { document, reference, fallback, amounts: given.length === 1 ? amounts : undefined }),
  );
}

interface Told {
  readonly document: XmlElement | undefined;
  readonly reference: string | null;
  readonly fallback: CurrencyCode;
  readonly amounts: XmlElement | undefined;
}

const KINDS: Readonly<Record<string, DocumentKind>> = {
  CINV: 'invoice',
  CREN: 'credit_note',
  DEBN: 'debit_note',
  PUOR: 'purchase_order',
};

function lineOf(strd: XmlElement, { document, reference, fallback, amounts }: Told): DocumentLine {
  const remitted = at(amounts, 'RmtdAmt');
  const due = at(amounts, 'DuePyblAmt');
  const credit = at(amounts, 'CdtNoteAmt');
  const own = currencyOf(remitted ?? due ?? credit);
  const currency = own ?? fallback;
  const type = textAt(document, 'Tp', 'CdOrPrtry', 'Cd') ?? '';
  const kind = KINDS[type] ?? (credit === undefined ? 'invoice' : 'credit_note');
  const signed = (element: XmlElement | undefined) => {
    const minor = minorOf(element, currency);
    return minor !== null && minor > 0n && kind === 'credit_note' ? -minor : minor;
  };
  const discountMinor = minorOf(at(amounts, 'DscntApldAmt', 'Amt') ?? at(amounts, 'DscntApldAmt'), currency);
  const adjustments = all(amounts, 'AdjstmntAmtAndRsn').flatMap((one) => adjustmentOf(one, currency));
  const grossMinor = signed(due ?? credit);
  const net =
    grossMinor === null
      ? null
      : grossMinor - (discountMinor ?? 0n) + adjustments.reduce((total, { amountMinor }) => total + amountMinor, 0n);
  const number = textAt(document, 'Nb') ?? reference;
  return {
    currency: own,
    line: {
      line: strd.line,
      document: number === null ? null : { kind, number, label: type || null },
      references:
        reference === null || number === reference
          ? []
          : [{ kind: 'other', number: reference, label: 'creditor reference' }],
      issuedOn: dateOf(at(document, 'RltdDt')),
      grossMinor,
      discountMinor,
      adjustments,
      paidMinor: signed(remitted) ?? net,
      text: all(strd, 'AddtlRmtInf').map(({ text }) => text.trim()),
    },
  };
}

/** Debited to us is taken off; a code without a side is taken off, too. */
function adjustmentOf(one: XmlElement, currency: CurrencyCode): RemittanceAdjustment[] {
  const minor = minorOf(at(one, 'Amt'), currency);
  if (minor === null || minor === 0n) return [];
  const isPutOn = textAt(one, 'CdtDbtInd') === 'CRDT';
  const size = minor < 0n ? -minor : minor;
  const text = textAt(one, 'AddtlInf');
  return [{ amountMinor: isPutOn ? size : -size, code: textAt(one, 'Rsn'), reason: text, reference: null, text: [] }];
}

function currencyOf(element: XmlElement | undefined): CurrencyCode | null {
  const code = element?.currency ?? '';
  return isCurrencyCode(code) ? code : null;
}

function minorOf(element: XmlElement | undefined, currency: CurrencyCode): bigint | null {
  return element === undefined ? null : parseAmount(element.text.trim(), currency);
}
