/** What tasks of dunning are called, in the language of whoever has them: English or Italian, as the screens are. */
import { letterAmount } from '@quittance/core/correspondence';
import type { StepKind } from '@quittance/core/strategies';

export interface TaskWords {
  /** `1000.00` euro is "1,000.00 EUR" in English, "1.000,00 EUR" in Italian. */
  readonly amount: (amountMinor: bigint, currency: string) => string;
  readonly act: (kind: StepKind, customer: string, amount: string) => string;
  readonly more: (count: number) => string;
  readonly returned: (customer: string, address: string) => string;
  readonly returnedNote: string;
  readonly paperWaits: (letters: number) => string;
  readonly paperWaitsNote: string;
}

const ENGLISH: Readonly<Record<StepKind, string>> = {
  pre_due: 'Remind',
  statement: 'Send a statement to',
  notice: 'Send a notice by post to',
  call: 'Call',
  escalation: 'Escalate',
  hold_proposal: 'Decide whether to stop orders of',
  legal: 'Decide on legal steps against',
};

const ITALIAN: Readonly<Record<StepKind, string>> = {
  pre_due: 'Ricordare la scadenza a',
  statement: 'Inviare l’estratto conto a',
  notice: 'Inviare il sollecito per posta a',
  call: 'Chiamare',
  escalation: 'Portare al livello superiore',
  hold_proposal: 'Decidere se fermare gli ordini di',
  legal: 'Decidere sulle vie legali contro',
};

const WORDS: Readonly<Record<'en' | 'it', TaskWords>> = {
  en: {
    amount: (amountMinor, currency) => letterAmount(amountMinor, currency, 'en'),
    act: (kind, customer, amount) => `${ENGLISH[kind]} ${customer}: ${amount} overdue`,
    more: (count) => `and ${count} more`,
    returned: (customer, address) => `The letter to ${customer} came back from ${address}`,
    returnedNote: 'Find another address, then have the letter written again: on the customer’s page, under Dunning.',
    paperWaits: (letters) => `Letters on paper that wait to be printed and posted: ${letters}`,
    paperWaitsNote:
      'Under Dunning, Runs: print them, post them, and say so. Until then their items get no further step.',
  },
  it: {
    amount: (amountMinor, currency) => letterAmount(amountMinor, currency, 'it'),
    act: (kind, customer, amount) => `${ITALIAN[kind]} ${customer}: ${amount} scaduti`,
    more: (count) => `e altri ${count}`,
    returned: (customer, address) => `La lettera a ${customer} è tornata indietro da ${address}`,
    returnedNote: 'Trovare un altro indirizzo, poi far riscrivere la lettera: nella pagina del cliente, in Solleciti.',
    paperWaits: (letters) => `Lettere su carta da stampare e spedire: ${letters}`,
    paperWaitsNote: 'In Solleciti, Giri: stamparle, spedirle e confermarlo. Fino ad allora le partite non avanzano.',
  },
};

export function taskWords(locale: string): TaskWords {
  return locale.startsWith('it') ? WORDS.it : WORDS.en;
}
