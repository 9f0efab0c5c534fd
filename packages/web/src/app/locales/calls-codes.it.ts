/** Atti delle telefonate e degli incontri, e ciò che il server vi rifiuta. */
export const callActsIt = {
  'call.record': 'Telefonata registrata',
  'call.script': 'Traccia di telefonata modificata',
  'call_back.add': 'Richiamo fissato',
  'call_back.cancel': 'Richiamo annullato',
  'call_back.move': 'Richiamo spostato',
  'session.cancel': 'Incontro annullato',
  'session.change': 'Incontro modificato',
  'session.close': 'Incontro tenuto o mancato',
  'session.minutes': 'Verbale di un incontro scritto',
  'session.answered': 'Risposta all’invito a un incontro',
  'session.plan': 'Incontro fissato',
};

export const callSubjectsIt = { call_script: 'Traccia di telefonata' };

export const callRefusalsIt = {
  call_back_is_ended: 'Questo richiamo è già concluso. Ne fissi un altro.',
  call_back_is_past: 'Richiami in un momento a venire, entro un anno.',
  call_mail_needs_address: 'La persona con cui ha parlato non ha un indirizzo e-mail. Prima lo aggiunga al contatto.',
  call_needs_number: 'Dica quale numero è errato: scelga il contatto di cui è stato composto il numero.',
  call_next_missing: 'A questo esito manca il passo successivo: importo e giorno di una promessa, o quando richiamare.',
  call_next_not_allowed:
    'Il suo ruolo non permette questo passo. Registri la telefonata senza, e lo affidi come attività.',
  call_not_past: 'Annoti le telefonate dell’ultimo giorno, non quelle a venire.',
  session_is_cancelled: 'Questo incontro non ha avuto luogo. Scriva invece una nota.',
  session_is_ended: 'Questo incontro è già concluso. Ne fissi un altro.',
  session_is_past: 'Un incontro comincia dopo adesso e finisce dopo l’inizio. Scelga un’altra ora.',
  session_not_begun: 'L’incontro non è ancora cominciato. Lo annulli o lo sposti.',
  session_person_has_no_address:
    'Una delle persone non ha un indirizzo e-mail. Lo aggiunga al contatto, o la lasci fuori.',
};
