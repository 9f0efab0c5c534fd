/** Amounts, dates and balances as ISO 20022 cash management messages write them. */
import { type LocalDate, parseLocalDate } from '../../calendar/index.ts';
import { isCurrencyCode, type Money, money, parseAmount } from '../../money/index.ts';
import { nodeAt, textAt, type XmlNode } from '../../xml/index.ts';
import type { BankBalance } from '../statement.ts';

export type Direction = 'CRDT' | 'DBIT';

/**
 * An amount element (`<Amt Ccy="EUR">474.4</Amt>`), unsigned, in minor units: 47440n. Null when it is no plain positive
 * decimal of a known currency: a sign is refused, because it would fight the credit or debit mark beside it. `usual` is
 * the account's currency, for banks that leave it out.
 */
export function readAmount(node: XmlNode | null, usual: string | null = null): Money | null {
  const currency = (node?.currency?.trim() || usual) ?? '';
  if (node === null || !isCurrencyCode(currency)) return null;
  const decimal = node.text.trim().replace(/^\+/, '').replace(/^\./, '0.').replace(/\.$/, '');
  const amountMinor = decimal.startsWith('-') ? null : parseAmount(decimal, currency);
  return amountMinor === null ? null : money(amountMinor, currency);
}

export function readDirection(node: XmlNode): Direction | null {
  const mark = textAt(node, 'CdtDbtInd')?.toUpperCase();
  return mark === 'CRDT' || mark === 'DBIT' ? mark : null;
}

/** Money in is positive, money out negative. */
export function signed(amountMinor: bigint, direction: Direction): bigint {
  return direction === 'CRDT' ? amountMinor : -amountMinor;
}

export function isTrue(text: string | null): boolean {
  return text === 'true' || text === '1';
}

/** An account: IBAN, another number, or the forms of earlier versions; without blanks. */
export function readAccountNumber(id: XmlNode | null): string | null {
  const number =
    textAt(id, 'IBAN') ??
    textAt(id, 'Othr', 'Id') ??
    textAt(id, 'BBAN') ??
    textAt(id, 'PrtryAcct', 'Id') ??
    textAt(id, 'UPIC');
  return number?.replace(/\s+/g, '') ?? null;
}

/**
 * A date choice (`Dt` or `DtTm`): the day as the bank writes it, in the bank's own zone. `text` is null when there is
 * no date at all, `date` is null when the text is not a day of the calendar.
 */
export function readDate(node: XmlNode | null): { readonly text: string | null; readonly date: LocalDate | null } {
  const text = textAt(node, 'Dt') ?? textAt(node, 'DtTm') ?? (node?.text.trim() || null);
  return { text, date: text === null ? null : parseLocalDate(text.slice(0, 10)) };
}

export interface CamtBalance extends BankBalance {
  /** OPBD, PRCD, CLBD, ITBD … */
  readonly type: string;
}

/** A `Bal` element, or null when its amount or mark cannot be read. */
export function readBalance(node: XmlNode): CamtBalance | null {
  const type = nodeAt(node, 'Tp');
  const amount = readAmount(nodeAt(node, 'Amt'));
  const direction = readDirection(node);
  if (amount === null || direction === null) return null;
  return {
    type: textAt(type, 'CdOrPrtry', 'Cd') ?? textAt(type, 'Cd') ?? textAt(type, 'CdOrPrtry', 'Prtry') ?? '',
    amountMinor: signed(amount.amountMinor, direction),
    currency: amount.currency,
    on: readDate(nodeAt(node, 'Dt')).date,
  };
}

/**
 * The balance a statement opens with: booked opening (OPBD), else the close of the day before (PRCD). A statement over
 * several days may carry one for each day: the earliest opens it.
 */
export function openingOf(balances: readonly CamtBalance[]): CamtBalance | null {
  return (
    earliest(balances.filter((balance) => balance.type === 'OPBD')) ??
    earliest(balances.filter((balance) => balance.type === 'PRCD'))
  );
}

/** The balance it closes with: booked closing (CLBD), else the interim one of an intraday report (ITBD); the latest. */
export function closingOf(balances: readonly CamtBalance[]): CamtBalance | null {
  return (
    latest(balances.filter((balance) => balance.type === 'CLBD')) ??
    latest(balances.filter((balance) => balance.type === 'ITBD'))
  );
}

function earliest(balances: readonly CamtBalance[]): CamtBalance | null {
  return balances.reduce<CamtBalance | null>(
    (best, next) => (best !== null && (best.on ?? '') <= (next.on ?? '') ? best : next),
    null,
  );
}

function latest(balances: readonly CamtBalance[]): CamtBalance | null {
  return balances.reduce<CamtBalance | null>(
    (best, next) => (best !== null && (best.on ?? '') > (next.on ?? '') ? best : next),
    null,
  );
}
