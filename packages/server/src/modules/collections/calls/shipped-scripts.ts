/** The words that come with the product: a guide to speak by, not a text to read out. */
import type { CallSituation } from '@quittance/core/calls';
import type { LetterLanguage } from '@quittance/core/correspondence';

type Scripts = Readonly<Record<CallSituation, string>>;

const lines = (...text: string[]): string => text.join('\n\n');

const ENGLISH: Scripts = {
  first_call: lines(
    'Good day, this is {{ sender.name }} of {{ company.name }}. May I speak with {{ contact.name }}?',
    'I am calling about the account of {{ customer.name }}: {{ total_overdue }} is past its due date, the oldest part since {{ oldest_due }}.',
    'Have you received these invoices, and is anything missing for you to pay them?',
    'On which day may we expect the payment? I will note the amount and the day, and send you the list.',
  ),
  follow_up: lines(
    'Good day {{ contact.name }}, {{ sender.name }} of {{ company.name }} again.',
    'Since we last spoke {{ total_overdue }} is still open, {{ first_item }} for {{ days_late }} days.',
    'What has happened with it since then? Who has to approve it, and when is the next pay run?',
    'May I note a day and an amount?',
  ),
  promise_broken: lines(
    'Good day {{ contact.name }}, this is {{ sender.name }} of {{ company.name }}.',
    'You told us that you would pay {{ promise.amount }} on {{ promise.on }}. We have not received it, or not in full.',
    'Has it been paid? Then please send me the proof. If not, what came in between?',
    'On which day may we firmly count on it? If the whole amount is not possible, which part can you pay now?',
  ),
  dispute: lines(
    'Good day {{ contact.name }}, this is {{ sender.name }} of {{ company.name }}.',
    'You told us that {{ dispute.items }} cannot be paid as it is.',
    'What do you need from us to settle it, and who looks at it on your side?',
    'The rest of your account is not affected: {{ total_overdue }} is overdue. When will that be paid?',
  ),
};

const ITALIAN: Scripts = {
  first_call: lines(
    'Buongiorno, sono {{ sender.name }} di {{ company.name }}. Potrei parlare con {{ contact.name }}?',
    'Chiamo per il conto di {{ customer.name }}: risultano scaduti {{ total_overdue }}, la parte più vecchia dal {{ oldest_due }}.',
    'Avete ricevuto le fatture? Manca qualcosa per poterle pagare?',
    'In che giorno possiamo aspettarci il pagamento? Annoto importo e data e le mando l’elenco.',
  ),
  follow_up: lines(
    'Buongiorno {{ contact.name }}, sono ancora {{ sender.name }} di {{ company.name }}.',
    'Dall’ultima volta restano aperti {{ total_overdue }}; {{ first_item }} è scaduta da {{ days_late }} giorni.',
    'Che cosa è successo nel frattempo? Chi deve approvare, e quando è la prossima tornata di pagamenti?',
    'Posso annotare un giorno e un importo?',
  ),
  promise_broken: lines(
    'Buongiorno {{ contact.name }}, sono {{ sender.name }} di {{ company.name }}.',
    'Ci aveva detto che avreste pagato {{ promise.amount }} il {{ promise.on }}. Non ci è arrivato, o non per intero.',
    'È stato pagato? In tal caso mi mandi la contabile. Altrimenti, che cosa è successo?',
    'Su quale giorno possiamo contare? Se non è possibile l’intero importo, quale parte potete pagare adesso?',
  ),
  dispute: lines(
    'Buongiorno {{ contact.name }}, sono {{ sender.name }} di {{ company.name }}.',
    'Ci avete segnalato che {{ dispute.items }} non si può pagare così.',
    'Che cosa vi serve da noi per chiudere la questione, e chi se ne occupa da voi?',
    'Il resto del conto non è toccato: risultano scaduti {{ total_overdue }}. Quando sarà pagato?',
  ),
};

const GERMAN: Scripts = {
  first_call: lines(
    'Guten Tag, hier ist {{ sender.name }} von {{ company.name }}. Kann ich bitte {{ contact.name }} sprechen?',
    'Es geht um das Konto von {{ customer.name }}: {{ total_overdue }} sind überfällig, der älteste Posten seit {{ oldest_due }}.',
    'Liegen Ihnen die Rechnungen vor, und fehlt Ihnen etwas, um sie zu bezahlen?',
    'Wann dürfen wir mit der Zahlung rechnen? Ich notiere Betrag und Tag und schicke Ihnen die Aufstellung.',
  ),
  follow_up: lines(
    'Guten Tag {{ contact.name }}, hier ist noch einmal {{ sender.name }} von {{ company.name }}.',
    'Seit unserem letzten Gespräch sind noch {{ total_overdue }} offen, {{ first_item }} seit {{ days_late }} Tagen.',
    'Was ist seither geschehen? Wer muss freigeben, und wann ist der nächste Zahllauf?',
    'Darf ich einen Tag und einen Betrag notieren?',
  ),
  promise_broken: lines(
    'Guten Tag {{ contact.name }}, hier ist {{ sender.name }} von {{ company.name }}.',
    'Sie hatten uns {{ promise.amount }} zum {{ promise.on }} zugesagt. Die Zahlung ist nicht oder nicht vollständig eingegangen.',
    'Ist sie angewiesen? Dann schicken Sie mir bitte den Beleg. Wenn nicht: Was kam dazwischen?',
    'Auf welchen Tag können wir uns fest verlassen? Welchen Teil können Sie sofort zahlen?',
  ),
  dispute: lines(
    'Guten Tag {{ contact.name }}, hier ist {{ sender.name }} von {{ company.name }}.',
    'Sie haben uns gesagt, dass {{ dispute.items }} so nicht bezahlt werden kann.',
    'Was brauchen Sie von uns, um das zu klären, und wer bearbeitet es bei Ihnen?',
    'Der Rest Ihres Kontos ist davon nicht berührt: {{ total_overdue }} sind überfällig. Wann wird das bezahlt?',
  ),
};

