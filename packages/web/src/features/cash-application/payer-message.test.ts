import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../ui/format/formats.ts';
import { LETTER_LANGUAGES, letterIn, letterLocale } from './letters/letters.ts';
import { mailAddress, payerMessage } from './payer-message.ts';

type Receipt = Parameters<typeof payerMessage>[0]['receipt'];
type Decision = NonNullable<Receipt['decision']>;

const asked = (questionCode: string | null, questionParameters: Decision['questionParameters']): Receipt => ({
  amount: { amount: '1690.50', currency: 'EUR' },
  bookedOn: '2026-11-09',
  payerName: 'KAUFMANN GMBH',
  payerAccount: null,
  text: 'RG 4711',
  decision: { questionCode, questionParameters, allocations: [] } as unknown as Decision,
});

const placesOf = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

describe('asking the payer', () => {
  it('a short payment is asked about with what is missing and on which invoice', async () => {
    const receipt = asked('why_short', { difference: { amount: '34.50', currency: 'EUR' }, numbers: ['4711'] });
    const letter = await letterIn('en');
    const { subject, body } = payerMessage({
      receipt,
      from: 'Ada',
      company: 'Alfa',
      letter,
      formats: formatsOf('en-GB'),
    });
    expect(subject).toBe('Your payment of 1,690.50 EUR, 09 Nov 2026');
    expect(body).toContain('a payment of 1,690.50 EUR from KAUFMANN GMBH');
    expect(body).toContain('“RG 4711”');
    expect(body).toContain('On 4711 34.50 EUR are missing.');
    expect(body.endsWith('Ada\nAlfa')).toBe(true);
  });

  it('is written in the payer’s language while the screens stay in theirs', async () => {
    const receipt = asked('which_of_equal_items', { numbers: ['FV26-1', 'FV26-2'], itemsCount: 2 });
    const letter = await letterIn('it');
    const { body } = payerMessage({ receipt, from: 'Ada', company: 'Alfa', letter, formats: formatsOf('it-IT') });
    expect(body).toContain('Quale di queste fatture paga: FV26-1, FV26-2?');
    expect(body).toContain('1.690,50 EUR');
  });

  it('each language fills in what the English letter fills in, and asks one question', async () => {
    const english = await letterIn('en');
    for (const language of LETTER_LANGUAGES) {
      const letter = await letterIn(language);
      const places = Object.entries(letter).map(([name, text]) => [name, placesOf(text)]);
      expect(places).toEqual(Object.keys(letter).map((name) => [name, placesOf(english[name as 'subject'])]));
      const formats = formatsOf(letterLocale(language, []));
      const receipt = asked('confirm_items', { numbers: ['4711'] });
      const { body } = payerMessage({ receipt, from: 'Ada', company: 'Alfa', letter, formats });
      expect(body.match(/\?/g)).toHaveLength(1);
      expect(body).not.toContain('{{');
    }
  });

  it('opens in the mail program with the address filled, and with nothing smuggled in by it', () => {
    const message = { subject: 'Your payment', body: 'Good morning,\nwhich?' };
    expect(mailAddress({ ...message, address: ' ap@alder.example' })).toBe(
      'mailto:ap@alder.example?subject=Your%20payment&body=Good%20morning%2C%0D%0Awhich%3F',
    );
    expect(mailAddress({ ...message, address: 'ap@alder.example?bcc=x@y.z' })).toMatch(
      /^mailto:ap@alder.example%3Fbcc/,
    );
    expect(mailAddress({ ...message, address: '' })).toMatch(/^mailto:\?subject=/);
  });

  it('a receipt without a question asks which invoices are meant', async () => {
    const letter = await letterIn('en');
    const given = { from: 'Ada', company: 'Alfa', letter, formats: formatsOf('en-GB') };
    expect(payerMessage({ receipt: asked(null, null), ...given }).body).toContain('Which invoices does it pay');
  });
});
