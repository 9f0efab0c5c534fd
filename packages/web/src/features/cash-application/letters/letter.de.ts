import type { LetterTexts } from './letters.ts';

export const letterDe: LetterTexts = {
  greeting: 'Guten Tag,',
  received: 'am {{date}} haben wir Ihre Zahlung über {{amount}} erhalten.',
  receivedFrom: 'am {{date}} haben wir von {{payer}} eine Zahlung über {{amount}} erhalten.',
  payersText: 'Der Verwendungszweck lautete: „{{text}}“.',
  subject: 'Ihre Zahlung über {{amount}} vom {{date}}',
  thanks: 'Vielen Dank und freundliche Grüße',
  alreadySettled:
    'Die Rechnung {{number}} ist bereits seit dem {{date}} ausgeglichen. Wurde sie doppelt bezahlt, oder ist eine andere Rechnung gemeint?',
  confirmItems: 'Ist es richtig, dass damit {{numbers}} bezahlt werden?',
  doesPayerPayFor: 'Ist sie für {{numbers}} bestimmt?',
  isItADuplicate: 'Am {{date}} haben wir von Ihnen bereits denselben Betrag erhalten. Wurde doppelt überwiesen?',
  textOrAmount: 'Der Verwendungszweck nennt {{cited}}, der Betrag ist der von {{byAmount}}. Was wird bezahlt?',
  whatIsReference: 'Worauf bezieht sich {{references}} im Verwendungszweck, und welche Rechnungen werden bezahlt?',
  whatIsRestFor: 'Der Betrag liegt um {{difference}} über den genannten Rechnungen. Wofür ist der Rest bestimmt?',
  whichItems: 'Welche Rechnungen werden damit bezahlt, und für welchen Kunden?',
  whichOfEqual: 'Welche dieser Rechnungen wird damit bezahlt: {{numbers}}?',
  whyShort:
    'Auf {{numbers}} fehlen {{difference}}. Handelt es sich um einen Abzug, um Skonto, um Bankgebühren oder um eine Teilzahlung?',
};
