import type { MatchTexts } from '../sentences/code-texts.ts';

/** Ciò che l'abbinamento trova, chiede e scarta, in italiano. */
export const matchIt: MatchTexts = {
  evidence: {
    references_exact: {
      counted: 'itemsCount',
      one: 'cita {{itemsCount}} partita aperta con il numero intero ({{references}})',
      other: 'cita {{itemsCount}} partite aperte con il numero intero ({{references}})',
    },
    reference_short: '{{references}} è corto e potrebbe trovarsi lì per caso',
    reference_shared: '{{reference}} appartiene a {{itemsCount}} partite aperte',
    reference_tail: 'la causale riporta {{reference}}, le ultime cifre di {{number}}',
    reference_unknown: 'la causale riporta anche {{references}}, che nessuna nostra partita porta',
    reference_closed: '{{number}} è citata ed è stata saldata il {{closedOn}}',
    reference_left_out: 'la causale cita anche {{references}}',
    total_exact: 'totale esatto, {{total}}',
    total_short: '{{difference}} in meno di queste partite',
    total_over: '{{difference}} in più di queste partite',
    amount_unique: 'l’unica partita aperta di chiunque con {{total}}',
    amount_by_chance: {
      counted: 'openItemsCount',
      one: '{{customer}} ha {{openItemsCount}} partita aperta, che potrebbe avere questo importo per caso',
      other:
        '{{customer}} ha {{openItemsCount}} partite aperte, una delle quali potrebbe avere questo importo per caso',
    },
    amount_shared: 'una di {{itemsCount}} partite aperte con {{total}}',
    payer_account: {
      counted: 'uses',
      one: 'pagato da un conto usato {{uses}} volta per {{customer}}, l’ultima il {{lastOn}}',
      other: 'pagato da un conto usato {{uses}} volte per {{customer}}, l’ultima il {{lastOn}}',
    },
    payer_name_learnt: {
      counted: 'uses',
      one: 'un pagatore con questo nome ha pagato {{uses}} volta per {{customer}}, l’ultima il {{lastOn}}',
      other: 'un pagatore con questo nome ha pagato {{uses}} volte per {{customer}}, l’ultima il {{lastOn}}',
    },
    payer_name: 'il nome del pagatore è quello di {{customer}} e di nessun altro cliente',
    payer_name_shared: {
      counted: 'customersCount',
      one: 'il nome del pagatore è quello di {{customersCount}} cliente, {{customer}}',
      other: 'il nome del pagatore è comune a {{customersCount}} clienti, tra cui {{customer}}',
    },
    payer_of_others: 'il pagatore è noto per {{customers}}',
    payer_of_several: 'il pagatore è noto per più clienti ({{customers}})',
    payer_unknown: 'il pagatore non è noto',
    several_customers: 'le partite appartengono a più clienti ({{customers}})',
    possible_duplicate: 'lo stesso pagatore ha pagato lo stesso importo il {{bookedOn}} ({{receipt}})',
    item_claimed_twice: '{{number}} è rivendicata anche dall’incasso {{receipt}}',
    ledger_refused: 'il libro l’ha rifiutata',
  },
  question: {
    who_is_payer: 'Chi è il pagatore, per quale cliente e per quali partite è il pagamento, se è davvero nostro?',
    which_items: {
      counted: 'openItemsCount',
      one: 'Questo pagamento salda la partita aperta di {{customer}}?',
      other: 'Quale delle {{openItemsCount}} partite aperte di {{customer}} salda questo pagamento?',
    },
    which_of_equal_items:
      'Quale delle {{itemsCount}} partite che corrispondono allo stesso modo è pagata: {{numbers}}?',
    what_is_reference: 'A che cosa si riferisce {{references}} nella causale?',
    why_short: 'Perché mancano {{difference}} su {{numbers}}: trattenuta, sconto, spese bancarie o pagamento parziale?',
    what_is_rest_for: 'A che cosa si riferiscono i {{difference}} oltre le partite citate?',
    is_it_a_duplicate: 'È lo stesso pagamento dell’incasso {{receipt}} del {{bookedOn}}, inviato due volte?',
    which_receipt_pays: 'Quale incasso paga {{number}}: questo o {{receipt}}?',
    already_settled:
      '{{number}} è stata saldata il {{closedOn}}: è stata pagata due volte o si intende un’altra partita?',
    does_payer_pay_for: 'Questo pagatore paga per il cliente {{customer}}?',
    confirm_items: 'Questo pagamento salda {{numbers}}?',
    text_or_amount: 'La causale cita {{cited}}, l’importo è quello di {{byAmount}}: quale è pagata?',
  },
  change: {
    reference_given: 'il pagatore indica {{numbers}}',
    payer_confirmed: 'si conferma che il pagatore paga per {{customer}}',
    item_closed: '{{numbers}} viene saldata prima',
    equal_item_opened: 'si apre prima un’altra partita con {{total}}',
    difference_explained: 'la differenza di {{difference}} viene spiegata',
    duplicate_ruled_out: 'si accerta che non ripete l’incasso {{receipt}}',
    advice_received: 'il pagatore invia un avviso di pagamento',
  },
  rejection: {
    total_differs: 'il suo totale è diverso',
    not_cited: 'la causale non la cita',
    payer_of_others: 'il pagatore è noto per un altro cliente',
    payer_evidence_weaker: 'nulla lega il pagatore al suo cliente',
  },
  standing: {
    nothingHolds: 'nessuna spiegazione regge',
    noOther: 'nessun’altra spiegazione',
    others: {
      counted: 'count',
      one: '{{count}} altra spiegazione altrettanto valida',
      other: '{{count}} altre spiegazioni altrettanto valide',
    },
    ledgerRefused: 'Il libro ha rifiutato la registrazione: {{reason}}',
    itemsOf: '{{items}} di {{customer}}',
    andMore: '{{shown}} e altri {{count}}',
  },
  settlement: {
    by_itself: 'Registrato da sé.',
    confirmed: 'Proposta confermata.',
    corrected: 'Abbinato a mano.',
    on_account: 'Messo in acconto.',
    not_ours: 'Non nostro.',
  },
};
