/**
 * What the bank took for itself, and which amount was sent in which currency: the reason why less arrives than the
 * customer paid. Told in words beside the line; the amount of the line is what was booked.
 */
import { formatAmount, type Money } from '../../money/index.ts';
import { nodeAt, nodesNamed, textAt, type XmlNode } from '../../xml/index.ts';
import { readAmount } from './camt-values.ts';

/** Of an `Ntry` or `TxDtls` of `booked`: "charges 5.20 CHF", "instructed 19.69 CHF, rate 0.9433". */
export function moneyFacts(node: XmlNode, booked: Money | null): string[] {
  return [chargesOf(node), exchangeOf(node, booked)].filter((fact) => fact !== null);
}

/** The total, else the single records; version 2 names them directly. */
function chargesOf(node: XmlNode): string | null {
  const charges = nodesNamed(node, 'Chrgs');
  const totals = charges.map((one) => readAmount(nodeAt(one, 'TtlChrgsAndTaxAmt')));
  const records = charges
    .flatMap((one) => [...nodesNamed(one, 'Rcrd'), one])
    .map((one) => readAmount(nodeAt(one, 'Amt')));
  const known = [totals, records]
    .map((amounts) => amounts.filter((amount) => amount !== null))
    .find((one) => one.length > 0);
  if (known === undefined) return null;
  return `charges ${known.map((amount) => `${formatAmount(amount.amountMinor, amount.currency)} ${amount.currency}`).join(' + ')}`;
}

/** The amount the payer instructed, when it is not the one that was booked. */
function exchangeOf(node: XmlNode, booked: Money | null): string | null {
  const details = nodeAt(node, 'AmtDtls');
  const instructed = details === null ? null : readAmount(nodeAt(details, 'InstdAmt', 'Amt'));
  if (details === null || instructed === null || booked === null) return null;
  if (instructed.currency === booked.currency && instructed.amountMinor === booked.amountMinor) return null;
  const rate = ['InstdAmt', 'TxAmt', 'CntrValAmt']
    .map((kind) => textAt(details, kind, 'CcyXchg', 'XchgRate'))
    .find((one) => one !== null);
  const amount = `${formatAmount(instructed.amountMinor, instructed.currency)} ${instructed.currency}`;
  return `instructed ${amount}${rate === undefined ? '' : `, rate ${rate}`}`;
}
