import type { LetterTexts } from './letters.ts';

export const letterIt: LetterTexts = {
  greeting: 'Buongiorno,',
  received: 'il {{date}} abbiamo ricevuto il vostro pagamento di {{amount}}.',
  receivedFrom: 'il {{date}} abbiamo ricevuto un pagamento di {{amount}} da {{payer}}.',
  payersText: 'La causale era: «{{text}}».',
  subject: 'Il vostro pagamento di {{amount}} del {{date}}',
  thanks: 'Grazie e cordiali saluti',
  alreadySettled:
    'La fattura {{number}} risulta già saldata il {{date}}. È stata pagata due volte o si intende un’altra fattura?',
  confirmItems: 'È corretto che paghi {{numbers}}?',
  doesPayerPayFor: 'È destinato a {{numbers}}?',
  isItADuplicate: 'Il {{date}} abbiamo ricevuto da voi lo stesso importo. Il pagamento è stato inviato due volte?',
  textOrAmount: 'La causale cita {{cited}}, l’importo è quello di {{byAmount}}. Che cosa pagate?',
  whatIsReference: 'A che cosa si riferisce {{references}} nella causale, e quali fatture pagate?',
  whatIsRestFor: 'L’importo supera di {{difference}} le fatture citate. A che cosa si riferisce il resto?',
  whichItems: 'Quali fatture paga, e per quale cliente?',
  whichOfEqual: 'Quale di queste fatture paga: {{numbers}}?',
  whyShort:
    'Su {{numbers}} mancano {{difference}}. Si tratta di una trattenuta, di uno sconto, di spese bancarie o di un acconto?',
};
