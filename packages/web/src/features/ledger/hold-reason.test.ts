import { describe, expect, it } from 'vitest';
import { translatorOf } from '../../app/i18n.ts';
import { ledgerIt } from '../../app/locales/ledger.it.ts';
import { formatsOf } from '../../ui/format/formats.ts';
import { holdReason } from './hold-reason.ts';

const italian = { t: translatorOf('it', ledgerIt), formats: formatsOf('it-IT') };

describe('why a hold stands, in Italian', () => {
  it.each([
    ['600.00 EUR promised for 2026-03-06', '600,00 EUR promessi per il 06 mar 2026'],
    ['Instalment plan: 900.00 EUR to come', 'Piano di rientro: 900,00 EUR ancora da pagare'],
    ['the promise was judged anew', 'la promessa è stata giudicata di nuovo'],
    ['prezzo sbagliato', 'prezzo sbagliato'],
  ])('%s: %s', (reason, shown) => expect(holdReason(reason, italian)).toBe(shown));
});
