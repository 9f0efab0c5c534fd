import { letter, type TemplateTexts } from './template-text.ts';

const CLOSE = 'Cordiali saluti\n{{ sender.name }}';
const ITEMS = '{{ items_table }}';
const PAY = '{{ payment_block }}';

export const ITALIAN: TemplateTexts = {
  pre_due: letter(
    'Fatture in scadenza – {{ customer.name }}',
    CLOSE,
    'le ricordiamo che nei prossimi giorni scadono i seguenti documenti:',
    ITEMS,
    'Se il pagamento è già previsto, non serve fare nulla. Se le manca qualcosa per pagare nei termini (un numero d’ordine, una copia, un’autorizzazione), ce lo scriva subito e provvediamo.',
    PAY,
  ),
  statement: letter(
    'Estratto conto al {{ today }} – {{ customer.name }}',
    CLOSE,
    'le riportiamo le partite aperte al {{ today }}: {{ total_open }}, di cui {{ total_overdue }} già scaduti.',
    ITEMS,
    'La preghiamo di confrontarle con la sua contabilità e di segnalarci eventuali differenze.',
    PAY,
  ),
  notice_1: letter(
    'Fatture scadute – {{ customer.name }}',
    CLOSE,
    'forse si tratta di una svista: non abbiamo ancora ricevuto il pagamento dei seguenti documenti.',
    ITEMS,
    'Le chiediamo cortesemente di disporre il pagamento di {{ total_overdue }} o di comunicarci la data prevista. Se ha già pagato, la ringraziamo: due righe con data e importo ci aiutano a trovare l’accredito.',
    PAY,
  ),
  notice_2: letter(
    'Secondo sollecito: {{ total_overdue }} scaduti – {{ customer.name }}',
    CLOSE,
    'le abbiamo già scritto per le partite qui sotto, che risultano tuttora aperte, la più vecchia dal {{ oldest_due }}.',
    ITEMS,
    'La preghiamo di pagare {{ total_overdue }} entro il {{ pay_by }}. Se una fattura non può essere pagata, ci indichi quale e perché, così da risolvere la questione insieme.',
    PAY,
  ),
  notice_3: letter(
    'Terzo sollecito: pagamento entro il {{ pay_by }} – {{ customer.name }}',
    CLOSE,
    'nonostante i nostri solleciti restano da pagare {{ total_overdue }}, con un ritardo fino a {{ days_late }} giorni. Non ci risultano contestazioni su questi documenti.',
    ITEMS,
    'Le chiediamo di pagare l’intero importo entro il {{ pay_by }}. Trascorso tale termine potremmo dover rivedere le condizioni di fornitura e addebitare gli interessi e le spese previsti dalla legge per i ritardi di pagamento.',
    'Se non può pagare subito, ci chiami prima di quella data: un piano concordato conviene a entrambi.',
    PAY,
  ),
  notice_4: letter(
    'Ultimo avviso prima di ulteriori azioni – {{ customer.name }}',
    CLOSE,
    'questo è il nostro ultimo avviso. Risultano scaduti {{ total_overdue }}, la parte più vecchia da {{ days_late }} giorni, e le nostre lettere sono rimaste senza esito.',
    ITEMS,
    'Se l’intero importo non ci perviene entro il {{ pay_by }}, affideremo la pratica al recupero del credito senza ulteriore preavviso, con aggravio di interessi e spese.',
    PAY,
  ),
  promise_confirmation: letter(
    'Il suo pagamento di {{ promise.amount }} il {{ promise.on }}',
    CLOSE,
    'grazie per la conferma. Abbiamo annotato che pagherà {{ promise.amount }} il {{ promise.on }}; fino ad allora non le invieremo solleciti per queste partite.',
    ITEMS,
    'Se qualcosa dovesse cambiare, ce lo faccia sapere prima di quella data.',
    PAY,
  ),
  promise_broken: letter(
    'Non abbiamo ricevuto il pagamento del {{ promise.on }}',
    CLOSE,
    'ci aveva comunicato che avrebbe pagato {{ promise.amount }} il {{ promise.on }}. Il pagamento non è arrivato, o non per intero.',
    ITEMS,
    'La preghiamo di inviarci la contabile del bonifico oppure di indicarci oggi stesso una data certa.',
    PAY,
  ),
  payment_question: letter(
    'Una domanda sul suo pagamento di {{ receipt.amount }}',
    CLOSE,
    'il {{ receipt.on }} abbiamo ricevuto {{ receipt.amount }}, grazie. Non riusciamo però a stabilire con certezza a quali fatture si riferisce.',
    'Può inviarci l’elenco delle fatture pagate, con l’importo di ciascuna e il motivo di eventuali trattenute? Queste sono le partite aperte:',
    ITEMS,
  ),
  thanks: letter(
    'Grazie per il pagamento di {{ receipt.amount }}',
    CLOSE,
    'il {{ receipt.on }} abbiamo ricevuto {{ receipt.amount }}. Grazie.',
    'Restano aperti sul suo conto {{ total_open }}.',
  ),
  dispute_received: letter(
    'Stiamo verificando {{ dispute.items }}',
    CLOSE,
    'grazie per la segnalazione su {{ dispute.items }}: {{ dispute.reason }}.',
    'La stiamo verificando e le risponderemo. Fino ad allora non solleciteremo questo importo; tutto il resto rimane dovuto alle scadenze concordate.',
  ),
  meeting_invitation: letter(
    'Incontro del {{ meeting.starts }} – partite aperte di {{ customer.name }}',
    CLOSE,
    'vorremmo esaminare con lei i punti aperti del suo conto il {{ meeting.starts }}.',
    'Gli argomenti: {{ meeting.agenda }}',
    ITEMS,
    'Se l’orario non le va bene, ce ne proponga un altro.',
  ),
};
