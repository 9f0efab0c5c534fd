/**
 * ISO 20022 remittance advice (remt.001, all versions): each `RmtInf` tells of one payment. Its structured documents are the
 * lines; what was remitted counts, else what was due less discount, tax and adjustments.
 */
import { type LocalDate, parseLocalDate } from '../../calendar/index.ts';
import { type CurrencyCode, isCurrencyCode, parseAmount } from '../../money/index.ts';
import { nodeAt, nodesNamed, textAt, type XmlNode } from '../../xml/index.ts';
import {
  type DocumentKind,
  footRemittance,
  type Remittance,
  type RemittanceAdjustment,
  type RemittanceLine,
  type RemittanceParty,
} from '../remittance.ts';
import { nodeWithin, treeOf } from './xml-tree.ts';

export const remt001 = {
  name: 'remt001',
  recognises: (head: string) => /<(?:\w+:)?RmtAdvc[\s>]|remt\.001\./.test(head),
};

/** Throws `XmlRefused` for XML that is broken or hostile. `currency` where an amount names none. */
export function readRemt001(text: string, currency: CurrencyCode): Remittance[] {
  const advice = nodeWithin(treeOf(text), 'RmtAdvc');
  const sender = textAt(advice, 'GrpHdr', 'InitgPty', 'Nm');
  return nodesNamed(advice, 'RmtInf').map((one) => remittanceOf(one, { sender, currency }));
}

interface Around {
  readonly sender: string | null;
  readonly currency: CurrencyCode;
}

function remittanceOf(one: XmlNode, { sender, currency: fallback }: Around): Remittance {
  const payment = nodeAt(one, 'OrgnlPmtInf');
  const amount = amountElement(payment);
  const documents = nodesNamed(one, 'Strd').flatMap((strd) => linesOf(strd, fallback));
  const currency = currencyOf(amount) ?? documents.find(({ currency: own }) => own !== null)?.currency ?? fallback;
  const lines = documents.map(({ line }) => line);
  const head = { amountMinor: minorOf(amount, currency), lines, adjustments: [] };
  return {
    ...head,
    line: one.line,
    payer: partyOf(nodeWithin(payment, 'Dbtr'), nodeWithin(payment, 'DbtrAcct'), sender),
    payee: partyOf(nodeWithin(payment, 'Cdtr'), nodeWithin(payment, 'CdtrAcct'), null),
    currency,
    paidOn: dateOf(nodeWithin(payment, 'IntrBkSttlmDt') ?? nodeWithin(payment, 'ReqdExctnDt')),
    traceNumber: nodeWithin(payment, 'EndToEndId')?.text.trim() || textAt(one, 'RmtId'),
    method: nodeWithin(payment, 'PmtMtd')?.text.trim() || null,
    references: [],
    text: nodesNamed(one, 'Ustrd').map(({ text }) => text.trim()),
    footing: footRemittance(head),
  };
}

const AMOUNTS = ['IntrBkSttlmAmt', 'InstdAmt', 'RmtdAmt'] as const;

function amountElement(payment: XmlNode | null): XmlNode | null {
  return AMOUNTS.map((name) => nodeWithin(payment, name)).find((element) => element !== null) ?? null;
}

function partyOf(party: XmlNode | null, account: XmlNode | null, otherName: string | null): RemittanceParty {
  const number = textAt(account, 'Id', 'IBAN') ?? textAt(account, 'Id', 'Othr', 'Id');
  return {
    name: textAt(party, 'Nm') ?? textAt(party, 'Pty', 'Nm') ?? otherName,
    id: nodeWithin(nodeAt(party, 'Id'), 'Id')?.text.trim() || null,
    account: number?.replace(/\s+/g, '') ?? null,
  };
}

function dateOf(element: XmlNode | null): LocalDate | null {
  const text = textAt(element, 'Dt') ?? textAt(element, 'DtTm') ?? element?.text.trim() ?? '';
  return parseLocalDate(text.slice(0, 10));
}

interface DocumentLine {
  readonly line: RemittanceLine;
  readonly currency: CurrencyCode | null;
}

/** Several referred documents share their amounts only when there is one of each. */
function linesOf(strd: XmlNode, fallback: CurrencyCode): DocumentLine[] {
  const documents = nodesNamed(strd, 'RfrdDocInf');
  const amounts = nodeAt(strd, 'RfrdDocAmt');
  const reference = textAt(strd, 'CdtrRefInf', 'Ref');
  const given = documents.length > 0 ? documents : reference === null ? [] : [null];
  return given.map((document) =>
    lineOf(strd, { document, reference, fallback, amounts: given.length === 1 ? amounts : null }),
  );
}

interface Told {
  readonly document: XmlNode | null;
  readonly reference: string | null;
  readonly fallback: CurrencyCode;
  readonly amounts: XmlNode | null;
}

const KINDS: Readonly<Record<string, DocumentKind>> = {
  CINV: 'invoice',
  CREN: 'credit_note',
  DEBN: 'debit_note',
  PUOR: 'purchase_order',
};

function lineOf(strd: XmlNode, { document, reference, fallback, amounts }: Told): DocumentLine {
  const remitted = nodeAt(amounts, 'RmtdAmt');
  const due = nodeAt(amounts, 'DuePyblAmt');
  const credit = nodeAt(amounts, 'CdtNoteAmt');
  const own = currencyOf(remitted ?? due ?? credit);
  const currency = own ?? fallback;
  const type = textAt(document, 'Tp', 'CdOrPrtry', 'Cd') ?? '';
  const kind = KINDS[type] ?? (credit === null ? 'invoice' : 'credit_note');
  const signed = (element: XmlNode | null) => {
    const minor = minorOf(element, currency);
    return minor !== null && minor > 0n && kind === 'credit_note' ? -minor : minor;
  };
  const discountMinor = minorOf(nodeAt(amounts, 'DscntApldAmt', 'Amt') ?? nodeAt(amounts, 'DscntApldAmt'), currency);
  const adjustments = nodesNamed(amounts, 'AdjstmntAmtAndRsn').flatMap((one) => adjustmentOf(one, currency));
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
      issuedOn: dateOf(nodeAt(document, 'RltdDt')),
      grossMinor,
      discountMinor,
      adjustments,
      paidMinor: signed(remitted) ?? net,
      text: nodesNamed(strd, 'AddtlRmtInf').map(({ text }) => text.trim()),
    },
  };
}

/** Debited to us is taken off; a code without a side is taken off, too. */
function adjustmentOf(one: XmlNode, currency: CurrencyCode): RemittanceAdjustment[] {
  const minor = minorOf(nodeAt(one, 'Amt'), currency);
  if (minor === null || minor === 0n) return [];
  const isPutOn = textAt(one, 'CdtDbtInd') === 'CRDT';
  const size = minor < 0n ? -minor : minor;
  const text = textAt(one, 'AddtlInf');
  return [{ amountMinor: isPutOn ? size : -size, code: textAt(one, 'Rsn'), reason: text, reference: null, text: [] }];
}

function currencyOf(element: XmlNode | null): CurrencyCode | null {
  const code = element?.currency ?? '';
  return isCurrencyCode(code) ? code : null;
}

function minorOf(element: XmlNode | null, currency: CurrencyCode): bigint | null {
  return element === null ? null : parseAmount(element.text.trim(), currency);
}