const FRENCH: Scripts = {
  first_call: lines(
    'Bonjour, {{ sender.name }} de {{ company.name }}. Pourrais-je parler à {{ contact.name }} ?',
    'Je vous appelle au sujet du compte de {{ customer.name }} : {{ total_overdue }} sont échus, le plus ancien poste depuis le {{ oldest_due }}.',
    'Avez-vous bien reçu ces factures ? Vous manque-t-il quelque chose pour les régler ?',
    'À quelle date pouvons-nous compter sur le paiement ? Je note le montant et le jour, et je vous envoie le relevé.',
  ),
  follow_up: lines(
    'Bonjour {{ contact.name }}, c’est de nouveau {{ sender.name }} de {{ company.name }}.',
    'Depuis notre dernier échange, {{ total_overdue }} restent ouverts, dont {{ first_item }} depuis {{ days_late }} jours.',
    'Où en est-on ? Qui doit valider, et quand a lieu la prochaine campagne de paiement ?',
    'Puis-je noter un jour et un montant ?',
  ),
  promise_broken: lines(
    'Bonjour {{ contact.name }}, {{ sender.name }} de {{ company.name }}.',
    'Vous nous aviez annoncé {{ promise.amount }} pour le {{ promise.on }}. Nous ne l’avons pas reçu, ou pas en totalité.',
    'Le virement est-il parti ? Merci alors de m’envoyer le justificatif. Sinon, que s’est-il passé ?',
    'Sur quel jour pouvons-nous compter fermement ? Quelle part pouvez-vous régler tout de suite ?',
  ),
  dispute: lines(
    'Bonjour {{ contact.name }}, {{ sender.name }} de {{ company.name }}.',
    'Vous nous avez dit que {{ dispute.items }} ne peut être réglé en l’état.',
    'De quoi avez-vous besoin pour régler ce point, et qui s’en occupe chez vous ?',
    'Le reste du compte n’est pas concerné : {{ total_overdue }} sont échus. Quand seront-ils payés ?',
  ),
};

const SPANISH: Scripts = {
  first_call: lines(
    'Buenos días, soy {{ sender.name }} de {{ company.name }}. ¿Podría hablar con {{ contact.name }}?',
    'Llamo por la cuenta de {{ customer.name }}: hay {{ total_overdue }} vencidos, lo más antiguo desde el {{ oldest_due }}.',
    '¿Han recibido las facturas? ¿Les falta algo para poder pagarlas?',
    '¿Qué día podemos esperar el pago? Anoto el importe y la fecha y le envío la relación.',
  ),
  follow_up: lines(
    'Buenos días {{ contact.name }}, soy {{ sender.name }} de {{ company.name }} otra vez.',
    'Desde nuestra última conversación siguen pendientes {{ total_overdue }}; {{ first_item }} venció hace {{ days_late }} días.',
    '¿Qué ha ocurrido desde entonces? ¿Quién debe aprobarlo y cuándo es la próxima remesa de pagos?',
    '¿Puedo anotar un día y un importe?',
  ),
  promise_broken: lines(
    'Buenos días {{ contact.name }}, soy {{ sender.name }} de {{ company.name }}.',
    'Nos dijo que pagarían {{ promise.amount }} el {{ promise.on }}. No lo hemos recibido, o no por completo.',
    '¿Se ha pagado? Entonces envíeme el justificante, por favor. Si no, ¿qué ha pasado?',
    '¿Con qué día podemos contar en firme? Si no es posible todo, ¿qué parte pueden pagar ahora?',
  ),
  dispute: lines(
    'Buenos días {{ contact.name }}, soy {{ sender.name }} de {{ company.name }}.',
    'Nos indicaron que {{ dispute.items }} no se puede pagar así.',
    '¿Qué necesitan de nosotros para resolverlo y quién lo lleva en su empresa?',
    'El resto de la cuenta no se ve afectado: hay {{ total_overdue }} vencidos. ¿Cuándo se pagará?',
  ),
};

export const SHIPPED_SCRIPTS: Readonly<Record<LetterLanguage, Scripts>> = {
  en: ENGLISH,
  it: ITALIAN,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
};
