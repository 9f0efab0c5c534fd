import { letter, type TemplateTexts } from './template-text.ts';

const CLOSE = 'Kind regards\n{{ sender.name }}';
const ITEMS = '{{ items_table }}';
const PAY = '{{ payment_block }}';

export const ENGLISH: TemplateTexts = {
  pre_due: letter(
    'Invoices due soon – {{ customer.name }}',
    CLOSE,
    'This is a friendly note that the following becomes due in the next days:',
    ITEMS,
    'If the payment is already planned, there is nothing to do. If something is missing for you to pay on time, such as a purchase order, a copy or an approval, please tell us now and we will send it.',
    PAY,
  ),
  statement: letter(
    'Statement of account as of {{ today }} – {{ customer.name }}',
    CLOSE,
    'Below is what is open on your account as of {{ today }}: {{ total_open }}, of which {{ total_overdue }} is past its due date.',
    ITEMS,
    'Please compare it with your books and tell us where they differ.',
    PAY,
  ),
  notice_1: letter(
    'Overdue invoices – {{ customer.name }}',
    CLOSE,
    'Perhaps it was overlooked: we have not yet received your payment for the following.',
    ITEMS,
    'Would you kindly arrange the payment of {{ total_overdue }}, or tell us when we may expect it? If you have paid in the meantime, thank you; a short note with date and amount helps us find it.',
    PAY,
  ),
  notice_2: letter(
    'Second reminder: {{ total_overdue }} overdue – {{ customer.name }}',
    CLOSE,
    'We wrote to you before about the items below. They are still open, the oldest since {{ oldest_due }}.',
    ITEMS,
    'Please pay {{ total_overdue }} by {{ pay_by }}. If there is a reason why an invoice cannot be paid, tell us which one and why, so that we can settle it together.',
    PAY,
  ),
  notice_3: letter(
    'Third reminder: payment required by {{ pay_by }} – {{ customer.name }}',
    CLOSE,
    'Despite our reminders, {{ total_overdue }} remains unpaid, up to {{ days_late }} days after its due date. We have heard of no objection to these invoices.',
    ITEMS,
    'We ask you to pay the full amount by {{ pay_by }}. After that day we may have to review the terms on which we deliver, and charge the interest and costs that the law provides for late payment.',
    'If you cannot pay at once, call us before then: a plan that is agreed is better for both of us.',
    PAY,
  ),
  notice_4: letter(
    'Final notice before further steps – {{ customer.name }}',
    CLOSE,
    'This is our final notice. {{ total_overdue }} is overdue, the oldest part for {{ days_late }} days, and our earlier letters have remained without a result.',
    ITEMS,
    'Unless the full amount reaches us by {{ pay_by }}, we shall hand the matter over for collection without writing again. Interest and the costs of collection will then be added.',
    PAY,
  ),
  promise_confirmation: letter(
    'Your payment of {{ promise.amount }} on {{ promise.on }}',
    CLOSE,
    'Thank you for your word. We have noted that you will pay {{ promise.amount }} on {{ promise.on }}, and will not remind you of these items until then.',
    ITEMS,
    'If anything changes, please let us know before that day.',
    PAY,
  ),
  promise_broken: letter(
    'We did not receive the payment of {{ promise.on }}',
    CLOSE,
    'You told us that you would pay {{ promise.amount }} on {{ promise.on }}. We have not received it, or not in full.',
    ITEMS,
    'Please send us proof of the payment, or tell us today on which day we may firmly expect it.',
    PAY,
  ),
  payment_question: letter(
    'A question about your payment of {{ receipt.amount }}',
    CLOSE,
    'We received {{ receipt.amount }} from you on {{ receipt.on }}, thank you. We cannot tell for certain which invoices it is for.',
    'Could you send us the list of the invoices you paid, with the amount for each and the reason for anything that was deducted? These are open on your account:',
    ITEMS,
  ),
  thanks: letter(
    'Thank you for your payment of {{ receipt.amount }}',
    CLOSE,
    'We have received {{ receipt.amount }} on {{ receipt.on }}. Thank you.',
    'What is still open on your account is {{ total_open }}.',
  ),
  dispute_received: letter(
    'We are looking into {{ dispute.items }}',
    CLOSE,
    'Thank you for telling us about {{ dispute.items }}: {{ dispute.reason }}.',
    'We are checking it and will come back to you. Until it is settled we will not remind you of this amount; everything else on your account stays due as agreed.',
  ),
  meeting_invitation: letter(
    'Meeting on {{ meeting.starts }} – open items of {{ customer.name }}',
    CLOSE,
    'We would like to go through the open points of your account with you on {{ meeting.starts }}.',
    'What we would like to talk about: {{ meeting.agenda }}',
    ITEMS,
    'If the time does not suit you, please suggest another.',
  ),
};
