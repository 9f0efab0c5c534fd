/**
 * Advices that have come, found for a receipt whichever of the two comes first: by the payer's number of the payment, else
 * by payer and amount within a few days; one that names no payer by an amount that no other receipt or advice has. An
 * advice that fits two receipts is told for both; the items it lists are open only once.
 */
import { daysBetween, type LocalDate } from '../calendar/index.ts';
import { sum } from '../money/index.ts';
import type { Remittance } from '../remittance/index.ts';
import type { AdviceLink } from './evidence.ts';
import { compareText } from './item-source.ts';
import { normalisePartyName } from './party-name.ts';
import type { Receipt } from './receipt.ts';
import type { DeductionReason } from './text-findings.ts';
import { normaliseText } from './token.ts';

export interface Advice {
  readonly id: string;
  readonly receivedOn: LocalDate;
  readonly remittance: Remittance;
  /** Read from a picture by a machine, and not compared by a person: it never posts by itself. */
  readonly isScanned?: boolean;
}

export interface LinkedAdvice extends Advice {
  readonly linkedBy: AdviceLink;
}

export interface AdviceSource {
  /** The advices that may be about this receipt, those with its own number first; then by id. None tells the same as another. */
  advicesFor(receipt: Receipt): readonly LinkedAdvice[];
  /** What a customer's own code of a deduction means to us; null when nobody has said. */
  reasonOfCode(customer: string, code: string): DeductionReason | null;
}

/** Payments reach us within days of what the payer prints, or of the advice when it prints no day. */
export const ADVICE_DAYS_APART_MAX = 7;
const TRACE_LENGTH_MIN = 6;

/** Meanings of deduction codes by customer; codes are compared by their letters and digits. */
class CodeMeanings {
  readonly #reasons = new Map<string, DeductionReason>();

  setReason(customer: string, code: string, reason: DeductionReason): void {
    this.#reasons.set(`${customer} ${codeKey(code)}`, reason);
  }

  reasonOfCode(customer: string, code: string): DeductionReason | null {
    const key = codeKey(code);
    return key === '' ? null : (this.#reasons.get(`${customer} ${key}`) ?? null);
  }
}

/** `Dmg-01` and `DMG 01` are one code. */
export function codeKey(code: string): string {
  return normaliseText(code).replace(/[^A-Z0-9]+/g, '');
}

/** Advices whose receipts are known: somebody has linked them. By the receipt's id. */
export class LinkedAdvices extends CodeMeanings implements AdviceSource {
  readonly #byReceipt: ReadonlyMap<string, readonly LinkedAdvice[]>;

  constructor(byReceipt: ReadonlyMap<string, readonly LinkedAdvice[]> = new Map()) {
    super();
    this.#byReceipt = byReceipt;
  }

  advicesFor({ id }: Receipt): readonly LinkedAdvice[] {
    return eachOnce(this.#byReceipt.get(id) ?? []);
  }
}

export class AdviceIndex extends CodeMeanings implements AdviceSource {
  readonly #byTrace = new Map<string, Advice[]>();
  readonly #byAmount = new Map<string, Advice[]>();

  constructor(advices: Iterable<Advice> = []) {
    super();
    for (const advice of advices) this.add(advice);
  }

  add(advice: Advice): void {
    const { remittance } = advice;
    const trace = traceKey(remittance.traceNumber ?? '');
    if (trace !== '') append(this.#byTrace, trace, advice);
    for (const amount of amountsOf(remittance)) append(this.#byAmount, `${remittance.currency} ${amount}`, advice);
  }

  /** How this advice belongs to the receipt; null when it does not. */
  linkOf(adviceId: string, receipt: Receipt): AdviceLink | null {
    return this.#linked(receipt).get(adviceId)?.linkedBy ?? null;
  }

  advicesFor(receipt: Receipt): readonly LinkedAdvice[] {
    return eachOnce([...this.#linked(receipt).values()]);
  }

  #linked(receipt: Receipt): Map<string, LinkedAdvice> {
    const found = new Map<string, LinkedAdvice>();
    const trace = traceKey(receipt.endToEndId);
    for (const advice of trace === '' ? [] : (this.#byTrace.get(trace) ?? [])) {
      if (isNear(advice, receipt)) found.set(advice.id, { ...advice, linkedBy: 'trace' });
    }
    const near = (this.#byAmount.get(`${receipt.currency} ${receipt.amountMinor}`) ?? []).filter((advice) =>
      isNear(advice, receipt),
    );
    for (const advice of near) {
      const linkedBy = found.has(advice.id) ? null : linkOf(advice, receipt, near.length);
      if (linkedBy !== null) found.set(advice.id, { ...advice, linkedBy });
    }
    return found;
  }
}

/** How an advice of the receipt's amount belongs to it. One that prints another payment's number does not. */
function linkOf(advice: Advice, receipt: Receipt, advicesOfAmount: number): AdviceLink | null {
  const own = traceKey(advice.remittance.traceNumber ?? '');
  if (own !== '' && traceKey(receipt.lines.join('')).includes(own)) return 'trace';
  if (isSamePayer(advice, receipt)) return 'payer_and_amount';
  return normalisePartyName(advice.remittance.payer.name ?? '') === '' && advicesOfAmount === 1 ? 'amount' : null;
}

/** Of advices that tell the same (a mail and the file attached to it) the first. */
function eachOnce(advices: readonly LinkedAdvice[]): LinkedAdvice[] {
  const sorted = [...advices].sort(
    (left, right) =>
      LINK_ORDER[left.linkedBy] - LINK_ORDER[right.linkedBy] ||
      Number(left.isScanned ?? false) - Number(right.isScanned ?? false) ||
      compareText(left.id, right.id),
  );
  const told = new Set<string>();
  return sorted.filter(({ remittance }) => {
    if (remittance.lines.length === 0) return true;
    const key = remittance.lines
      .map(({ document, paidMinor }) => `${codeKey(document?.number ?? '')} ${paidMinor}`)
      .sort(compareText)
      .join('\n');
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

const LINK_ORDER: Readonly<Record<AdviceLink, number>> = { person: 0, trace: 1, payer_and_amount: 2, amount: 3 };

function traceKey(text: string): string {
  const key = codeKey(text);
  return key.length < TRACE_LENGTH_MIN || key === 'NOTPROVIDED' ? '' : key;
}

/** The printed total and the sum of the lines: either may be the one that was paid. */
function amountsOf({ amountMinor, lines }: Remittance): Set<bigint> {
  const paid = lines.flatMap(({ paidMinor }) => (paidMinor === null ? [] : [paidMinor]));
  const amounts = new Set<bigint>(paid.length === lines.length && lines.length > 0 ? [sum(paid)] : []);
  if (amountMinor !== null) amounts.add(amountMinor);
  return amounts;
}

function isNear({ remittance, receivedOn }: Advice, { bookedOn }: Receipt): boolean {
  return Math.abs(daysBetween(remittance.paidOn ?? receivedOn, bookedOn)) <= ADVICE_DAYS_APART_MAX;
}

function isSamePayer({ remittance }: Advice, { payerName }: Receipt): boolean {
  const name = normalisePartyName(remittance.payer.name ?? '');
  const onStatement = normalisePartyName(payerName);
  if (name === '' || onStatement === '') return false;
  return name === onStatement || name.startsWith(onStatement) || onStatement.startsWith(name);
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
