/** Ogni regola di abbinamento con ciò che chiede e un esempio, e ogni valore, in italiano. */
export const ruleWordsIt: Readonly<Record<string, string>> = {
  advice_lists_the_items_name: 'L’avviso elenca le partite',
  advice_lists_the_items_needs:
    'L’avviso del pagatore è collegato dal numero del pagamento e le sue righe danno l’incasso al centesimo. Un avviso di 40 fatture per 12.310,00.',
  advice_lists_the_items_of_known_payer_name: 'Avviso di un pagatore noto',
  advice_lists_the_items_of_known_payer_needs:
    'Lo stesso, anche se l’avviso è stato trovato solo per importo e giorno; il pagatore deve essere noto.',
  cited_and_exact_name: 'Citate per intero ed esatte',
  cited_and_exact_needs:
    'Ogni partita è citata con il numero intero e insieme danno l’incasso. «INV 4711001 4711002», 300,00 per 100,00 e 200,00.',
  cited_and_exact_by_known_payer_name: 'Citate ed esatte, pagatore noto',
  cited_and_exact_by_known_payer_needs:
    'Numeri in qualsiasi forma, tronchi o con un errore, di un pagatore noto; il totale è esatto. «11001» per 4711001.',
  number_and_amount_confirm_each_other_name: 'Numero e importo si confermano',
  number_and_amount_confirm_each_other_needs:
    'Un numero abbastanza lungo e proprio il suo importo, anche meno lo sconto; il pagatore può essere ignoto.',
  several_numbers_agree_with_the_amount_name: 'Più numeri concordano',
  several_numbers_agree_with_the_amount_needs: 'Più numeri di un solo cliente, le cui partite insieme danno l’incasso.',
  number_read_and_unique_amount_name: 'Numero letto, importo unico',
  number_read_and_unique_amount_needs:
    'Un numero scritto non proprio uguale, e nessun’altra partita aperta ha quell’importo.',
  cited_and_difference_accounted_for_name: 'Citate, differenza spiegata',
  cited_and_difference_accounted_for_needs:
    'Ciò che manca è noto: un importo dichiarato, una nota di credito, uno sconto, spese bancarie. 980,00 per 1.000,00 meno 2%.',
  part_of_the_cited_item_name: 'Acconto su una partita citata',
  part_of_the_cited_item_needs:
    'Un pagatore noto cita una partita e paga meno dell’aperto. 400,00 di 1.000,00; il resto rimane aperto.',
  cited_and_excess_on_account_name: 'Citate, e un poco di più',
  cited_and_excess_on_account_needs:
    'Un pagatore noto paga poco più delle partite citate; l’eccedenza resta in acconto.',
  unique_amount_by_payer_for_many_name: 'Importo unico, pagatore per molti',
  unique_amount_by_payer_for_many_needs: 'Un pagatore per più clienti, un importo che ha una sola partita aperta.',
  unique_amount_by_known_payer_name: 'Importo unico, pagatore noto',
  unique_amount_by_known_payer_needs:
    'Nessun testo, ma un pagatore noto e un importo che nessun’altra partita aperta ha.',
  unique_amount_of_known_payer_name: 'Unico tra le partite del pagatore',
  unique_amount_of_known_payer_needs: 'Un pagatore noto, e una sola delle sue partite aperte ha quell’importo.',
  only_sum_of_the_account_by_known_payer_name: 'L’unica somma del conto',
  only_sum_of_the_account_by_known_payer_needs:
    'Nulla è citato; l’intero conto, una scadenza o l’unico insieme di partite dà l’importo, di un pagatore noto.',
  account_as_usual_of_known_payer_name: 'Il conto, come al solito',
  account_as_usual_of_known_payer_needs:
    'Lo stesso dove la somma può darsi per caso, quando il cliente paga sempre così. Solo con la cifra qui sotto.',
  whole_days_accounted_for_by_known_payer_name: 'Giorni interi, meno spese o sconto',
  whole_days_accounted_for_by_known_payer_needs:
    'Nulla è citato; tutto ciò che è aperto o scade in alcuni giorni, meno lo sconto dei termini o le spese bancarie.',
  whole_days_of_the_account_by_name_name: 'Scadenze intere, per nome',
  whole_days_of_the_account_by_name_needs:
    'L’intero conto o scadenze intere del cliente al cui nome somiglia quello del pagatore.',
  only_sum_of_the_group_by_known_payer_name: 'L’unica somma del gruppo',
  only_sum_of_the_group_by_known_payer_needs:
    'La sede paga per il gruppo: l’unico insieme di partite delle sue società.',
  cited_and_completed_by_known_payer_name: 'Elenco tronco, completato',
  cited_and_completed_by_known_payer_needs:
    'Il testo nomina le prime partite e si interrompe; il conto lo completa in un solo modo, al centesimo.',
  cited_completed_and_accounted_for_name: 'Elenco tronco, differenza spiegata',
  cited_completed_and_accounted_for_needs: 'Lo stesso meno uno sconto, una nota di credito o spese bancarie note.',
  advance_on_account_of_known_payer_name: 'Anticipo, in acconto',
  advance_on_account_of_known_payer_needs:
    'Il testo dice anticipo e il conto è noto: il denaro resta in acconto del cliente.',
  settled_before_on_account_of_known_payer_name: 'Già saldate, in acconto',
  settled_before_on_account_of_known_payer_needs:
    'Tutto ciò che è citato è già saldato: resta in acconto del pagatore noto.',
  paid_again_on_account_of_known_payer_name: 'Pagato di nuovo, in acconto',
  paid_again_on_account_of_known_payer_needs:
    'Lo stesso pagatore e importo entro i giorni indicati sotto: resta in acconto.',
  no_receivable_by_its_words_name: 'Non è un credito, per le parole',
  no_receivable_by_its_words_needs: 'Rimborso d’imposta, interessi, giroconto: registrato tra i sospesi.',
  no_receivable_of_this_payer_name: 'Non è un credito, per il pagatore',
  no_receivable_of_this_payer_needs: 'Qualcuno lo ha già detto di questo pagatore: registrato tra i sospesi.',
  unique_amount_and_mistyped_number_name: 'Importo unico e numero scritto male',
  unique_amount_and_mistyped_number_needs:
    'Un importo che nient’altro ha, e nel testo il suo numero con un solo errore. 1930284943 per 1930289443.',
  unique_amount_and_closing_digits_name: 'Importo unico e cifre finali',
  unique_amount_and_closing_digits_needs:
    'Un importo che nient’altro ha, e nel testo le cifre finali del numero. «…1001» e 412,30.',
};

