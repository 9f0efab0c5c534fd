import { letter, type TemplateTexts } from './template-text.ts';

const CLOSE = 'Freundliche Grüße\n{{ sender.name }}';
const ITEMS = '{{ items_table }}';
const PAY = '{{ payment_block }}';

export const GERMAN: TemplateTexts = {
  pre_due: letter(
    'Bald fällige Rechnungen – {{ customer.name }}',
    CLOSE,
    'in den nächsten Tagen werden die folgenden Posten fällig:',
    ITEMS,
    'Ist die Zahlung schon eingeplant, brauchen Sie nichts zu tun. Fehlt Ihnen etwas, um pünktlich zu zahlen, etwa eine Bestellnummer, eine Kopie oder eine Freigabe, schreiben Sie uns bitte jetzt; wir schicken es Ihnen.',
    PAY,
  ),
  statement: letter(
    'Kontoauszug zum {{ today }} – {{ customer.name }}',
    CLOSE,
    'zum {{ today }} sind auf Ihrem Konto {{ total_open }} offen, davon {{ total_overdue }} überfällig.',
    ITEMS,
    'Bitte gleichen Sie den Auszug mit Ihren Büchern ab und nennen Sie uns Abweichungen.',
    PAY,
  ),
  notice_1: letter(
    'Zahlungserinnerung – {{ customer.name }}',
    CLOSE,
    'sicher ist es Ihnen nur entgangen: Für die folgenden Posten haben wir noch keine Zahlung erhalten.',
    ITEMS,
    'Bitte überweisen Sie {{ total_overdue }} oder nennen Sie uns den Tag, an dem wir damit rechnen dürfen. Haben Sie inzwischen gezahlt, danken wir Ihnen; eine kurze Nachricht mit Datum und Betrag hilft uns bei der Zuordnung.',
    PAY,
  ),
  notice_2: letter(
    'Zweite Mahnung: {{ total_overdue }} überfällig – {{ customer.name }}',
    CLOSE,
    'zu den folgenden Posten haben wir Ihnen schon geschrieben. Sie sind weiterhin offen, der älteste seit dem {{ oldest_due }}.',
    ITEMS,
    'Bitte zahlen Sie {{ total_overdue }} bis zum {{ pay_by }}. Kann eine Rechnung nicht bezahlt werden, nennen Sie uns bitte welche und den Grund, damit wir es gemeinsam klären.',
    PAY,
  ),
  notice_3: letter(
    'Dritte Mahnung: Zahlung bis {{ pay_by }} – {{ customer.name }}',
    CLOSE,
    'trotz unserer Mahnungen sind {{ total_overdue }} noch nicht bezahlt, bis zu {{ days_late }} Tage nach Fälligkeit. Einwände gegen diese Rechnungen sind uns nicht bekannt.',
    ITEMS,
    'Wir bitten Sie, den vollen Betrag bis zum {{ pay_by }} zu zahlen. Danach müssen wir uns vorbehalten, unsere Lieferbedingungen zu ändern und die gesetzlichen Verzugszinsen und Kosten zu berechnen.',
    'Wenn Sie nicht sofort zahlen können, rufen Sie uns vorher an: Ein vereinbarter Plan ist für beide Seiten besser.',
    PAY,
  ),
  notice_4: letter(
    'Letzte Mahnung vor weiteren Schritten – {{ customer.name }}',
    CLOSE,
    'dies ist unsere letzte Mahnung. {{ total_overdue }} sind überfällig, der älteste Teil seit {{ days_late }} Tagen; unsere Schreiben blieben ohne Ergebnis.',
    ITEMS,
    'Geht der volle Betrag nicht bis zum {{ pay_by }} bei uns ein, geben wir die Forderung ohne weitere Ankündigung zum Einzug. Zinsen und Kosten kommen dann hinzu.',
    PAY,
  ),
  promise_confirmation: letter(
    'Ihre Zahlung von {{ promise.amount }} am {{ promise.on }}',
    CLOSE,
    'vielen Dank für Ihre Zusage. Wir haben notiert, dass Sie {{ promise.amount }} am {{ promise.on }} zahlen, und erinnern Sie bis dahin nicht an diese Posten.',
    ITEMS,
    'Sollte sich etwas ändern, sagen Sie uns bitte vorher Bescheid.',
    PAY,
  ),
  promise_broken: letter(
    'Die für den {{ promise.on }} zugesagte Zahlung ist nicht eingegangen',
    CLOSE,
    'Sie hatten uns {{ promise.amount }} zum {{ promise.on }} zugesagt. Die Zahlung ist nicht oder nicht vollständig eingegangen.',
    ITEMS,
    'Bitte schicken Sie uns einen Zahlungsbeleg oder nennen Sie uns heute einen verbindlichen Tag.',
    PAY,
  ),
  payment_question: letter(
    'Rückfrage zu Ihrer Zahlung von {{ receipt.amount }}',
    CLOSE,
    'am {{ receipt.on }} haben wir {{ receipt.amount }} von Ihnen erhalten, vielen Dank. Wir können die Zahlung nicht sicher zuordnen.',
    'Könnten Sie uns die Liste der bezahlten Rechnungen schicken, mit dem Betrag je Rechnung und dem Grund für Abzüge? Offen sind auf Ihrem Konto:',
    ITEMS,
  ),
  thanks: letter(
    'Vielen Dank für Ihre Zahlung von {{ receipt.amount }}',
    CLOSE,
    'wir haben am {{ receipt.on }} {{ receipt.amount }} erhalten. Vielen Dank.',
    'Auf Ihrem Konto sind noch {{ total_open }} offen.',
  ),
  dispute_received: letter(
    'Wir prüfen {{ dispute.items }}',
    CLOSE,
    'danke für Ihren Hinweis zu {{ dispute.items }}: {{ dispute.reason }}.',
    'Wir prüfen ihn und melden uns bei Ihnen. Bis zur Klärung mahnen wir diesen Betrag nicht an; alles Übrige bleibt wie vereinbart fällig.',
  ),
  meeting_invitation: letter(
    'Termin am {{ meeting.starts }} – offene Posten von {{ customer.name }}',
    CLOSE,
    'wir möchten die offenen Punkte Ihres Kontos am {{ meeting.starts }} mit Ihnen durchgehen.',
    'Darüber möchten wir sprechen: {{ meeting.agenda }}',
    ITEMS,
    'Passt Ihnen der Termin nicht, schlagen Sie bitte einen anderen vor.',
  ),
};
