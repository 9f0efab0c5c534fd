import { dateInZone, localDate } from '@quittance/core/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnFilter, dayInZone, readColumnFilter, rowTest, writeColumnFilter } from './column-filter.ts';
import type { GridColumn } from './grid.types.ts';

interface Row {
  readonly name: string;
  readonly open: { amount: string; currency: string } | null;
  readonly dueOn: string | null;
  readonly late: number;
  readonly at: string;
}

const ROWS: readonly Row[] = [
  {
    name: 'Rossi S.p.A.',
    open: { amount: '100.00', currency: 'EUR' },
    dueOn: '2026-11-20',
    late: 3,
    at: '2026-11-22T23:30:00Z',
  },
  {
    name: 'Società Rossi',
    open: { amount: '500.01', currency: 'EUR' },
    dueOn: '2026-11-30',
    late: -7,
    at: '2026-11-22T12:00:00Z',
  },
  { name: 'Kaufmann', open: { amount: '300', currency: 'JPY' }, dueOn: null, late: 0, at: '2026-10-01T12:00:00Z' },
  { name: '', open: null, dueOn: '2026-12-01', late: -8, at: '2026-09-01T12:00:00Z' },
];
const base = { header: '', width: 100 };
const NAME: GridColumn<Row> = { ...base, id: 'name', kind: 'text', value: (row) => row.name };
const OPEN: GridColumn<Row> = { ...base, id: 'open', kind: 'money', value: (row) => row.open };
const DUE: GridColumn<Row> = { ...base, id: 'due', kind: 'date', value: (row) => row.dueOn };
const LATE: GridColumn<Row> = { ...base, id: 'late', kind: 'days', value: (row) => row.late };
const AT: GridColumn<Row> = { ...base, id: 'at', kind: 'instant', value: (row) => row.at };
const READER = { today: localDate('2026-11-23'), timeZone: 'Europe/Rome' };

function left(column: GridColumn<Row>, text: string): number[] {
  const test = rowTest(column, text, READER) ?? (() => true);
  return ROWS.flatMap((row, index) => (test(row) ? [index] : []));
}

describe('a column filter', () => {
  it('of text: contains, begins, one of, blank, whatever case and accents', () => {
    expect(left(NAME, 'rossi')).toEqual([0, 1]);
    expect(left(NAME, 'SOCIETA*')).toEqual([1]);
    expect(left(NAME, '*Kaufmann*Rossi S.p.A.')).toEqual([0, 2]);
    expect(left(NAME, '-')).toEqual([3]);
    expect(left(NAME, '*')).toEqual([0, 1, 2]);
  });

  it('of a word in the reader’s language goes by its code, so that a link means the same in Italian', () => {
    const status: GridColumn<Row> = {
      ...NAME,
      value: () => 'Aperto',
      code: (row) => (row.late > 0 ? 'open' : 'closed'),
    };
    expect(left(status, '*open')).toEqual([0]);
  });

  it('of amounts: to the cent, over currencies or of one', () => {
    expect(left(OPEN, '100..500')).toEqual([0, 2]);
    expect(left(OPEN, '100..500EUR')).toEqual([0]);
    expect(left(OPEN, '500.01')).toEqual([1]);
    expect(left(OPEN, '300.5..')).toEqual([1]);
    expect(left(OPEN, 'JPY')).toEqual([2]);
    expect(left(OPEN, '-')).toEqual([3]);
  });

  it('of days: fixed, by month, or moving with the calendar', () => {
    expect(left(DUE, '2026-11-20..2026-11-30')).toEqual([0, 1]);
    expect(left(DUE, '2026-11')).toEqual([0, 1]);
    expect(left(DUE, '..today')).toEqual([0]);
    expect(left(DUE, 'today..in-7-days')).toEqual([1]);
    expect(left(DUE, 'this-month')).toEqual([0, 1]);
    expect(left(DUE, '..')).toEqual([0, 1, 2, 3]);
    expect(left(LATE, '1..')).toEqual([0]);
  });

  it('of instants goes by the day where the company is: half past eleven in the evening UTC is the next day in Rome', () => {
    expect(left(AT, '2026-11-23')).toEqual([0]);
    expect(left(AT, '30-days-ago..2026-11-22')).toEqual([1]);
  });

  it('that does not read hides nothing', () => {
    for (const text of ['abc', '1..2..3', '2026-02-30..x y']) expect(left(OPEN, text), text).toEqual([0, 1, 2, 3]);
    expect(left(DUE, '2026-02-30')).toEqual([0, 1, 2, 3]);
  });

  it('comes back as it was written, whatever signs the values hold', () => {
    const texts = fc.string({ minLength: 1, maxLength: 12 });
    const filters = fc.oneof(
      texts.map((text): ColumnFilter => ({ kind: 'contains', text })),
      texts.map((text): ColumnFilter => ({ kind: 'begins', text })),
      fc.array(texts, { minLength: 1, maxLength: 4 }).map((values): ColumnFilter => ({ kind: 'oneOf', values })),
    );
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readColumnFilter('text', writeColumnFilter(filter))).toEqual(filter);
      }),
    );
  });
});

it('the days of many instants are the same as when each is read for itself', () => {
  const zones = fc.constantFrom('Europe/Rome', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC');
  const instants = fc.array(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }), { maxLength: 50 });
  fc.assert(
    fc.property(instants, zones, (some, zone) => {
      const dayOf = dayInZone(zone);
      for (const ms of some) {
        const instant = new Date(ms).toISOString();
        expect([instant, dayOf(instant)]).toEqual([instant, dateInZone(BigInt(ms) * 1000n, zone)]);
      }
    }),
  );
});
