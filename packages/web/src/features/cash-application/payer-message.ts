/** The question of a decision as it is put to the payer: what came, what cannot be told from it, and please. */
import type { Translate } from '../../app/i18n.ts';
import type { Formats } from '../../ui/format/formats.ts';
import type { MoneyText } from '../../ui/money/money-text.ts';
import type { ReceiptDetail } from './cash.types.ts';

export interface PayerMessage {
  readonly subject: string;
  readonly body: string;
}

interface Given {
  readonly receipt: Pick<ReceiptDetail, 'amount' | 'bookedOn' | 'payerName' | 'payerAccount' | 'text' | 'decision'>;
  readonly from: string;
  readonly company: string;
  readonly t: Translate;
  readonly formats: Formats;
}

export function payerMessage({ receipt, from, company, t, formats }: Given): PayerMessage {
  const values = {
    amount: `${formats.amountText(receipt.amount.amount, receipt.amount.currency)} ${receipt.amount.currency}`,
    date: formats.date(receipt.bookedOn),
  };
  const payer = receipt.payerName ?? receipt.payerAccount;
  const received = payer ? t('ask.receivedFrom', { ...values, payer }) : t('ask.received', values);
  const lines = [
    t('ask.greeting'),
    '',
    received,
    ...(receipt.text ? [t('ask.payersText', { text: receipt.text })] : []),
    '',
    askedOf(receipt.decision, t, formats),
    '',
    t('ask.thanks'),
    '',
    from,
    company,
  ];
  return { subject: t('ask.subject', values), body: lines.join('\n') };
}

/**
 * The address that opens the message in the mail program (RFC 6068: parts percent-encoded, lines end in CR LF). An address
 * may carry no further fields: `ap@alder.example?bcc=…` stays one address.
 */
export function mailAddress({ address, subject, body }: PayerMessage & { readonly address: string }): string {
  const to = encodeURIComponent(address.trim()).replaceAll('%40', '@');
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}

type Decision = Given['receipt']['decision'];

/** Whatever is not understood of a question is asked in general: which invoices are meant? */
function askedOf(decision: Decision, t: Translate, formats: Formats): string {
  const given = decision?.questionParameters;
  if (!decision || !given) return t('ask.whichItems');
  const texts = (name: string): string => (Array.isArray(given[name]) ? given[name].map(String).join(', ') : '');
  const text = (name: string): string => String(given[name] ?? '');
  const money = (name: string): string => {
    const value = given[name] as MoneyText | undefined;
    return value ? `${formats.amountText(value.amount, value.currency)} ${value.currency}` : '';
  };
  switch (decision.questionCode) {
    case 'which_of_equal_items':
      return t('ask.whichOfEqual', { numbers: texts('numbers') });
    case 'what_is_reference':
      return t('ask.whatIsReference', { references: texts('references') });
    case 'why_short':
      return t('ask.whyShort', { numbers: texts('numbers'), difference: money('difference') });
    case 'what_is_rest_for':
      return t('ask.whatIsRestFor', { difference: money('difference') });
    case 'is_it_a_duplicate':
      return t('ask.isItADuplicate', { date: formats.date(text('bookedOn')) });
    case 'already_settled':
      return t('ask.alreadySettled', { number: text('number'), date: formats.date(text('closedOn')) });
    case 'confirm_items':
      return t('ask.confirmItems', { numbers: texts('numbers') });
    case 'text_or_amount':
      return t('ask.textOrAmount', { cited: texts('cited'), byAmount: texts('byAmount') });
    case 'does_payer_pay_for':
      return t('ask.doesPayerPayFor', { numbers: decision.allocations.map(({ number }) => number).join(', ') });
    default:
      return t('ask.whichItems');
  }
}
