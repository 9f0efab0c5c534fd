import { letter, type TemplateTexts } from './template-text.ts';

const CLOSE = 'Cordialement\n{{ sender.name }}';
const ITEMS = '{{ items_table }}';
const PAY = '{{ payment_block }}';

export const FRENCH: TemplateTexts = {
  pre_due: letter(
    'Factures bientôt à échéance – {{ customer.name }}',
    CLOSE,
    'Les documents suivants arrivent à échéance dans les prochains jours :',
    ITEMS,
    'Si le paiement est déjà prévu, vous n’avez rien à faire. S’il vous manque un élément pour payer à temps (numéro de commande, copie, validation), écrivez-nous dès maintenant et nous vous l’enverrons.',
    PAY,
  ),
  statement: letter(
    'Relevé de compte au {{ today }} – {{ customer.name }}',
    CLOSE,
    'Au {{ today }}, votre compte présente un solde de {{ total_open }}, dont {{ total_overdue }} échus.',
    ITEMS,
    'Merci de le rapprocher de votre comptabilité et de nous signaler tout écart.',
    PAY,
  ),
  notice_1: letter(
    'Factures échues – {{ customer.name }}',
    CLOSE,
    'Il s’agit sans doute d’un oubli : nous n’avons pas encore reçu le paiement des documents suivants.',
    ITEMS,
    'Pourriez-vous régler {{ total_overdue }} ou nous indiquer la date prévue ? Si vous avez payé entre-temps, merci ; un mot avec la date et le montant nous aidera à retrouver votre virement.',
    PAY,
  ),
  notice_2: letter(
    'Deuxième relance : {{ total_overdue }} échus – {{ customer.name }}',
    CLOSE,
    'Nous vous avons déjà écrit au sujet des documents ci-dessous. Ils restent impayés, le plus ancien depuis le {{ oldest_due }}.',
    ITEMS,
    'Merci de régler {{ total_overdue }} avant le {{ pay_by }}. Si une facture ne peut pas être payée, dites-nous laquelle et pourquoi, afin que nous trouvions une solution ensemble.',
    PAY,
  ),
  notice_3: letter(
    'Troisième relance : paiement attendu avant le {{ pay_by }} – {{ customer.name }}',
    CLOSE,
    'Malgré nos relances, {{ total_overdue }} restent impayés, jusqu’à {{ days_late }} jours après l’échéance. Nous n’avons connaissance d’aucune contestation.',
    ITEMS,
    'Nous vous demandons de régler la totalité avant le {{ pay_by }}. Passé cette date, nous pourrions revoir nos conditions de livraison et facturer les intérêts et frais que la loi prévoit en cas de retard.',
    'Si vous ne pouvez pas payer tout de suite, appelez-nous avant : un échéancier convenu vaut mieux pour tous.',
    PAY,
  ),
  notice_4: letter(
    'Dernier avis avant recouvrement – {{ customer.name }}',
    CLOSE,
    'Ceci est notre dernier avis. {{ total_overdue }} sont échus, la part la plus ancienne depuis {{ days_late }} jours, et nos courriers sont restés sans effet.',
    ITEMS,
    'Si la totalité ne nous parvient pas avant le {{ pay_by }}, nous confierons le dossier au recouvrement sans autre préavis ; intérêts et frais s’y ajouteront.',
    PAY,
  ),
  promise_confirmation: letter(
    'Votre paiement de {{ promise.amount }} le {{ promise.on }}',
    CLOSE,
    'Merci de votre confirmation. Nous notons que vous paierez {{ promise.amount }} le {{ promise.on }} et ne vous relancerons pas d’ici là pour ces documents.',
    ITEMS,
    'En cas de changement, merci de nous prévenir avant cette date.',
    PAY,
  ),
  promise_broken: letter(
    'Nous n’avons pas reçu le paiement du {{ promise.on }}',
    CLOSE,
    'Vous nous aviez annoncé {{ promise.amount }} pour le {{ promise.on }}. Ce paiement ne nous est pas parvenu, ou pas en totalité.',
    ITEMS,
    'Merci de nous envoyer le justificatif du virement ou de nous indiquer aujourd’hui une date ferme.',
    PAY,
  ),
  payment_question: letter(
    'Une question sur votre paiement de {{ receipt.amount }}',
    CLOSE,
    'Nous avons bien reçu {{ receipt.amount }} le {{ receipt.on }}, merci. Nous ne savons pas avec certitude quelles factures ce paiement règle.',
    'Pourriez-vous nous envoyer la liste des factures payées, avec le montant de chacune et le motif des retenues éventuelles ? Voici ce qui reste ouvert :',
    ITEMS,
  ),
  thanks: letter(
    'Merci de votre paiement de {{ receipt.amount }}',
    CLOSE,
    'Nous avons reçu {{ receipt.amount }} le {{ receipt.on }}. Merci.',
    'Le solde de votre compte est de {{ total_open }}.',
  ),
  dispute_received: letter(
    'Nous examinons {{ dispute.items }}',
    CLOSE,
    'Merci de votre message au sujet de {{ dispute.items }} : {{ dispute.reason }}.',
    'Nous l’examinons et reviendrons vers vous. D’ici là nous ne relancerons pas ce montant ; le reste demeure dû aux échéances convenues.',
  ),
  meeting_invitation: letter(
    'Réunion du {{ meeting.starts }} – compte de {{ customer.name }}',
    CLOSE,
    'Nous souhaitons parcourir avec vous les points ouverts de votre compte le {{ meeting.starts }}.',
    'À l’ordre du jour : {{ meeting.agenda }}',
    ITEMS,
    'Si cet horaire ne vous convient pas, proposez-nous-en un autre.',
  ),
};
