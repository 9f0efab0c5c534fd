import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../calendar/index.ts';
import { discountFor, dueOn, formatTerms, type PaymentTerms, parseTerms } from './index.ts';

const terms = (text: string): PaymentTerms => {
  const parsed = parseTerms(text);
  if (parsed === null) throw new Error(`not understood: ${text}`);
  return parsed;
};

describe('reading payment terms', () => {
  it.each([
    ['2% 10 net 30', '2% 10 net 30'],
    ['2/10 n/30', '2% 10 net 30'],
    ['2% 10, net 30', '2% 10 net 30'],
    ['3% 10 2% 20 net 30', '3% 10 2% 20 net 30'],
    ['2,5 % Skonto innerhalb 14 Tage, 30 Tage netto', '2.5% 14 net 30'],
    ['net 15', 'net 15'],
    ['Net15', 'net 15'],
    ['NET 0', 'net 0'],
    ['30 Tage netto', 'net 30'],
    ['30 gg', 'net 30'],
    ['60', 'net 60'],
    ['Due on receipt', 'net 0'],
    ['Rimessa diretta', 'net 0'],
    ['30 gg fm', '30 gg fm'],
    ['60 gg d.f.f.m.', '60 gg fm'],
    ['30 gg FM + 10', '30 gg fm + 10'],
    ['45 jours fin de mois', '45 gg fm'],
    ['fin de mois 45 jours', 'net 45 eom'],
    ['60 días fin de mes', '60 gg fm'],
    ['net 30 EOM', 'net 30 eom'],
    ['fine mese', '0 gg fm'],
  ])('%s', (text, canonical) => {
    expect(formatTerms(terms(text))).toBe(canonical);
  });

  it.each(['', 'NAA8', 'CA10', '90M7', 'see contract', '2% 10', '2% 20 3% 30 net 40', 'net 9999', '12/31/2026'])(
    'does not guess at %j',
    (text) => expect(parseTerms(text)).toBeNull(),
  );

  it('reads back what it prints', () => {
    const tier = fc.record({
      rateMillionths: fc.integer({ min: 1, max: 999_999 }),
      days: fc.integer({ min: 0, max: 99 }),
    });
    fc.assert(
      fc.property(
        fc.array(tier, { maxLength: 1 }),
        fc.integer({ min: 1, max: 365 }),
        fc.constantFrom('none' as const, 'after_days' as const, 'before_days' as const),
        fc.integer({ min: 0, max: 28 }),
        (discounts, netDays, monthEnd, extra) => {
          const made = { discounts, netDays, monthEnd, extraDays: monthEnd === 'none' ? 0 : extra };
          expect(parseTerms(formatTerms(made))).toEqual(made);
        },
      ),
    );
  });
});

describe('the due date', () => {
  it.each([
    ['net 30', '2026-01-31', '2026-03-02'],
    ['30 gg fm', '2026-01-31', '2026-02-28'],
    ['30 gg fm', '2026-01-15', '2026-02-28'],
    ['60 gg fm', '2026-07-01', '2026-09-30'],
    ['30 gg fm + 10', '2026-01-15', '2026-03-10'],
    ['45 jours fin de mois', '2026-01-20', '2026-03-31'],
    ['net 30 EOM', '2026-01-15', '2026-03-02'],
    ['net 0', '2026-05-05', '2026-05-05'],
  ])('%s from %s is %s', (text, issuedOn, due) => {
    expect(dueOn(localDate(issuedOn), terms(text))).toBe(due);
  });
});

describe('the discount a payment earns', () => {
  const earned = (text: string, paidOn: string, graceDays = 0) =>
    discountFor(10_000n, terms(text), { issuedOn: localDate('2026-01-01'), paidOn: localDate(paidOn), graceDays });

  it('falls tier by tier', () => {
    expect(earned('3% 10 2% 20 net 30', '2026-01-11')).toBe(300n);
    expect(earned('3% 10 2% 20 net 30', '2026-01-12')).toBe(200n);
    expect(earned('3% 10 2% 20 net 30', '2026-01-21')).toBe(200n);
    expect(earned('3% 10 2% 20 net 30', '2026-01-22')).toBe(0n);
  });

  it('is earned some days later when the company grants them', () => {
    expect(earned('2% 10 net 30', '2026-01-14', 3)).toBe(200n);
    expect(earned('2% 10 net 30', '2026-01-15', 3)).toBe(0n);
  });

  it('rounds half a cent up', () => {
    const issued = { issuedOn: localDate('2026-01-01'), paidOn: localDate('2026-01-02') };
    expect(discountFor(25n, terms('2% 10 net 30'), issued)).toBe(1n);
    expect(discountFor(24n, terms('2% 10 net 30'), issued)).toBe(0n);
  });
});
