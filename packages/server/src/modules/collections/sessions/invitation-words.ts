/** What a mail about a meeting says when it is changed or does not take place. */
import type { LetterLanguage } from '@quittance/core/correspondence';

interface InvitationWords {
  readonly changed: string;
  readonly cancelled: string;
  readonly doesNotTakePlace: (title: string, starts: string, reason: string, sender: string) => string;
}

const because = (reason: string): string => (reason === '' ? '' : `\n\n${reason}`);

export const INVITATION_WORDS: Readonly<Record<LetterLanguage, InvitationWords>> = {
  en: {
    changed: 'Changed',
    cancelled: 'Cancelled',
    doesNotTakePlace: (title, starts, reason, sender) =>
      `Our meeting “${title}” on ${starts} does not take place.${because(reason)}\n\nKind regards\n${sender}`,
  },
  it: {
    changed: 'Modificato',
    cancelled: 'Annullato',
    doesNotTakePlace: (title, starts, reason, sender) =>
      `Il nostro incontro «${title}» del ${starts} non avrà luogo.${because(reason)}\n\nCordiali saluti\n${sender}`,
  },
  de: {
    changed: 'Geändert',
    cancelled: 'Abgesagt',
    doesNotTakePlace: (title, starts, reason, sender) =>
      `Unser Termin „${title}“ am ${starts} findet nicht statt.${because(reason)}\n\nMit freundlichen Grüßen\n${sender}`,
  },
  fr: {
    changed: 'Modifié',
    cancelled: 'Annulé',
    doesNotTakePlace: (title, starts, reason, sender) =>
      `Notre réunion « ${title} » du ${starts} n’aura pas lieu.${because(reason)}\n\nCordialement\n${sender}`,
  },
  es: {
    changed: 'Cambio',
    cancelled: 'Cancelada',
    doesNotTakePlace: (title, starts, reason, sender) =>
      `Nuestra reunión «${title}» del ${starts} no tendrá lugar.${because(reason)}\n\nUn cordial saludo\n${sender}`,
  },
};
