/** One 820 transaction (ST to SE) as its segments come in, and the remittance it makes. */
import type { LocalDate } from '../../calendar/index.ts';
import { type CurrencyCode, isCurrencyCode, sum } from '../../money/index.ts';
import {
  footRemittance,
  type Remittance,
  type RemittanceAdjustment,
  type RemittanceLine,
  type RemittanceParty,
  type RemittanceReference,
} from '../remittance.ts';
import { adjustmentReason, DOCUMENT_DATES, PAYMENT_DATES, referenceKind } from './x12-codes.ts';
import type { X12Segment } from './x12-segments.ts';
import { readDate, readDecimal } from './x12-values.ts';

/** American payments state no currency when it is the dollar. */
const DEFAULT_CURRENCY = 'USD';

/** Changes while segments are read; `toRemittance` makes it final. */
export interface OpenTransaction {
  readonly line: number;
  readonly position: number;
  readonly controlNumber: string;
  segmentCount: number;
  currencyText: string;
  payment: X12Segment | null;
  trace: string | null;
  readonly dates: Map<string, string>;
  readonly references: RemittanceReference[];
  payer: RemittanceParty;
  payee: RemittanceParty;
  readonly lines: OpenLine[];
  readonly adjustments: OpenAdjustment[];
  lastAdjustment: OpenAdjustment | null;
  readonly text: string[];
  /** What REF, DTM and NTE belong to now. */
  scope: 'payment' | 'party' | 'entity' | 'line' | 'adjustment';
}

interface OpenLine {
  readonly segment: X12Segment;
  readonly references: RemittanceReference[];
  readonly dates: Map<string, string>;
  readonly adjustments: OpenAdjustment[];
  readonly text: string[];
}

interface OpenAdjustment {
  readonly segment: X12Segment;
  readonly text: string[];
}

const NO_PARTY: RemittanceParty = { name: null, id: null, account: null };

export function beginTransaction(segment: X12Segment): OpenTransaction {
  return {
    line: segment.line,
    position: segment.position,
    controlNumber: at(segment, 2),
    segmentCount: 1,
    currencyText: '',
    payment: null,
    trace: null,
    dates: new Map(),
    references: [],
    payer: NO_PARTY,
    payee: NO_PARTY,
    lines: [],
    adjustments: [],
    lastAdjustment: null,
    text: [],
    scope: 'payment',
  };
}

function at(segment: X12Segment, index: number): string {
  return segment.elements[index] ?? '';
}

/** A segment between ST and SE. What says nothing about who paid what (addresses, contacts, item detail) is passed over. */
export function takeSegment(open: OpenTransaction, segment: X12Segment): void {
  switch (segment.id) {
    case 'BPR':
      open.payment = segment;
      break;
    case 'TRN':
      open.trace ??= at(segment, 2) || null;
      break;
    case 'CUR':
      open.currencyText ||= at(segment, 2);
      break;
    case 'N1':
    case 'NM1':
      takeParty(open, segment);
      break;
    case 'ENT':
      open.scope = 'entity';
      break;
    case 'RMR':
      open.lines.push({ segment, references: [], dates: new Map(), adjustments: [], text: [] });
      open.scope = 'line';
      break;
    case 'ADX':
      takeAdjustment(open, segment);
      break;
    case 'REF':
      takeReference(open, segment);
      break;
    case 'DTM':
      takeDate(open, segment);
      break;
    case 'NTE':
      textOf(open).push(at(segment, 2));
      break;
  }
}

/** PR is the payer and PE the payee; others (the store a line belongs to) are named in the text. */
function takeParty(open: OpenTransaction, segment: X12Segment) {
  const isPerson = segment.id === 'NM1';
  const nameParts = isPerson ? [at(segment, 4), at(segment, 3)] : [at(segment, 2)];
  const name = nameParts.filter((part) => part !== '').join(' ') || null;
  const id = at(segment, isPerson ? 9 : 4) || null;
  const role = at(segment, 1).toUpperCase();
  if (role === 'PR') open.payer = { ...open.payer, name, id };
  else if (role === 'PE') open.payee = { ...open.payee, name, id };
  else if (name !== null || id !== null) textOf(open).push([name, id].filter((part) => part !== null).join(' '));
  if (open.scope === 'payment') open.scope = 'party';
}

