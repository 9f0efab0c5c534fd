import type { LetterTexts } from './letters.ts';

export const letterEn: LetterTexts = {
  greeting: 'Good morning,',
  received: 'On {{date}} we received your payment of {{amount}}.',
  receivedFrom: 'On {{date}} we received a payment of {{amount}} from {{payer}}.',
  payersText: 'The payment text was: “{{text}}”.',
  subject: 'Your payment of {{amount}}, {{date}}',
  thanks: 'Thank you and kind regards',
  alreadySettled: 'Invoice {{number}} was settled on {{date}} already. Was it paid twice, or is another invoice meant?',
  confirmItems: 'Is it right that it pays {{numbers}}?',
  doesPayerPayFor: 'Is it meant for {{numbers}}?',
  isItADuplicate: 'On {{date}} we received the same amount from you. Was this payment sent twice?',
  textOrAmount: 'The text names {{cited}}, the amount is that of {{byAmount}}. Which of them do you pay?',
  whatIsReference: 'What does {{references}} in the payment text stand for, and which invoices do you pay?',
  whatIsRestFor: 'It is {{difference}} more than the invoices named. What is the rest for?',
  whichItems: 'Which invoices does it pay, and for which customer?',
  whichOfEqual: 'Which of these invoices does it pay: {{numbers}}?',
  whyShort:
    'On {{numbers}} {{difference}} are missing. Is that a deduction, a discount, bank charges or a part payment?',
};
