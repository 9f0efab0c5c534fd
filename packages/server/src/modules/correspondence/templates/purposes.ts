/** What letters are written for, and what each may speak of. */

export const PURPOSES = [
  'pre_due',
  'statement',
  'notice_1',
  'notice_2',
  'notice_3',
  'notice_4',
  'promise_confirmation',
  'promise_broken',
  'payment_question',
  'thanks',
  'dispute_received',
  'meeting_invitation',
  'interest_note',
  'interest_cancelled',
] as const;

export type Purpose = (typeof PURPOSES)[number];

export function isPurpose(text: string): text is Purpose {
  return (PURPOSES as readonly string[]).includes(text);
}

/** Variables of every letter, with an example: the editor shows them. */
const ALWAYS = {
  greeting: 'Dear Ada Rossi,',
  'customer.name': 'Rossi Forniture S.r.l.',
  'customer.number': 'C-100',
  'contact.name': 'Ada Rossi',
  'company.name': 'Example GmbH',
  'sender.name': 'Jo Cruz',
  signature: 'Example GmbH, accounts receivable',
  today: '20 November 2026',
  items_count: '3',
  first_item: 'INV-2026/00471',
  total_open: '12,400.00 EUR',
  total_overdue: '9,800.00 EUR',
  days_late: '41',
  oldest_due: '10 October 2026',
  pay_by: '27 November 2026',
  'payment.reference': 'RF18 5390 0754 7034',
  'payment.payee': 'Example GmbH',
  'payment.iban': 'DE89 3704 0044 0532 0130 00',
  items_table: '[[items]]',
  payment_block: '[[payment]]',
} as const;

const OF_PURPOSES: Readonly<Partial<Record<Purpose, Readonly<Record<string, string>>>>> = {
  promise_confirmation: { 'promise.amount': '12,400.00 EUR', 'promise.on': '27 November 2026' },
  promise_broken: { 'promise.amount': '12,400.00 EUR', 'promise.on': '27 November 2026' },
  payment_question: { 'receipt.amount': '8,120.00 EUR', 'receipt.on': '18 November 2026' },
  thanks: { 'receipt.amount': '8,120.00 EUR', 'receipt.on': '18 November 2026' },
  dispute_received: { 'dispute.items': 'INV-2026/00471', 'dispute.reason': 'price differs from the order' },
  interest_note: {
    'interest.number': 'INT-2026-0007',
    'interest.total': '209.63 EUR',
    'interest.charged': '169.63 EUR',
    'interest.fees': '40.00 EUR',
    'interest.through': '2 March 2026',
    'interest.due': '16 March 2026',
    'interest.basis':
      'by Directive 2011/7/EU on late payment in commercial transactions and the national law that carries it out',
  },
  interest_cancelled: {
    'interest.number': 'INT-2026-0007',
    'interest.total': '209.63 EUR',
    'interest.issued': '2 March 2026',
  },
  meeting_invitation: { 'meeting.starts': '24 November 2026, 10:00', 'meeting.agenda': 'open invoices of October' },
};

/** By name, with an example. `{ 'promise.amount': '12,400.00 EUR', … }` besides what every letter has. */
export function variablesOf(purpose: Purpose): Readonly<Record<string, string>> {
  return { ...ALWAYS, ...OF_PURPOSES[purpose] };
}
