/** Atti su profili, consensi, elogi e ostacoli, e ciò che il server vi rifiuta. */
export const huddleActsIt = {
  'accolade.give': 'Elogio dato',
  'accolade.withdraw': 'Elogio ritirato',
  'blocker.change': 'Ostacolo cambiato',
  'blocker.raise': 'Ostacolo segnalato',
  'blocker.reopen': 'Ostacolo segnalato di nuovo',
  'blocker.solve': 'Ostacolo risolto',
  'customers.consent_noted': 'Consenso di un contatto annotato',
  'customers.profile_changed': 'Profilo dall’ordine al pagamento cambiato',
};

export const huddleSubjectsIt = { blocker: 'Ostacolo' };

export const huddleRefusalsIt = {
  accolade_for_oneself: 'Gli elogi sono per gli altri. Il tuo lavoro sta nelle cifre.',
  blocker_day_is_past:
    'Il giorno {{day}} è passato. Scegli oggi o un giorno successivo per riguardarlo, o lascialo vuoto.',
  accolade_given_already: 'Hai già elogiato questa persona per quel giorno. Ritira l’elogio per darne un altro.',
  accolade_of_another: 'Solo chi ha dato un elogio può ritirarlo.',
  blocker_is_solved: 'L’ostacolo è già risolto. Segnalalo di nuovo se c’è ancora.',
  consent_is_in_future: 'Il giorno è dopo oggi. Indica quello in cui è stato detto.',
  profile_is_outdated:
    'Qualcun altro ha cambiato il profilo nel frattempo. Guarda che cosa dice ora, poi cambialo di nuovo.',
};
