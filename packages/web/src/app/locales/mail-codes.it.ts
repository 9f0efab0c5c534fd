/** Atti della corrispondenza, e ciò che il server vi rifiuta. */
export const mailActsIt = {
  'correspondence.address_suppressed': 'Indirizzo che non riceve più posta',
  'correspondence.assigned': 'Conversazione assegnata',
  'correspondence.customer_linked': 'Conversazione attribuita a un cliente',
  'correspondence.delivery_answered': 'Detto se un messaggio è partito',
  'correspondence.handled': 'Conversazione evasa o riaperta',
  'correspondence.letter_file_kept': 'File per una lettera conservato',
  'correspondence.mail_taken': 'Messaggio ricevuto',
  'correspondence.mailbox_added': 'Casella aggiunta',
  'correspondence.mailbox_changed': 'Casella modificata',
  'correspondence.mailbox_removed': 'Casella tolta',
  'correspondence.message_queued': 'Messaggio messo in partenza',
  'correspondence.settings_changed': 'Dati della società nelle lettere modificati',
  'correspondence.suppression_lifted': 'Indirizzo che riceve di nuovo posta',
  'correspondence.unsent_file_removed': 'File mai inviato eliminato',
  'correspondence.template_saved': 'Testo di una lettera modificato',
};

export const mailSubjectsIt = {
  conversation: 'Conversazione',
  mail_content: 'File',
  mailbox: 'Casella di posta',
  message: 'Messaggio',
  suppressed_address: 'Indirizzo',
  template: 'Testo di una lettera',
};

export const mailRefusalsIt = {
  address_suppressed: 'Un indirizzo non riceve più posta. Ne usi un altro, o lo riabiliti in Società → Posta.',
  conversation_moved_on:
    'Intanto qualcuno ha scritto in questa conversazione: {{name}}. Legga, poi invii il Suo messaggio o lo lasci.',
  already_sent: 'Una parte di ciò a cui serve il messaggio è già stata inviata. La tolga: nulla parte due volte.',
  attachment_not_opened: 'L’allegato non si apre da qui. È nel messaggio intero.',
  delivery_is_settled: 'Nel frattempo il messaggio ha avuto un altro esito. Lo guardi di nuovo.',
  letter_has_too_many_items:
    'Una lettera parla di al massimo {{itemsMax}} partite, e ne sono aperte di più. Spunti quelle di cui deve parlare.',
  message_is_not_written_again:
    'Si riscrive solo una lettera scritta a mano e non partita. Questa è partita, è in attesa o è stata scritta dal sistema.',
  item_not_of_customer: 'Una delle partite non è più aperta sul conto di questo cliente. La tolga dalla lettera.',
  letter_file_empty: 'Il file è vuoto. Ne scelga un altro.',
  letter_file_missing: 'Il file non è conservato qui. Lo alleghi di nuovo.',
  letter_file_refused:
    'Il file è di un tipo che non si può inviare, o non è ciò che dice il nome. Lo invii come PDF, immagine, file di ufficio, testo o ZIP.',
  letter_file_too_large:
    'Il file supera i 17 MB, che molti server rifiutano. Ne invii uno più piccolo, o un collegamento.',
  mail_unreadable: 'Il messaggio non è una mail leggibile.',
  mailbox_exists: 'Esiste già una casella con questo nome o indirizzo. Modifichi quella, o ne scelga altri.',
  recipient_refuses_mail:
    'Il destinatario non vuole ricevere posta. Scriva a un’altra persona, o annoti sulla scheda del cliente che cosa dice ora.',
  statement_too_long: 'L’estratto conto ha troppe partite. Esporta invece l’elenco delle partite.',
  message_is_not_on_paper: 'Questo messaggio è una mail. Apra invece il messaggio intero.',
  message_too_large: 'Il messaggio è troppo grande. Tolga qualcosa.',
  no_mailbox: 'La società non ha una casella da cui inviare. Ne aggiunga una in Società → Posta.',
  no_recipient: 'Il messaggio non va a nessuno. Scelga un contatto con un indirizzo.',
  person_not_in_company: 'Questa persona non lavora nella società. Ne scelga un’altra.',
  template_is_wrong: 'Il testo non può essere compilato. Lo corregga e riprovi.',
  template_reads_no_files: 'Un testo sta da sé: include, render e layout non sono ammessi.',
  template_variable_missing:
    'Il testo usa una variabile che questa lettera non ha. La tolga, o dia alla lettera ciò di cui parla.',
  too_many_mailboxes: 'Una società ha al massimo 20 caselle. Prima ne tolga una.',
  too_many_recipients: 'Un messaggio va al massimo a 20 indirizzi.',
};
