import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MoneyText } from '../money/money-text.ts';
import type { GridColumn, SortBy } from './grid.types.ts';
import { minorOf } from './minor.ts';
import { orderOf } from './ordering.ts';

interface Row {
  readonly id: string;
  readonly name: string | null;
  readonly open: MoneyText | null;
  readonly due: string | null;
  readonly late: number | null;
}
const base = { header: '', width: 1 };
const columns: readonly GridColumn<Row>[] = [
  { ...base, id: 'open', kind: 'money', value: (row) => row.open },
  { ...base, id: 'name', kind: 'text', value: (row) => row.name },
  { ...base, id: 'due', kind: 'date', value: (row) => row.due },
  { ...base, id: 'late', kind: 'days', value: (row) => row.late },
];
const collator = new Intl.Collator('it', { numeric: true, sensitivity: 'base' });
const reader = () => ({ columns, collator, memory: new Map() });
const money = (amount: string, currency = 'EUR'): MoneyText => ({ amount, currency });
const aRow = (id: string, row: Partial<Row>): Row => ({ id, name: null, open: null, due: null, late: null, ...row });
const sortBy = (text: string): SortBy => ({ id: text.replace('-', ''), isDescending: text.startsWith('-') });

function order(rows: readonly Row[], sort: readonly string[], shared = reader()): string {
  return [...orderOf(rows, sort.map(sortBy), shared)].map((place) => rows[place]?.id).join('');
}

describe('the order of a list', () => {
  const rows = [
    aRow('a', { open: money('9.00'), due: '2026-02-01' }),
    aRow('b', { open: money('10.00'), due: '2026-01-02' }),
    aRow('c', { open: money('9.00'), due: '2026-01-01' }),
  ];

  it('the largest amount first, as a number; equal ones by the oldest due day, or as they came', () => {
    expect(order(rows, ['-open', 'due'])).toBe('bca');
    expect(order(rows, ['-open'])).toBe('bac');
    expect(order(rows, ['due'])).toBe('cba');
    expect(order(rows, ['gone'])).toBe('abc');
  });

  it('rows that come later are ordered among the others', () => {
    const shared = reader();
    order(rows, ['due'], shared);
    expect(order([...rows, aRow('d', { due: '2026-01-01' })], ['due'], shared)).toBe('cdba');
  });

  it('amounts of the commonest currency come first, whichever way, then the others; blanks last', () => {
    const mixed = [
      aRow('a', {}),
      aRow('b', { open: money('900', 'JPY') }),
      aRow('c', { open: money('5.00') }),
      aRow('d', { open: money('2.00') }),
    ];
    expect(order(mixed, ['open'])).toBe('dcba');
    expect(order(mixed, ['-open'])).toBe('cdba');
  });

  it('amounts beyond what a plain number holds are told apart to the cent', () => {
    const large = [aRow('a', { open: money('90071992547409.93') }), aRow('b', { open: money('90071992547409.92') })];
    expect(order(large, ['open'])).toBe('ba');
  });
});

describe('any list', () => {
  const rowsOf = fc.array(
    fc.record({
      id: fc.uuid(),
      name: fc.option(fc.oneof(fc.constantFrom('INV-10', 'inv-9', 'Città', 'citta', ''), fc.string({ maxLength: 4 }))),
      open: fc.option(
        fc.record({ amount: fc.integer({ min: -999, max: 999 }).map((n) => `${n}.50`), currency: fc.constant('EUR') }),
      ),
      due: fc.option(fc.constantFrom('2026-01-31', '2026-02-01', '2025-12-01')),
      late: fc.option(fc.integer({ min: -5, max: 5 })),
    }),
    { maxLength: 30 },
  );
  const sorts = fc.uniqueArray(fc.constantFrom('name', '-name', 'due', '-due', 'late', '-late', '-open', 'open'), {
    maxLength: 3,
    selector: (text) => text.replace('-', ''),
  });

  it('is in the order that comparing its rows one by one gives', () => {
    fc.assert(
      fc.property(rowsOf, sorts, (rows, sort) => {
        const naive = [...rows].sort((left, right) => {
          for (const { id, isDescending } of sort.map(sortBy)) {
            const sign = compareOne(id as keyof Row, left, right);
            if (sign !== 0) return isDescending ? -sign : sign;
          }
          return 0;
        });
        const isByAmount = sort[0]?.endsWith('open');
        const expected = isByAmount
          ? [...naive.filter(({ open }) => open), ...naive.filter(({ open }) => !open)]
          : naive;
        expect(order(rows, sort)).toBe(expected.map(({ id }) => id).join(''));
      }),
    );
  });

  function compareOne(id: keyof Row, left: Row, right: Row): number {
    const [one, two] = [left[id], right[id]];
    if (one === null || two === null) return Number(two === null) - Number(one === null);
    if (typeof one === 'object' && typeof two === 'object') return Number(minorOf(one) - minorOf(two));
    if (typeof one === 'number' && typeof two === 'number') return one - two;
    return id === 'due' ? (one < two ? -1 : one > two ? 1 : 0) : collator.compare(String(one), String(two));
  }
});
