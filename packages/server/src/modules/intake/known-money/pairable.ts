/** Bank lines as core compares them. */
import type { LocalDate } from '@quittance/core/calendar';
import type { PairableLine } from '@quittance/core/line-pairing';
import { assert } from '../../../platform/errors.ts';
import { accountKey } from '../own-accounts/account-key.ts';
import type { ReceiptFacts, SeenLine } from '../statement-lines.ts';
import type { StandingLine } from './known-money.queries.ts';

/** What banks and payers write where they have no reference. */
const NO_REFERENCE: ReadonlySet<string> = new Set(['NOTPROVIDED', 'NOTPROV', 'NONREF', 'NOREF', 'UNKNOWN', 'NA', '0']);
/** Shorter ones are numbers of something else. */
const REFERENCE_CHARS_MIN = 4;

/** `mainKey` gives all numbers of an account the same key. */
type MainKey = (account: string | null) => string;

export function pairable({ id, entry, origin, report }: SeenLine, mainKey: MainKey): PairableLine {
  const { amountMinor, currency, sumKey, counterparty } = entry;
  return {
    id,
    origin,
    accountKey: report === 'lockbox' ? null : mainKey(entry.account),
    days: daysOf(entry),
    amountMinor,
    currency,
    references: referencesOf(entry),
    endToEndId: referenceOf(entry.endToEndId),
    payerAccount: counterparty.account === null ? null : accountKey(counterparty.account),
    payerKey: nameKey(counterparty.name),
    isOfStatement: report === 'statement',
    sumKey: sumKey ?? null,
    fileKey: 'this file',
  };
}

export function pairableStanding(line: StandingLine, mainKey: MainKey): PairableLine {
  const { id, origin, report, amountMinor, currency, sumKey, payerAccount, batchId } = line;
  return {
    id,
    origin,
    accountKey: report === 'lockbox' ? null : mainKey(line.account),
    days: daysOf(line),
    amountMinor,
    currency,
    references: referencesOf(line),
    endToEndId: referenceOf(line.endToEndId),
    payerAccount: payerAccount === null ? null : accountKey(payerAccount),
    payerKey: nameKey(line.payerName),
    isOfStatement: report === 'statement',
    sumKey,
    fileKey: batchId,
  };
}

export function factsOfStanding(line: StandingLine): ReceiptFacts {
  const { identity, amountMinor, currency, bankReference, structuredReference, endToEndId } = line;
  const [day] = daysOf(line);
  assert(day !== undefined, 'lines that wait have a day');
  return { identity, day, amountMinor, currency, bankReference, reference: structuredReference ?? endToEndId };
}

function daysOf(line: { readonly bookedOn: LocalDate | null; readonly valueOn: LocalDate | null }): LocalDate[] {
  return [line.bookedOn, line.valueOn].filter((day) => day !== null);
}

function referencesOf(line: {
  readonly bankReference: string | null;
  readonly customerReference: string | null;
  readonly endToEndId: string | null;
}): string[] {
  return [line.bankReference, line.customerReference, line.endToEndId].flatMap((text) => referenceOf(text) ?? []);
}

function nameKey(name: string | null): string | null {
  const key = (name ?? '').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  return key === '' ? null : key;
}

function referenceOf(text: string | null): string | null {
  const reference = (text ?? '').replace(/\s/g, '').toUpperCase();
  return reference.length < REFERENCE_CHARS_MIN || NO_REFERENCE.has(reference) ? null : reference;
}
