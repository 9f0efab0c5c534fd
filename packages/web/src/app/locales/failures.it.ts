import type { Sayings } from '../sentences/code-texts.ts';

/**
 * Ciò che i controlli del libro trovano, per la frase inglese del server: `%s` è un valore, che in italiano sta dove dice il suo
 * numero. `scripts/codes.test.ts` controlla che ci siano tutte.
 */
export const failuresIt: Sayings = {
  '%s %s paid %s times for customer %s by the confirmations, %s times by the link':
    '{{v1}} {{v2}} ha pagato {{v3}} volte per il cliente {{v4}} secondo le conferme, {{v5}} secondo il collegamento',
  '%s: %s %s on %s': '{{v1}}: {{v2}} {{v3}} il {{v4}}',
  '%s: customer %s due %s %s is off by %s': '{{v1}}: cliente {{v2}}, scadenza {{v3}}, {{v4}}: differenza di {{v5}}',
  '%s: functional %s on %s': '{{v1}}: valuta funzionale {{v2}} il {{v3}}',
  'command %s left no audit line': 'il comando {{v1}} non ha lasciato traccia nel registro delle modifiche',
  'decision %s of receipt %s deducts %s, of which %s are kept':
    'la decisione {{v1}} sull’incasso {{v2}} trattiene {{v3}}, di cui {{v4}} sono registrati',
  'decision %s of receipt %s is undone, its %s %s stands':
    'la decisione {{v1}} sull’incasso {{v2}} è annullata, ma {{v3}} {{v4}} è in essere',
  'decision %s of receipt %s was posted for %s, its entries apply %s':
    'la decisione {{v1}} sull’incasso {{v2}} è registrata per {{v3}}, le sue scritture abbinano {{v4}}',
  'deduction %s is %s with %s, its entry stands with %s':
    'la trattenuta {{v1}} è {{v2}} con {{v3}}, la sua scrittura sta a {{v4}}',
  'deduction %s of %s on item %s has no hold in force':
    'la trattenuta {{v1}} di {{v2}} sulla partita {{v3}} non ha un blocco in vigore',
  'document %s of %s has items of %s': 'il documento {{v1}} di {{v2}} ha partite per {{v3}}',
  'entry %s is of %s requests and there are %s of it': 'la scrittura {{v1}} è di {{v2}} richieste e ce ne sono {{v3}}',
  'entry %s moves item %s: %s': 'la scrittura {{v1}} sposta la partita {{v2}}: {{v3}}',
  'entry %s of %s was undone by %s': 'della scrittura {{v1}} di {{v2}} sono stati annullati {{v3}}',
  'entry %s on %s is off by %s': 'la scrittura {{v1}} del {{v2}} non quadra per {{v3}}',
  'entry %s on %s is off by %s %s': 'la scrittura {{v1}} del {{v2}} non quadra per {{v3}} {{v4}}',
  'entry %s reverses %s: %s on %s is off by %s':
    'la scrittura {{v1}} storna {{v2}}: {{v3}} il {{v4}}, differenza di {{v5}}',
  'entry %s says %s postings, has %s': 'la scrittura {{v1}} dice {{v2}} registrazioni, ne ha {{v3}}',
  'entry %s takes effect on %s, recorded %s': 'la scrittura {{v1}} ha effetto il {{v2}}, registrata {{v3}}',
  'entry %s takes effect on %s, recorded after %s was closed':
    'la scrittura {{v1}} ha effetto il {{v2}}, registrata dopo la chiusura del {{v3}}',
  'event %s waits for the other company': 'il trasferimento {{v1}} attende l’altra società',
  'hold %s and request %s do not belong together': 'il blocco {{v1}} e la richiesta {{v2}} non vanno insieme',
  'hold %s of a proposal is not in force': 'il blocco {{v1}} di una proposta non è in vigore',
  'hold %s on item %s belongs to no deduction that is open':
    'il blocco {{v1}} sulla partita {{v2}} non è di alcuna trattenuta aperta',
  'hold %s on item %s belongs to no proposal': 'il blocco {{v1}} sulla partita {{v2}} non è di alcuna proposta',
  'item %s has %s on customer %s due %s': 'la partita {{v1}} ha {{v2}} sul cliente {{v3}}, scadenza {{v4}}',
  'item %s has %s open on %s of %s': 'la partita {{v1}} ha {{v2}} aperti il {{v3}} su {{v4}}',
  'item %s of %s bears claims of %s': 'la partita {{v1}} di {{v2}} porta contestazioni per {{v3}}',
  'item %s says %s open, its postings say %s': 'la partita {{v1}} dice {{v2}} aperti, le sue registrazioni {{v3}}',
  'item %s stood on %s places on %s': 'la partita {{v1}} stava in {{v2}} posti il {{v3}}',
  'item %s was known with %s open at %s of %s': 'la partita {{v1}} risultava con {{v2}} aperti il {{v3}} su {{v4}}',
  'payment %s is %s of %s, its entry %s of %s, undone %s':
    'il pagamento {{v1}} è {{v2}} di {{v3}}, la sua scrittura {{v4}} di {{v5}}, annullati {{v6}}',
  'posting %s/%s: %s is carried at %s': 'registrazione {{v1}}/{{v2}}: {{v3}} è iscritta a {{v4}}',
  'receipt %s is not measured as its decisions say': 'l’incasso {{v1}} non è misurato come dicono le sue decisioni',
  'receipt %s has %s current decisions; the latest is %s':
    'l’incasso {{v1}} ha {{v2}} decisioni correnti; l’ultima è {{v3}}',
  'hold %s stands although its promise or plan has nothing open':
    'il blocco {{v1}} resta benché la sua promessa o il suo piano non abbia nulla di aperto',
  'holds of promise or plan %s are %s of %s promised':
    'i blocchi della promessa o del piano {{v1}} sono {{v2}} su {{v3}} promessi',
  'letter %s was withdrawn and is %s': 'la lettera {{v1}} è stata ritirata ed è {{v2}}',
  'step %s of item %s stands, its letter is %s': 'il passo {{v1}} della partita {{v2}} resta, la sua lettera è {{v3}}',
  'step %s of item %s stands by a letter that has not its key':
    'il passo {{v1}} della partita {{v2}} si regge su una lettera che non ne ha la chiave',
  'promise %s is open until %s, and nothing of its items is held':
    'la promessa {{v1}} è aperta fino al {{v2}} e nessuna delle sue partite è trattenuta',
  'note %s asks %s, its lines %s': 'la nota {{v1}} chiede {{v2}}, le sue righe {{v3}}',
  'step %s of item %s was sent %s times': 'il passo {{v1}} della partita {{v2}} è stato inviato {{v3}} volte',
  'request %s of %s was posted without another person’s approval':
    'la richiesta {{v1}} di {{v2}} è registrata senza l’approvazione di un’altra persona',
  'seal %s does not fit its entries': 'il sigillo {{v1}} non corrisponde alle sue scritture',
  'and %s more': 'e altre {{v1}}',
};
