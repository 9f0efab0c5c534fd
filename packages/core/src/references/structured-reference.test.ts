import { describe, expect, it } from 'vitest';
import { structuredReferencesIn, structuredReferencesOf } from './structured-reference.ts';

const schemes = (field: string) => structuredReferencesOf(field).map(({ scheme, payload }) => `${scheme} ${payload}`);

describe('references with check digits, as their standards print them', () => {
  it.each([
    ['RF18539007547034', 'rf 539007547034'], // ISO 11649
    ['RF18 5390 0754 7034', 'rf 539007547034'],
    ['21 00000 00003 13947 14300 09017', 'qr 21000000000313947143000901'], // SIX, QR-bill
    ['+++090/9337/55493+++', 'be 909337554'], // Febelfin
    ['1232', 'fi 123'], // Finance Finland
    ['47110010', 'luhn 4711001'],
    ['12345674', 'luhn 1234567'],
    ['1234567892', 'mod11 123456789'],
  ])('%s holds %s', (field, expected) => {
    expect(schemes(field)).toContain(expected);
  });

  it.each(['RF19539007547034', '21 00000 00003 13947 14300 09018', '+++090/9337/55494+++'])(
    '%s has a wrong check digit, and is none',
    (field) => {
      expect(schemes(field).filter((one) => !/^(?:fi|luhn|mod11)/.test(one))).toEqual([]);
    },
  );

  it('are found in a text by their shape', () => {
    const found = structuredReferencesIn('PAGAMENTO RF18 5390 0754 7034 GRAZIE +++090/9337/55493+++');
    expect(found.map(({ scheme }) => scheme)).toEqual(['rf', 'be']);
    expect(structuredReferencesIn('ORDER 47110010 OF 2026')).toEqual([]);
  });
});
