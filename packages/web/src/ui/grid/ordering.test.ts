import { expect, it } from 'vitest';
import type { GridColumn } from './grid.types.ts';
import { orderedRows } from './ordering.ts';

interface Row {
  readonly id: string;
  readonly open: { readonly amount: string; readonly currency: string } | null;
  readonly due: string;
}
const base = { header: '', width: 1 };
const columns: readonly GridColumn<Row>[] = [
  { ...base, id: 'open', kind: 'money', value: (row) => row.open },
  { ...base, id: 'due', kind: 'date', value: (row) => row.due },
];
const euro = (id: string, amount: string, due: string): Row => ({ id, open: { amount, currency: 'EUR' }, due });
const rows = [euro('a', '9.00', '2026-02-01'), euro('b', '10.00', '2026-01-02'), euro('c', '9.00', '2026-01-01')];
const reader = () => ({ columns, collator: new Intl.Collator('en', { numeric: true }), memory: new Map() });
const order = (sort: string[]) =>
  orderedRows(
    rows,
    sort.map((text) => ({ id: text.replace('-', ''), isDescending: text.startsWith('-') })),
    reader(),
  )
    .map(({ id }) => id)
    .join('');

it('the largest amount first, as a number; equal ones by the oldest due day, or as they came', () => {
  expect(order(['-open', 'due'])).toBe('bca');
  expect(order(['-open'])).toBe('bac');
  expect(order(['due'])).toBe('cba');
  expect(order(['gone'])).toBe('abc');
});

it('rows that come later are ordered among the others', () => {
  const shared = reader();
  const first = orderedRows(rows, [{ id: 'due', isDescending: false }], shared);
  const later = orderedRows([...first, euro('d', '1.00', '2026-01-01')], [{ id: 'due', isDescending: false }], shared);
  expect(later.map(({ id }) => id).join('')).toBe('cdba');
});
