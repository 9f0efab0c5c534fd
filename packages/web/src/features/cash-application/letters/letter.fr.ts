import type { LetterTexts } from './letters.ts';

export const letterFr: LetterTexts = {
  greeting: 'Bonjour,',
  received: 'Le {{date}}, nous avons reçu votre paiement de {{amount}}.',
  receivedFrom: 'Le {{date}}, nous avons reçu un paiement de {{amount}} de la part de {{payer}}.',
  payersText: 'Le libellé du virement était : « {{text}} ».',
  subject: 'Votre paiement de {{amount}} du {{date}}',
  thanks: 'Merci d’avance et cordiales salutations',
  alreadySettled:
    'La facture {{number}} est déjà réglée depuis le {{date}}. A-t-elle été payée deux fois, ou s’agit-il d’une autre facture ?',
  confirmItems: 'Pouvez-vous confirmer qu’il règle {{numbers}} ?',
  doesPayerPayFor: 'Est-il destiné au règlement de {{numbers}} ?',
  isItADuplicate:
    'Le {{date}}, nous avons déjà reçu de vous le même montant. Ce paiement a-t-il été envoyé deux fois ?',
  textOrAmount: 'Le libellé cite {{cited}}, le montant correspond à {{byAmount}}. Que réglez-vous ?',
  whatIsReference: 'À quoi correspond {{references}} dans le libellé, et quelles factures réglez-vous ?',
  whatIsRestFor: 'Le montant dépasse de {{difference}} les factures citées. À quoi correspond le solde ?',
  whichItems: 'Quelles factures règle-t-il, et pour quel client ?',
  whichOfEqual: 'Laquelle de ces factures règle-t-il : {{numbers}} ?',
  whyShort:
    'Il manque {{difference}} sur {{numbers}}. S’agit-il d’une déduction, d’un escompte, de frais bancaires ou d’un acompte ?',
};
