/**
 * Advices that have come, found for a receipt whichever of the two comes first: by the payer's number of the payment, else
 * by payer and amount within a few days. An advice that fits two receipts is told for both; the items it lists are open
 * only once.
 */
import { daysBetween, type LocalDate } from '../calendar/index.ts';
import { sum } from '../money/index.ts';
import type { Remittance } from '../remittance/index.ts';
import type { AdviceLink } from './evidence.ts';
import { compareText } from './item-source.ts';
import { normalisePartyName } from './party-name.ts';
import type { Receipt } from './receipt.ts';
import { normaliseText } from './token.ts';

export interface Advice {
  readonly id: string;
  readonly receivedOn: LocalDate;
  readonly remittance: Remittance;
}

export interface LinkedAdvice extends Advice {
  readonly linkedBy: AdviceLink;
}

export interface AdviceSource {
  /** The advices that may be about this receipt, those with its own number first; then by id. */
  advicesFor(receipt: Receipt): readonly LinkedAdvice[];
}

/** Payments reach us within days of what the payer prints, or of the advice when it prints no day. */
const DAYS_APART_MAX = 7;
const TRACE_LENGTH_MIN = 6;

export class AdviceIndex implements AdviceSource {
  readonly #byTrace = new Map<string, Advice[]>();
  readonly #byAmount = new Map<string, Advice[]>();

  constructor(advices: Iterable<Advice> = []) {
    for (const advice of advices) this.add(advice);
  }

  add(advice: Advice): void {
    const { remittance } = advice;
    const trace = traceKey(remittance.traceNumber ?? '');
    if (trace !== '') append(this.#byTrace, trace, advice);
    for (const amount of amountsOf(remittance)) append(this.#byAmount, `${remittance.currency} ${amount}`, advice);
  }

  advicesFor(receipt: Receipt): readonly LinkedAdvice[] {
    const found = new Map<string, LinkedAdvice>();
    const trace = traceKey(receipt.endToEndId);
    for (const advice of trace === '' ? [] : (this.#byTrace.get(trace) ?? [])) {
      if (isNear(advice, receipt)) found.set(advice.id, { ...advice, linkedBy: 'trace' });
    }
    for (const advice of this.#byAmount.get(`${receipt.currency} ${receipt.amountMinor}`) ?? []) {
      const isOther = trace !== '' && traceKey(advice.remittance.traceNumber ?? '') === trace;
      if (!isOther && !found.has(advice.id) && isNear(advice, receipt) && isSamePayer(advice, receipt)) {
        found.set(advice.id, { ...advice, linkedBy: 'payer_and_amount' });
      }
    }
    return [...found.values()].sort(
      (left, right) => compareText(right.linkedBy, left.linkedBy) || compareText(left.id, right.id),
    );
  }
}

function traceKey(text: string): string {
  const key = normaliseText(text).replace(/[^A-Z0-9]+/g, '');
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
  return Math.abs(daysBetween(remittance.paidOn ?? receivedOn, bookedOn)) <= DAYS_APART_MAX;
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
