import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { structuredReferencesIn, structuredReferencesOf } from '../references/index.ts';
import { creditorReference, epcPaymentText, printedReference } from './index.ts';

describe('the creditor reference', () => {
  it('is that of the standard’s example', () => {
    expect(creditorReference('539007547034')).toBe('RF18539007547034');
    expect(printedReference('RF18539007547034')).toBe('RF18 5390 0754 7034');
  });

  it('is refused for what payers’ banks could not carry', () => {
    for (const payload of ['', 'a', 'C-100', '1'.repeat(22)])
      expect(() => creditorReference(payload)).toThrow(RangeError);
  });

  it('is read by cash application, as a field and in a text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9A-Z][A-Z0-9]{2,20}$/), (payload) => {
        const reference = creditorReference(payload);
        expect(structuredReferencesOf(printedReference(reference))).toContainEqual({
          scheme: 'rf',
          whole: reference,
          payload,
        });
        expect(structuredReferencesIn(`PAYMENT ${reference}`).map(({ whole }) => whole)).toContain(reference);
      }),
    );
  });

  it('does not survive one mistyped digit', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9][0-9]{5,15}$/),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (payload, place, by) => {
          const reference = creditorReference(payload);
          const at = 4 + (place % payload.length);
          const wrong = `${reference.slice(0, at)}${(Number(reference[at]) + by) % 10}${reference.slice(at + 1)}`;
          expect(structuredReferencesOf(wrong).filter(({ scheme }) => scheme === 'rf')).toEqual([]);
        },
      ),
    );
  });
});

describe('the text of an EPC payment code', () => {
  const payment = {
    payeeName: 'Example GmbH',
    iban: 'DE89 3704 0044 0532 0130 00',
    bic: null,
    amountMinor: 1_240_000n,
    reference: 'RF18539007547034',
  };

  it('has the lines that the standard lists', () => {
    expect(epcPaymentText(payment)?.split('\n')).toEqual([
      ...[
        'BCD',
        '002',
        '1',
        'SCT',
        '',
        'Example GmbH',
        'DE89370400440532013000',
        'EUR12400.00',
        '',
        'RF18539007547034',
      ],
    ]);
    expect(epcPaymentText({ ...payment, amountMinor: 5n })).toContain('EUR0.05');
  });

  it('is none where a banking app would refuse it', () => {
    expect(epcPaymentText({ ...payment, iban: 'DE89370400440532013001' })).toBeNull();
    expect(epcPaymentText({ ...payment, amountMinor: 0n })).toBeNull();
    expect(epcPaymentText({ ...payment, amountMinor: 100_000_000_000n })).toBeNull();
    expect(epcPaymentText({ ...payment, payeeName: ' ' })).toBeNull();
  });
});
