import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMoney } from '../money/money-text.ts';
import type { GridColumn } from './grid.types.ts';
import { type GroupLine, groupedLines } from './grouping.ts';

interface Row {
  readonly id: string;
  readonly customer: string | null;
  readonly due: string;
  readonly open: { readonly amount: string; readonly currency: string };
}
const base = { header: '', width: 100 };
const CUSTOMER: GridColumn<Row> = { ...base, id: 'customer', kind: 'text', value: (row) => row.customer };
const DUE: GridColumn<Row> = { ...base, id: 'due', kind: 'date', value: (row) => row.due };
const OPEN: GridColumn<Row> = { ...base, id: 'open', kind: 'money', isTotalled: true, value: (row) => row.open };

let rowsMade = 0;
function aRow(customer: string | null, amount: string, currency = 'EUR', due = '2026-11-20'): Row {
  rowsMade += 1;
  return { id: String(rowsMade), customer, due, open: { amount, currency } };
}

const grouped = (rows: readonly Row[], columns: readonly GridColumn<Row>[], closed: readonly string[] = []) =>
  groupedLines(rows, {
    columns,
    asTheyCame: rows,
    totalled: [OPEN],
    closed: new Set(closed),
    rowId: (row) => row.id,
    timeZone: 'UTC',
  });
const said = (line: ReturnType<typeof grouped>[number]): string =>
  line.kind === 'row'
    ? line.row.open.amount
    : `${'> '.repeat(line.level + 1)}${line.isFirst ? `${line.value} (${line.count})` : ''} ${line.amounts.open?.amount ?? '-'} ${line.currency}`;

describe('rows in groups', () => {
  it('a customer’s invoices stand under a line for each currency, never added together', () => {
    const rows = [aRow('Rossi', '10.00'), aRow('Kaufmann', '1.00'), aRow('Rossi', '5.00'), aRow('Rossi', '7', 'JPY')];
    expect(grouped(rows, [CUSTOMER]).map(said)).toEqual([
      '> Rossi (3) 15.00 EUR',
      '>  7 JPY',
      '10.00',
      '5.00',
      '7',
      '> Kaufmann (1) 1.00 EUR',
      '1.00',
    ]);
  });

  it('by customer, then by the month of the due day', () => {
    const rows = [aRow('Rossi', '1.00'), aRow('Rossi', '2.00', 'EUR', '2026-12-01'), aRow('Rossi', '4.00')];
    expect(grouped(rows, [CUSTOMER, DUE]).map(said)).toEqual([
      '> Rossi (3) 7.00 EUR',
      '> > 2026-11 (2) 5.00 EUR',
      '1.00',
      '4.00',
      '> > 2026-12 (1) 2.00 EUR',
      '2.00',
    ]);
  });

  it('a closed group shows its totals only; rows without a value have a group of their own', () => {
    const rows = [aRow('Rossi', '1.00'), aRow(null, '2.00'), aRow('-', '3.00')];
    const [first] = grouped(rows, [CUSTOMER]);
    expect(grouped(rows, [CUSTOMER], [(first as GroupLine).groupId]).map(said)).toEqual([
      '> Rossi (1) 1.00 EUR',
      '> null (1) 2.00 EUR',
      '2.00',
      '> - (1) 3.00 EUR',
      '3.00',
    ]);
  });

  it('no cent is lost: groups add up to the rows in every currency, and each row stands in one group', () => {
    const rows = fc.array(
      fc.record({
        customer: fc.constantFrom('a', 'b', 'a/b', null),
        due: fc.constantFrom('2026-01-31', '2026-02-01'),
        open: fc.record({
          amount: fc.integer({ min: -9999, max: 9999 }).map(String),
          currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
        }),
      }),
    );
    fc.assert(
      fc.property(rows, (drafts) => {
        const all = drafts.map((draft, index): Row => ({ ...draft, id: String(index) }));
        const lines = grouped(all, [CUSTOMER, DUE]);
        expect(lines.filter((line) => line.kind === 'row')).toHaveLength(all.length);
        for (const level of [0, 1]) {
          for (const currency of ['EUR', 'JPY', 'KWD']) {
            const groups = lines.filter(
              (line) => line.kind === 'group' && line.level === level && line.currency === currency,
            );
            const ofGroups = groups
              .map((line) => (line as GroupLine).amounts.open)
              .filter((value) => value !== undefined);
            const ofRows = all.map((row) => row.open).filter((open) => open.currency === currency);
            const total = (values: readonly Row['open'][]): bigint =>
              values.reduce((sum, value) => sum + toMoney(value).amountMinor, 0n);
            expect(total(ofGroups)).toBe(total(ofRows));
          }
        }
      }),
    );
  });
});
