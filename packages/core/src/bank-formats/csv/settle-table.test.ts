import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurrencyCode } from '../../money/index.ts';
import type { BankEntry } from '../statement.ts';
import type { StatementMapping } from './given-mapping.ts';
import type { SeenTable, TableOptions } from './settle-table.ts';
import { createStatementRowReader } from './statement-rows.ts';

const EUR = 'EUR' as CurrencyCode;
const NOTHING_SAID: StatementMapping = {
  kind: 'statement',
  columns: {},
  currency: null,
  account: null,
  decimalMark: null,
  dateOrder: null,
};
const around = { currency: EUR, accounts: [] as readonly string[] };

function read(rows: readonly (readonly string[])[], options: TableOptions = {}) {
  const entries: BankEntry[] = [];
  const problems: string[] = [];
  let table: SeenTable | undefined;
  const reader = createStatementRowReader(
    {
      onEntry: (entry) => entries.push(entry),
      onStatement: () => undefined,
      onProblem: ({ code }) => problems.push(code),
    },
    { around, ...options, onTable: (seen) => (table = seen) },
  );
  rows.forEach((row, index) => {
    reader.row(row, index + 1);
  });
  const isComplete = reader.close();
  const asked = (table?.questions ?? []).map(({ code, isBlocking }) => (isBlocking ? `${code}!` : code));
  return { entries, problems, isComplete, asked, table };
}

const cells = (text: string) => text.split('\n').map((line) => line.split(';'));
const withColumns = (columns: StatementMapping['columns']): StatementMapping => ({ ...NOTHING_SAID, columns });

describe('what a table does not say', () => {
  const table = cells('Date;Amount\n2026-03-12;1.50\n2026-03-13;-0.50');

  it('of its currency is asked, with the company’s own proposed; without anybody to ask it is refused', () => {
    const { asked, entries, table: seen } = read(table);
    expect(asked).toEqual(['statement_currency_missing!', 'statement_account_missing']);
    expect(seen?.questions[0]?.choices).toEqual(['EUR']);
    expect(entries).toEqual([]);
    const refused: string[] = [];
    const reader = createStatementRowReader({
      onEntry: () => undefined,
      onStatement: () => undefined,
      onProblem: ({ code }) => refused.push(code),
    });
    for (const [index, row] of table.entries()) reader.row(row, index);
    expect(reader.close()).toBe(false);
    expect(refused).toEqual(['currency_missing']);
  });

  it('of its account is asked where there are several, and only told where there is one', () => {
    const mapping = { ...NOTHING_SAID, currency: EUR };
    const one = read(table, { mapping, around: { currency: EUR, accounts: ['A-1'] } });
    expect(one.asked).toEqual(['statement_account_assumed']);
    expect(one.entries.map(({ account }) => account)).toEqual(['A-1', 'A-1']);
    const two = read(table, { mapping, around: { currency: EUR, accounts: ['A-1', 'B-2'] } });
    expect(two).toMatchObject({ asked: ['statement_account_missing!'], entries: [] });
    expect(two.table?.questions[0]?.choices).toEqual(['A-1', 'B-2']);
  });

  it('is taken from the last file with these columns, unless that is asked each time; its own word comes first', () => {
    const kept = { ...NOTHING_SAID, currency: EUR, account: 'B-2' };
    const remembered = read(table, { remembered: () => kept });
    expect(remembered.asked).toEqual(['statement_currency_remembered', 'statement_account_remembered']);
    expect(remembered.table?.mapping).toMatchObject({ currency: 'EUR', account: 'B-2' });
    const each = read(table, { remembered: () => ({ ...kept, asksEachTime: ['account'] }) });
    expect(each).toMatchObject({ asked: ['statement_currency_remembered', 'statement_account_missing!'], entries: [] });
    const ofHeader = (header: readonly string[]) => (header.join() === 'Date,Amount' ? kept : undefined);
    const own = read([['Account', '12345678'], ['Currency', 'CHF'], ...table], { remembered: ofHeader });
    expect(own).toMatchObject({ asked: [], entries: [{ account: '12345678', currency: 'CHF' }, {}] });
    expect(own.table?.mapping).toMatchObject({ currency: null, account: null });
  });
});

describe('doubts', () => {
  it('amounts that are all positive may hide money out', () => {
    const table = cells(
      'Date;Amount;Currency;Account;D\n2026-03-12;1;EUR;A-11;C\n2026-03-13;2;EUR;A-11;D\n2026-03-14;3;EUR;A-11;C',
    );
    expect(read(table).asked).toEqual(['amounts_without_sign']);
    const marked = read(table, { mapping: withColumns({ direction: ['D'] }) });
    expect(marked.asked).toEqual([]);
    expect(marked.entries.map(({ amountMinor }) => amountMinor)).toEqual([100n, -200n, 300n]);
  });

  it('the order of day and month that only their run tells is said', () => {
    const days = ['01/02/2026', '02/02/2026', '03/02/2026', '05/02/2026'].map((day) => `${day};-1,50;EUR;A-11`);
    expect(read(cells(['Date;Amount;Currency;Account', ...days].join('\n'))).asked).toEqual(['date_order_guessed']);
  });

  it('a header alone and blank rows are refused with what to do', () => {
    expect(read(cells('Date;Amount;Currency\n;;'))).toMatchObject({
      isComplete: false,
      problems: ['table_has_no_lines'],
    });
    expect(read(cells(';\n;'))).toMatchObject({ isComplete: false, problems: ['table_is_empty'] });
  });
});

describe('a mapping that was shown', () => {
  it('reads the table again as it was read, and a field that was taken away stays away', () => {
    const amount = fc.integer({ min: -99_999, max: 99_999 }).map((cents) => (cents / 100).toFixed(2).replace('.', ','));
    const text = fc.constantFrom('', 'RE 118', 'Saldo', 'Miete; März'.replace(';', ''), '12.03.2026');
    const row = fc.tuple(fc.integer({ min: 1, max: 28 }), amount, text, text);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const lines = rows.map(([day, value, one, other]) => [`${day}.03.2026`, value, one, other, 'EUR', 'A-11']);
        const table = [['Datum', 'Betrag', 'Text', 'Text', 'Währung', 'Konto'], ...lines];
        const first = read(table);
        const again = read(table, { mapping: first.table?.mapping ?? null });
        expect(again.entries).toEqual(first.entries);
        expect(again.table?.mapping).toEqual(first.table?.mapping);
      }),
    );
    const table = cells('Date;Amount;Currency;Account;Balance\n2026-03-12;1;EUR;A-11;5');
    const { mapping } = read(table).table as SeenTable;
    const without = read(table, { mapping: { ...mapping, columns: { ...mapping.columns, balance: [] } } });
    expect(without.table?.mapping.columns.balance).toEqual([]);
  });
});
