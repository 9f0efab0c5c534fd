/** The question of a decision as it is put to the payer: what came, what cannot be told from it, and please. */
import type { Formats } from '../../ui/format/formats.ts';
import type { MoneyText } from '../../ui/money/money-text.ts';
import type { ReceiptDetail } from './cash.types.ts';
import type { LetterTexts } from './letters/letters.ts';

export interface PayerMessage {
  readonly subject: string;
  readonly body: string;
}

interface Given {
  readonly receipt: Pick<ReceiptDetail, 'amount' | 'bookedOn' | 'payerName' | 'payerAccount' | 'text' | 'decision'>;
  readonly from: string;
  readonly company: string;
  readonly letter: LetterTexts;
  readonly formats: Formats;
}

export function payerMessage({ receipt, from, company, letter, formats }: Given): PayerMessage {
  const values = {
    amount: formats.money(receipt.amount),
    date: formats.date(receipt.bookedOn),
  };
  const payer = receipt.payerName ?? receipt.payerAccount;
  const received = payer ? filled(letter.receivedFrom, { ...values, payer }) : filled(letter.received, values);
  const lines = [
    letter.greeting,
    '',
    received,
    ...(receipt.text ? [filled(letter.payersText, { text: receipt.text })] : []),
    '',
    askedOf(receipt.decision, letter, formats),
    '',
    letter.thanks,
    '',
    from,
    company,
  ];
  return { subject: filled(letter.subject, values), body: lines.join('\n') };
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
function askedOf(decision: Decision, letter: LetterTexts, formats: Formats): string {
  const given = decision?.questionParameters;
  if (!decision || !given) return letter.whichItems;
  const texts = (name: string): string => (Array.isArray(given[name]) ? given[name].map(String).join(', ') : '');
  const text = (name: string): string => String(given[name] ?? '');
  const money = (name: string): string => {
    const value = given[name] as MoneyText | undefined;
    return value ? formats.money(value) : '';
  };
  switch (decision.questionCode) {
    case 'which_of_equal_items':
      return filled(letter.whichOfEqual, { numbers: texts('numbers') });
    case 'what_is_reference':
      return filled(letter.whatIsReference, { references: texts('references') });
    case 'why_short':
      return filled(letter.whyShort, { numbers: texts('numbers'), difference: money('difference') });
    case 'what_is_rest_for':
      return filled(letter.whatIsRestFor, { difference: money('difference') });
    case 'is_it_a_duplicate':
      return filled(letter.isItADuplicate, { date: formats.date(text('bookedOn')) });
    case 'already_settled':
      return filled(letter.alreadySettled, { number: text('number'), date: formats.date(text('closedOn')) });
    case 'confirm_items':
      return filled(letter.confirmItems, { numbers: texts('numbers') });
    case 'text_or_amount':
      return filled(letter.textOrAmount, { cited: texts('cited'), byAmount: texts('byAmount') });
    case 'does_payer_pay_for':
      return filled(letter.doesPayerPayFor, { numbers: decision.allocations.map(({ number }) => number).join(', ') });
    default:
      return letter.whichItems;
  }
}

const PLACE = /\{\{(\w+)\}\}/g;

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(PLACE, (place, name: string) => values[name] ?? place);
}