export const limitWordsIt: Readonly<Record<string, string>> = {
  adviceWaitDays_name: 'Giorni di attesa dell’avviso',
  adviceWaitDays_means: 'di chi di solito lo invia o lo annuncia, dove parlerebbe solo l’importo',
  discountGraceDays_name: 'Giorni di tolleranza dello sconto',
  discountGraceDays_means: 'dopo l’ultimo giorno, in cui conta ancora come maturato e si registra',
  duplicateWithinDays_name: 'Giorni entro cui lo stesso pagamento è un doppio',
  duplicateWithinDays_means: 'stesso pagatore, stesso importo',
  referenceLengthMin_name: 'Caratteri di un numero che basta da sé',
  referenceLengthMin_means: 'uno più corto vuole anche un pagatore noto',
  referenceTailDigitsMin_name: 'Cifre finali che indicano un numero',
  referenceTailDigitsMin_means: '5 è il minimo che si cerca',
  bankFeeUnitsMax_name: 'Spese bancarie fino a',
  bankFeeUnitsMax_means: 'unità intere della valuta, di cinque in cinque',
  smallDifferenceUnitsMax_name: 'Piccola differenza sotto',
  smallDifferenceUnitsMax_means: 'unità intere della valuta',
  differencePercentMax_name: 'Spese e differenze fino a percento',
  differencePercentMax_means: 'di quanto è pagato',
  excessPercentMax_name: 'Eccedenza fino a percento',
  excessPercentMax_means: 'delle partite citate, tenuta in acconto',
  excessUnitsMax_name: 'Eccedenza fino a unità',
  excessUnitsMax_means: 'unità intere della valuta, mai più di un quarto',
  payerSharePercentMin_name: 'Percento dei pagamenti che lega un pagatore a un cliente',
  payerSharePercentMin_means: 'di quelli confermati',
  amountOpenItemsMax_name: 'Partite aperte oltre le quali un importo dice poco',
  amountOpenItemsMax_means: 'di un cliente',
  chancePerMilleMax_name: 'Insiemi dovuti al caso, per mille',
  chancePerMilleMax_means: 'oltre, una somma di partite non si registra da sé',
  habitTimesMin_name: 'Volte da cui un’abitudine conferma',
  habitTimesMin_means: 'una somma che può dare anche il caso, se nient’altro spiega l’incasso; 0: mai',
  completionChancePerMilleMax_name: 'Lo stesso per elenchi tronchi, per mille',
  completionChancePerMilleMax_means: 'il caso che l’elenco completato sia un altro',
  exchangeSpreadPercentMax_name: 'Distanza dal cambio del giorno, per cento',
  exchangeSpreadPercentMax_means:
    'fin qui si abbina tra valute diverse; oltre, il resto si stralcia entro i propri limiti',
};
