import { describe, expect, it } from 'vitest';
import { lookupsFor } from '../lookups.ts';
import { anItem, applied, aReceipt, decideOne, kinds } from '../matching.fixture.ts';
import { rangesIn } from '../ranges.ts';

const AMOUNTS = ['100.01', '250.37', '75.50', '310.99', '42.13'];
const items = AMOUNTS.map((open, at) => anItem({ number: `471100${at + 1}`, open }));

describe('ranges of numbers', () => {
  it.each([
    ['INV 4711001-4711005', '4711001', '4711005', 5],
    ['4711001 BIS 4711003', '4711001', '4711003', 3],
    ['RE-2026-0011 TO 0015', 'RE-2026-0011', 'RE-2026-0015', 5],
    ['FATTURE 4711 AL 4715', '4711', '4715', 5],
    ['4711001 - 003', '4711001', '4711003', 3],
  ])('%s', (text, from, to, count) => {
    expect(rangesIn(text)).toMatchObject([{ from, to, tokens: { length: count } }]);
  });

  it.each(['2024 2025', '4711005-4711001', 'TEL 0471-99999999', '10-12', '1930000001 TO 1930900000'])(
    '%s is none',
    (text) => {
      expect(rangesIn(text)).toEqual([]);
    },
  );

  it('all that lies between is paid when that is the amount', () => {
    const decision = decideOne(aReceipt({ amount: '779.00', text: 'INV 4711001 bis 4711005' }), items);
    expect(decision).toMatchObject({ decision: 'auto', allocations: { length: 5 } });
    expect(decision.evidence).toContainEqual({
      kind: 'reference_range',
      params: { from: '4711001', to: '4711005', itemsCount: 5 },
    });
  });

  it('a hyphen lists two when those are the amount', () => {
    const decision = decideOne(aReceipt({ amount: '142.14', text: '4711001-4711005' }), items);
    expect(decision.decision).toBe('auto');
    expect(applied(decision, items)).toEqual(['4711001 10001', '4711005 4213']);
  });

  it('a range that comes to something else is proposed, and asked about', () => {
    const decision = decideOne(aReceipt({ amount: '500.00', text: '4711001-4711005' }), items);
    expect(decision.decision).toBe('suggest');
  });

  it('a caller with a database looks up every number of it', () => {
    const { tokens } = lookupsFor([aReceipt({ amount: '1.00', text: 'RG 4711001-4711003' })]);
    expect(tokens).toEqual(expect.arrayContaining(['4711001', '4711002', '4711003']));
  });
});

describe('references with check digits', () => {
  it.each([
    ['RF18539007547034', '539007547034'],
    ['PAGAMENTO RF18 5390 0754 7034 GRAZIE', '539007547034'],
    ['21 00000 00003 13947 14300 09017', '3139471430009017'],
    ['+++090/9337/55493+++', '0909337554'],
    ['47110010', '4711001'],
  ])('%s pays %s', (text, number) => {
    const owed = anItem({ number, open: '100.01' });
    const decision = decideOne(aReceipt({ amount: '100.01', text }), [owed]);
    expect(decision).toMatchObject({ decision: 'auto', allocations: [{ item: owed.id }] });
    expect(kinds(decision)).toContain(text.includes('13947') ? 'references_exact' : 'reference_checked');
  });

  it('in the field that a bank keeps for it', () => {
    const receipt = { ...aReceipt({ amount: '100.01' }), structuredReference: '0000047110010' };
    expect(decideOne(receipt, items)).toMatchObject({ decision: 'auto', allocations: [{ item: 'ACME/4711001' }] });
  });

  it('a wrong check digit names no item', () => {
    const decision = decideOne(aReceipt({ amount: '999.00', text: 'RF19539007547034' }), [
      anItem({ number: '539007547034', open: '999.00', customer: 'BOREAL' }),
    ]);
    expect(kinds(decision)).not.toContain('reference_checked');
  });
});
