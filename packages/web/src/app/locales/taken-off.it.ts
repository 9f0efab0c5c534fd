/** Testi in italiano di ciò che i clienti hanno trattenuto dai pagamenti. */

export const takenOffIt = {
  takenOff: {
    title: 'Trattenute',
    open: 'Contestazione aperta',
    posted: 'Registrata',
    withdrawn: 'Ritirata',
    certificateToCome: 'Certificazione attesa',
    on: 'Data',
    reason: 'Motivo',
    item: 'Partita',
    receipt: 'Incasso',
    amount: 'Trattenuto',
    left: 'Ancora aperto',
    state: 'Stato',
    stated: 'Parole del cliente',
    certificate: 'Certificazione',
    toCome: 'attesa',
    by: 'Da',
    empty:
      'Niente qui. Ciò che un cliente trattiene da un pagamento appare qui con il motivo, appena l’incasso è abbinato.',
  },
};
