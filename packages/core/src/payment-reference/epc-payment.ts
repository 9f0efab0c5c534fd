/**
 * A payment in euro as a QR code that banking apps read (European Payments Council, EPC069-12, version 002). The text below is
 * what the code holds; amount, account and reference come filled in on the payer's screen.
 */
import { formatAmount } from '../money/index.ts';
import { compactAccount, doubtAboutAccount } from '../parties/account-number.ts';

export interface EpcPayment {
  readonly payeeName: string;
  readonly iban: string;
  readonly bic: string | null;
  /** Euro cents, 1 to 99999999999. Null: the payer fills it in. */
  readonly amountMinor: bigint | null;
  /** A creditor reference (RF…). */
  readonly reference: string;
}

const NAME_CHARS_MAX = 70;
const AMOUNT_MAX = 99_999_999_999n;

/**
 * Null where the standard allows no code: a wrong IBAN, no amount above zero, more than 999,999,999.99.
 * `{payeeName: 'Example GmbH', iban: 'DE89 3704 0044 0532 0130 00', bic: null, amountMinor: 1240000n, reference: 'RF18539007547034'}`
 * has "EUR12400.00" in its eighth line.
 */
export function epcPaymentText(payment: EpcPayment): string | null {
  const iban = compactAccount(payment.iban);
  const { amountMinor, bic } = payment;
  if (doubtAboutAccount(iban) !== null || !/^[A-Z]{2}\d{2}/.test(iban)) return null;
  if (amountMinor !== null && (amountMinor <= 0n || amountMinor > AMOUNT_MAX)) return null;
  const amount = amountMinor === null ? '' : `EUR${formatAmount(amountMinor, 'EUR')}`;
  const name = payment.payeeName.replace(/\s+/g, ' ').trim().slice(0, NAME_CHARS_MAX);
  if (name === '') return null;
  return ['BCD', '002', '1', 'SCT', bic ?? '', name, iban, amount, '', payment.reference].join('\n');
}
