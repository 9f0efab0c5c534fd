/** Acts on portfolios and the day's list, and what is refused, in Italian. */
export const portfolioActsIt = {
  'portfolio.cover': 'Detto chi sostituisce chi',
  'portfolio.move': 'Clienti affidati a un’altra persona',
  'portfolio.move_undone': 'Spostamento di clienti annullato',
  'portfolio_rules.set': 'Regole dei portafogli fissate',
  'session.hand_over': 'Incontro passato a un collega',
  'task.hand_over': 'Passata ad altri',
  'work.hand_over': 'Lavoro passato ad altri',
  'work.hand_over_undone': 'Passaggio di consegne annullato',
  'worklist.bring_back': 'Cliente rimesso in elenco',
  'worklist.contact': 'Contatto annotato',
  'worklist.set_aside': 'Cliente messo da parte',
};

export const portfolioSubjectsIt = {
  hand_over: 'Passaggio di consegne',
  portfolio_move: 'Spostamento di clienti',
};

export const portfolioRefusalsIt = {
  covers_for_themselves: 'Indica un’altra persona: nessuno sostituisce sé stesso.',
  day_is_past: 'Il giorno è passato: indica oggi o un giorno più avanti.',
  hand_over_changed: 'Il lavoro di questa persona è cambiato dopo l’anteprima. Guardala di nuovo.',
  hand_over_is_undone: 'Questo passaggio di consegne è già annullato.',
  hand_over_too_large: 'È troppo per un solo passaggio. Cambia prima le regole dei portafogli, in Portafogli.',
  hands_over_to_themselves: 'Indica un’altra persona: è questa che passa le consegne.',
  move_is_undone: 'Questo spostamento è già annullato.',
  no_portfolios_to_end: 'Nessuna regola è in vigore: già ora nessuno segue nessuno.',
  nobody_takes_over: 'Nella squadra nessuno può prendere tutto questo lavoro. Indica un collega.',
  nothing_to_hand_over: 'Questa persona qui non ha niente che altri debbano portare avanti.',
  nothing_to_level: 'Questi portafogli sono già equilibrati quanto i clienti interi permettono: non si sposta nulla.',
  outcome_not_of_kind: 'Un contatto di questo tipo non finisce così: scegli un altro esito.',
  portfolios_changed: 'I portafogli sono cambiati dopo l’anteprima. Guardala di nuovo, poi applica.',
  snoozed_to_the_past: 'Indica il giorno in cui il cliente torna: da domani in poi.',
  snoozed_too_long: 'È più di un anno avanti: indica un giorno più vicino.',
};
