/** Atti sui calendari, e ciò che il server vi rifiuta. */
export const calendarActsIt = {
  'absence.note': 'Assenza segnata',
  'absence.withdraw': 'Assenza annullata',
  'company.hours': 'Orario della società fissato',
  'country.hours': 'Orario di un paese scritto',
  'country.usual_hours': 'Orario di un paese tornato al consueto',
  'customer.hours': 'Orario di un cliente cambiato',
  'holidays.add_list': 'Elenco di festività aggiunto',
  'holidays.change': 'Festività cambiata',
  'holidays.check': 'Festività di un anno controllate',
  'holidays.import': 'Festività inserite',
  'holidays.seed': 'Festività compilate dalla libreria',
  'shift.add': 'Turno aggiunto',
  'shift.change': 'Turno cambiato',
  'shift.retire': 'Turno tolto dall’uso',
  'team.add': 'Squadra aggiunta',
  'team.change': 'Squadra cambiata',
  'team.retire': 'Squadra tolta dall’uso',
  'work.assign': 'Persona assegnata a squadra o turno',
  'work.end': 'Assegnazione terminata',
};

export const calendarSubjectsIt = {
  country: 'Paese',
  holiday_list: 'Elenco di festività',
  shift: 'Turno',
  team: 'Squadra',
};

export const calendarRefusalsIt = {
  absence_of_another: 'Puoi segnare le tue assenze. Quelle degli altri le segna un responsabile.',
  absence_too_long: 'Un’assenza finisce dopo l’inizio, entro 366 giorni.',
  country_unknown: 'La libreria non conosce questo paese. Fai un elenco tuo, senza paese.',
  holiday_list_is_own: 'È un elenco vostro: la libreria non ne sa nulla. Aggiungi i giorni o inseriscili da un elenco.',
  holiday_list_taken: 'C’è già un elenco con questa sigla.',
  holiday_lists_too_many: 'Ci sono già 100 elenchi. Usane uno.',
  person_not_in_company: 'Questa persona non lavora nella società.',
  region_unknown: 'La libreria non conosce questa regione.',
  shift_hours_wrong:
    'Un giorno ha un orario sbagliato: inizia prima di mezzanotte, finisce dopo l’inizio, dura al massimo 24 ore e non si sovrappone.',
  shift_in_use: 'Il turno è in uso: dai prima un altro turno alla società, alla squadra o alle persone.',
  shift_name_taken: 'C’è già un turno con questo nome.',
  shift_without_hours: 'Nessun giorno ha ore. Scrivi almeno un giorno da quando a quando si lavora.',
  shifts_too_many: 'Ci sono già 100 turni.',
  team_in_use: 'Oggi ci lavorano persone. Termina prima le loro assegnazioni.',
  team_name_taken: 'C’è già una squadra con questo nome.',
  teams_too_many: 'Ci sono già 200 squadre.',
  year_out_of_reach: 'L’anno è troppo lontano: da cinque anni fa a cinque anni da oggi.',
};