/** An adjustment behind a remittance line belongs to it, elsewhere to the payment as a whole. */
function takeAdjustment(open: OpenTransaction, segment: X12Segment) {
  const line = open.scope === 'line' || open.scope === 'adjustment' ? open.lines.at(-1) : undefined;
  open.lastAdjustment = { segment, text: [] };
  (line?.adjustments ?? open.adjustments).push(open.lastAdjustment);
  open.scope = 'adjustment';
}

function takeReference(open: OpenTransaction, segment: X12Segment) {
  const description = at(segment, 3);
  if (open.scope === 'adjustment') {
    const words = [at(segment, 1), at(segment, 2), description].filter((part) => part !== '').join(' ');
    open.lastAdjustment?.text.push(words);
    return;
  }
  const reference = toReference(at(segment, 1), at(segment, 2));
  const line = open.scope === 'line' ? open.lines.at(-1) : undefined;
  if (reference !== null) (line?.references ?? open.references).push(reference);
  if (description !== '') (line?.text ?? open.text).push(description);
}

function takeDate(open: OpenTransaction, segment: X12Segment) {
  if (open.scope === 'adjustment') return;
  const dates = open.scope === 'line' ? open.lines.at(-1)?.dates : open.dates;
  dates?.set(at(segment, 1), at(segment, 2) || at(segment, 6));
}

function textOf(open: OpenTransaction): string[] {
  if (open.scope === 'adjustment') return open.lastAdjustment?.text ?? open.text;
  return open.scope === 'line' ? (open.lines.at(-1)?.text ?? open.text) : open.text;
}

function toReference(qualifier: string, number: string): RemittanceReference | null {
  return number === '' ? null : { kind: referenceKind(qualifier), number, label: qualifier || null };
}

/** Tells what cannot be read: the segment, the field, the cause. */
export type TellProblem = (segment: X12Segment, field: string, code: string, message: string) => void;

/** The finished remittance; null when its currency or its amount cannot be read. */
export function toRemittance(open: OpenTransaction, tell: TellProblem): Remittance | null {
  const code = (open.currencyText || DEFAULT_CURRENCY).toUpperCase();
  const first = open.payment;
  if (first === null) return null;
  if (!isCurrencyCode(code)) {
    tell(first, 'CUR', 'bad_currency', `${quoted(code)} is no currency: the remittance is left out.`);
    return null;
  }
  const stated = readDecimal(at(first, 2), code);
  if (stated === null) {
    tell(
      first,
      'BPR02',
      'bad_amount',
      `The amount paid cannot be read (${quoted(at(first, 2))}): the remittance is left out.`,
    );
    return null;
  }
  const amountMinor = at(first, 3).toUpperCase() === 'D' ? -stated : stated;
  const plain = open.lines.map((line) => toLine(line, code, tell));
  const adjustments = toAdjustments(open.adjustments, code, tell);
  const lines = settleLines({ plain, adjustments, amountMinor });
  const remittance = { amountMinor, lines, adjustments };
  return {
    line: open.line,
    payer: { ...open.payer, account: withoutBlanks(at(first, 9)) },
    payee: { ...open.payee, account: withoutBlanks(at(first, 15)) },
    currency: code,
    paidOn: readDate(at(first, 16)) ?? bestDate(open.dates, PAYMENT_DATES),
    traceNumber: open.trace,
    method: at(first, 4) || null,
    references: open.references,
    text: open.text.filter((words) => words !== ''),
    ...remittance,
    footing: footRemittance(remittance),
  };
}

function withoutBlanks(text: string): string | null {
  return text.replace(/\s+/g, '') || null;
}

function bestDate(dates: ReadonlyMap<string, string>, order: readonly string[]): LocalDate | null {
  for (const qualifier of order) {
    const date = readDate(dates.get(qualifier) ?? '');
    if (date !== null) return date;
  }
  return null;
}

