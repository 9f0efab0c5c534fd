/** Acts on portfolios and the day's list, and what is refused, in Italian. */
export const portfolioActsIt = {
  'portfolio.cover': 'Detto chi sostituisce chi',
  'portfolio.move': 'Clienti affidati a un’altra persona',
  'portfolio.move_undone': 'Spostamento di clienti annullato',
  'portfolio_rules.set': 'Regole dei portafogli fissate',
  'worklist.bring_back': 'Cliente rimesso in elenco',
  'worklist.contact': 'Contatto annotato',
  'worklist.set_aside': 'Cliente messo da parte',
};

export const portfolioSubjectsIt = {
  portfolio_move: 'Spostamento di clienti',
};

export const portfolioRefusalsIt = {
  covers_for_themselves: 'Indica un’altra persona: nessuno sostituisce sé stesso.',
  day_is_past: 'Il giorno è passato: indica oggi o un giorno più avanti.',
  move_is_undone: 'Questo spostamento è già annullato.',
  nothing_to_level: 'Questi portafogli sono già equilibrati quanto i clienti interi permettono: non si sposta nulla.',
  outcome_not_of_kind: 'Un contatto di questo tipo non finisce così: scegli un altro esito.',
  portfolios_changed: 'I portafogli sono cambiati dopo l’anteprima. Guardala di nuovo, poi applica.',
  snoozed_to_the_past: 'Indica il giorno in cui il cliente torna: da domani in poi.',
  snoozed_too_long: 'È più di un anno avanti: indica un giorno più vicino.',
};
