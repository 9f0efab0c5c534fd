/** Acts on strategies and dunning runs, and what is refused, in Italian. */
export const dunningActsIt = {
  'dunning.cancelled': 'Giro di solleciti fermato',
  'dunning.page': 'Clienti di un giro di solleciti decisi',
  'dunning.recalled': 'Lettere di un giro ritirate prima della partenza',
  'dunning.print_dropped': 'Stampa di lettere annullata: nulla è stato spedito',
  'dunning.print_made': 'Lettere su carta raccolte in una stampa',
  'dunning.print_posted': 'Stampa di lettere segnata come spedita',
  'dunning.schedule': 'Pianificazione dei solleciti fissata',
  'dunning.started': 'Giro di solleciti avviato',
  'dunning.write_again': 'Lettera tornata indietro da riscrivere',
  'dunning.taken_up': 'Giro di solleciti ripreso',
  'strategies.proposed': 'Strategie proposte',
  'strategies.simulated': 'Strategie simulate sugli ultimi mesi',
  'strategies.simulation_cancelled': 'Simulazione delle strategie fermata',
  'strategies.simulation_taken_up': 'Simulazione delle strategie ripresa',
  'strategies.switched': 'Strategie attivate',
};

export const dunningSubjectsIt = {
  dunning_action: 'Lettera di sollecito',
  dunning_print: 'Stampa di lettere',
  dunning_run: 'Giro di solleciti',
};

export const dunningRefusalsIt = {
  dunning_has_ended:
    'Questo giro è già finito, o è di un altro giorno. Avviane uno nuovo: prosegue da dove questo si è fermato.',
  letter_did_not_come_back:
    'Nessuno ha segnalato che questa lettera è tornata indietro, oppure è già da riscrivere. Riguardala.',
  notice_asks_for_nothing:
    'Con questo testo non c’è nulla da chiedere: ogni partita è bloccata, coperta o non ancora a questo punto. Scegli un altro testo, o spunta le partite da chiedere.',
  notice_too_firm:
    'Questo testo è troppo severo per {{item}}: prima viene il suo prossimo passo. Scegli un testo più mite, o togli la partita.',
  notice_too_soon:
    '{{item}} è stata sollecitata da poco: per questo testo è presto. Toglila, o scegli un testo più mite.',
  nothing_to_print:
    'Nessuna lettera di questo giro è da stampare: sono spedite, ritirate o in un’altra stampa ancora aperta.',
  print_is_settled: 'Questa stampa è già stata segnata come spedita o annullata. Riapri il giro.',
  dunning_is_running: 'Un giro è in corso. Aspetta che finisca, o fermalo.',
  dunning_was_stopped: 'Il giro è stato fermato, o l’ha ripreso un altro server.',
  no_account_to_pay_to:
    'Nessun conto indicato: le lettere chiederebbero di pagare senza dire dove. Impostalo in Società → Posta, poi avvia il giro a mano.',
  no_strategy_in_force:
    'Nessuna strategia è attiva: nessuno sa a chi scrivere e quando. Attiva una versione in Strategie.',
  simulation_has_ended: 'Questa simulazione è già finita. I suoi numeri sono qui sotto.',
  simulation_is_done: 'Questa simulazione è arrivata in fondo. Simula di nuovo la versione.',
  simulation_is_running: 'È in corso una simulazione. Aspetta che finisca, o fermala.',
  simulation_too_large:
    'In questi mesi c’erano troppi clienti o partite aperte per una simulazione. Attiva la versione con un motivo.',
  simulation_without_past:
    'I libri hanno meno di cinque giorni in cui si poteva scrivere a qualcuno. Simula più avanti, o attiva con un motivo.',
  strategies_in_force: 'Questa versione vale già.',
  strategies_invalid: 'Queste strategie non si possono proporre. Guarda i campi segnalati.',
};