/** `RMR*IV*26801*PO*4408.75*4650.41*97.9`: invoice 26801, 4408.75 paid of 4650.41 with 97.90 discount. */
function toLine(open: OpenLine, currency: CurrencyCode, tell: TellProblem): RemittanceLine {
  const { segment } = open;
  const amount = (index: number, field: string): bigint | null => {
    const text = at(segment, index);
    const minor = readDecimal(text, currency);
    if (text !== '' && minor === null) tell(segment, field, 'bad_amount', badAmount(text));
    return minor;
  };
  const own = at(segment, 8) === '' ? [] : [ownAdjustment(segment, amount(8, 'RMR08'))];
  const adjustments = [...own.filter((one) => one !== null), ...toAdjustments(open.adjustments, currency, tell)];
  const grossMinor = amount(5, 'RMR05');
  const discountMinor = amount(6, 'RMR06');
  const paid = amount(4, 'RMR04');
  const isSilent = at(segment, 4) === '' && grossMinor !== null;
  return {
    line: segment.line,
    document: toReference(at(segment, 1), at(segment, 2)),
    references: open.references,
    issuedOn: bestDate(open.dates, DOCUMENT_DATES),
    grossMinor,
    discountMinor,
    adjustments,
    paidMinor: isSilent ? grossMinor - (discountMinor ?? 0n) + sum(adjustments.map((one) => one.amountMinor)) : paid,
    text: open.text.filter((words) => words !== ''),
  };
}

/** Version 4010 and later may state one adjustment in the line itself (RMR07 reason, RMR08 amount). */
function ownAdjustment(segment: X12Segment, amountMinor: bigint | null): RemittanceAdjustment | null {
  if (amountMinor === null) return null;
  const code = at(segment, 7) || null;
  return { amountMinor, code, reason: code === null ? null : adjustmentReason(code), reference: null, text: [] };
}

function toAdjustments(
  open: readonly OpenAdjustment[],
  currency: CurrencyCode,
  tell: TellProblem,
): RemittanceAdjustment[] {
  return open.flatMap(({ segment, text }) => {
    const amountMinor = readDecimal(at(segment, 1), currency);
    if (amountMinor === null) {
      tell(segment, 'ADX01', 'bad_amount', badAmount(at(segment, 1)));
      return [];
    }
    const code = at(segment, 2) || null;
    const reason = code === null ? null : adjustmentReason(code);
    return [{ amountMinor, code, reason, reference: toReference(at(segment, 3), at(segment, 4)), text }];
  });
}

/**
 * Senders differ in two habits, and the amount paid tells which one they have. Credit notes may stand without a minus;
 * and the paid amount of a line may be meant before its adjustments. The first reading that adds up is taken; when none
 * does, credit notes still lower the payment.
 */
function settleLines(parts: {
  readonly plain: readonly RemittanceLine[];
  readonly adjustments: readonly RemittanceAdjustment[];
  readonly amountMinor: bigint;
}): readonly RemittanceLine[] {
  const { plain, adjustments, amountMinor } = parts;
  const credited = plain.map(asCredit);
  const readings = [plain, credited, plain.map(afterAdjustments), credited.map(afterAdjustments)];
  return readings.find((lines) => footRemittance({ amountMinor, lines, adjustments }) === 'ok') ?? credited;
}

function asCredit(line: RemittanceLine): RemittanceLine {
  if (line.document?.kind !== 'credit_note' || line.paidMinor === null || line.paidMinor <= 0n) return line;
  const { grossMinor } = line;
  return {
    ...line,
    paidMinor: -line.paidMinor,
    grossMinor: grossMinor !== null && grossMinor > 0n ? -grossMinor : grossMinor,
  };
}

function afterAdjustments(line: RemittanceLine): RemittanceLine {
  if (line.paidMinor === null) return line;
  return { ...line, paidMinor: line.paidMinor + sum(line.adjustments.map((one) => one.amountMinor)) };
}

function badAmount(text: string): string {
  return `The amount ${quoted(text)} cannot be read: it is left out, and the remittance does not foot for certain. Ask the payer.`;
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
