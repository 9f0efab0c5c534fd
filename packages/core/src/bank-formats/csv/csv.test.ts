import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTableText } from './csv.fixture.ts';
import {
  guessStatementDelimiter,
  isPlainlyStatement,
  looksLikeStatementTable,
  readStatementMapping,
  type StatementMapping,
} from './index.ts';
import { createRunningBalance } from './running-balance.ts';

const sample = (name: string) => readFileSync(new URL(`../samples/${name}`, import.meta.url), 'utf8');
const table = (...lines: readonly string[]) => parseTableText(lines.join('\n'));
const amountsOf = (file: ReturnType<typeof parseTableText>) =>
  file.statements.flatMap((statement) => statement.entries.map((entry) => entry.amountMinor));
const aMapping = (json: object): StatementMapping => {
  const mapping = readStatementMapping(json);
  if (typeof mapping === 'string') throw new Error(mapping);
  return mapping;
};

it('amounts whose signs are turned do not foot: 1,185.00 less the rent of 40.00 is 1,145.00, whatever its column says', () => {
  const file = table(
    'Date;Description;Amount;Balance;Currency;Account',
    '2026-03-05;ACME 4712;-100.00;1185.00;EUR;DE89370400440532013000',
    '2026-03-06;RENT;40.00;1145.00;EUR;DE89370400440532013000',
  );
  expect(file.statements).toMatchObject([{ footing: 'off', closingBalance: { amountMinor: 114500n } }]);
});

describe('a German table below the account and above a balance row', () => {
  const file = parseTableText(sample('table.statement.csv'));

  it('is a statement with the newest line first, and foots by its balances', () => {
    expect(file).toMatchObject({ problems: [], isComplete: true });
    expect(file.statements).toMatchObject([
      {
        account: 'DE02120300000000202051',
        openingBalance: { amountMinor: 200000n, currency: 'EUR', on: null },
        closingBalance: { amountMinor: 318010n, on: '2026-03-13' },
        footing: 'ok',
        entryCount: 2,
      },
    ]);
  });

  it('gives the payer with account and references', () => {
    expect(file.statements[0]?.entries[1]).toMatchObject({
      line: 6,
      bookedOn: '2026-03-12',
      valueOn: '2026-03-12',
      amountMinor: 119000n,
      endToEndId: 'PAYRUN-7',
      counterparty: { name: 'Weinhof Sandner GmbH', account: 'AT611904300234573201' },
      textLines: ['Rechnung 2026/118'],
      bankInformation: 'Gutschrift',
    });
  });
});

describe('columns', () => {
  it('debit and credit are money out and in, whatever signs they write', () => {
    const unsigned = table(
      'Date,Description,Debit,Credit,Currency',
      '2026-03-12,Inv,,10.00,EUR',
      '2026-03-13,Fee,2.50,,EUR',
    );
    const signed = table(
      'Date,Description,Debit,Credit,Currency',
      '2026-03-12,Inv,,10.00,EUR',
      '2026-03-13,Fee,-2.50,,EUR',
    );
    expect(amountsOf(unsigned)).toEqual([1000n, -250n]);
    expect(amountsOf(signed)).toEqual([1000n, -250n]);
    expect(table('Date,Debit,Credit,Currency', '2026-03-12,1.00,2.00,EUR').problems).toMatchObject([
      { code: 'bad_direction' },
    ]);
  });

  it.each([
    ['Af Bij', 'Bij', 'Af'],
    ['Soll/Haben', 'H', 'S'],
    ['D/C', 'C', 'D'],
    ['Debit/credit', 'Credit', 'Debit'],
    ['Cdt Dbt Ind', 'CRDT', 'DBIT'],
    ['Dare/Avere', 'Avere', 'Dare'],
  ])('a mark %s tells in from out', (name, credit, debit) => {
    expect(
      amountsOf(table(`Datum;${name};Bedrag (EUR)`, `2026-03-12;${credit};10,00`, `2026-03-13;${debit};2,50`)),
    ).toEqual([1000n, -250n]);
    expect(table(`Datum;${name};Bedrag (EUR)`, '2026-03-12;maybe;10,00').problems).toMatchObject([
      { code: 'bad_direction' },
    ]);
  });

  it('an IBAN that changes is the other side, one that stays is ours', () => {
    const [other] = table(
      'Date,Amount,CCY,IBAN',
      ...['AT61', 'FR76', 'IT60'].map((iban, index) => `2026-03-1${index},1.00,EUR,${iban}0000`),
    ).statements;
    expect(other).toMatchObject({ account: null, entries: [{ counterparty: { account: 'AT610000' } }, {}, {}] });
    expect(table('Date,Amount,CCY,IBAN', '2026-03-12,1.00,EUR,AT610000').statements[0]?.account).toBe('AT610000');
  });

  it('"Value" beside a date is an amount, "Valuta" with codes a currency', () => {
    expect(
      amountsOf(table('Date,Description,Value,Currency', '12/03/2026,Inv,10.00,GBP', '13/03/2026,Fee,-1.00,GBP')),
    ).toEqual([1000n, -100n]);
    expect(table('Bokföringsdag;Belopp;Valuta', '2026-03-12;10,00;SEK').statements[0]?.currency).toBe('SEK');
  });

  it('lines of two accounts are two statements', () => {
    const file = table(
      'Account,Date,Amount,Currency',
      'A-1,2026-03-12,1.00,EUR',
      'A-1,2026-03-13,2.00,EUR',
      'B-2,2026-03-12,3.00,USD',
    );
    expect(file.statements.map(({ account, currency, entryCount }) => [account, currency, entryCount])).toEqual([
      ['A-1', 'EUR', 2],
      ['B-2', 'USD', 1],
    ]);
  });
});

describe('notations', () => {
  it('are told from all values together', () => {
    expect(amountsOf(table('Datum;Betrag;Waehrung', '12.03.2026;1.234;EUR', '13.03.2026;-2,50;EUR'))).toEqual([
      123400n,
      -250n,
    ]);
    expect(
      table('Date,Amount,Currency', '03/04/2026,1.00,USD', '03/14/2026,1.00,USD').statements[0]?.entries[0]?.bookedOn,
    ).toBe('2026-03-04');
  });
  it('that nothing decides are not guessed: the row is refused and the mapping asked for', () => {
    expect(table('Date,Amount,Currency', '2026-03-12,1.234,EUR').problems).toMatchObject([
      { line: 2, code: 'decimal_mark_undecided' },
    ]);
    expect(table('Date,Amount,Currency', '03/04/2026,1.00,EUR').problems).toMatchObject([
      { line: 2, code: 'day_missing' },
    ]);
    const settled = aMapping({ dateOrder: 'dmy', decimalMark: 'comma' });
    const [statement] = parseTableText('Date;Amount;Currency\n03/04/2026;1.234;EUR', settled).statements;
    expect(statement?.entries).toMatchObject([{ bookedOn: '2026-04-03', amountMinor: 123400n }]);
  });
  it('a run of days tells day first from month first', () => {
    const [statement] = table(
      'Date,Amount,Currency',
      ...['01/02/2026', '02/02/2026', '03/02/2026', '05/02/2026'].map((day) => `${day},1.00,EUR`),
    ).statements;
    expect(statement?.entries.map((entry) => entry.bookedOn)).toEqual([
      '2026-02-01',
      '2026-02-02',
      '2026-02-03',
      '2026-02-05',
    ]);
  });
});

describe('the currency', () => {
  it('may stand in the header, above the table or beside the amount', () => {
    expect(table('Date,Amount (GBP)', '2026-03-12,1.00').statements[0]?.currency).toBe('GBP');
    expect(table('Currency;CHF', 'Date;Amount', '2026-03-12;1.00').statements[0]?.currency).toBe('CHF');
    expect(table('Date;Amount', '2026-03-12;1,00 €').statements[0]?.currency).toBe('EUR');
  });
  it('that is only likely is said, and one that is nowhere refuses the table', () => {
    expect(table('Date;Amount', '2026-03-12;$1.00')).toMatchObject({
      isComplete: true,
      problems: [{ code: 'currency_assumed' }],
    });
    expect(table('Date;Amount', '2026-03-12;1.00')).toMatchObject({
      isComplete: false,
      statements: [],
      problems: [{ code: 'currency_missing' }],
    });
    expect(amountsOf(parseTableText('Date;Amount\n2026-03-12;1.00', aMapping({ currency: 'USD' })))).toEqual([100n]);
  });
});

describe('a mapping', () => {
  it('names columns by header or by place, for tables without a header too', () => {
    const mapping = aMapping({
      columns: { bookedOn: '#1', amount: '#3', text: ['#2', '#4'] },
      currency: 'EUR',
      account: 'A-1',
    });
    expect(
      parseTableText('12.03.2026;Rechnung;10,00;118\n13.03.2026;Entgelt;-1,00;', mapping).statements[0],
    ).toMatchObject({
      account: 'A-1',
      entries: [{ amountMinor: 1000n, textLines: ['Rechnung', '118'] }, { amountMinor: -100n }],
    });
    const named = aMapping({ columns: { bookedOn: 'Wann', amount: 'Wieviel' }, currency: 'EUR' });
    expect(amountsOf(parseTableText('Wann;Wieviel\n12.03.2026;10,00', named))).toEqual([1000n]);
  });
  it.each([
    [[], 'not a JSON object'],
    [{ columns: { colour: 'Red' } }, '"colour" is no field'],
    [{ columns: { amount: 3 } }, 'not a text'],
    [{ currency: 'EURO' }, 'no currency code'],
    [{ decimalMark: ',' }, 'neither "point" nor "comma"'],
    [{ dateOrder: 'ymd' }, 'neither "dmy" nor "mdy"'],
  ])('%j is refused with its reason', (json, reason) => {
    expect(readStatementMapping(json)).toContain(reason);
  });
});

describe('a table', () => {
  it('is told from a list of items by what only banks say', () => {
    const bank = 'Buchungstag;Valuta;Verwendungszweck;Betrag;Waehrung\n';
    const items = 'Customer;Invoice;Date;Due date;Amount;Currency\n';
    expect([bank, items].map(looksLikeStatementTable)).toEqual([true, true]);
    expect([bank, items].map(isPlainlyStatement)).toEqual([true, false]);
    expect(guessStatementDelimiter(`Account, ours\nFrom, to\n${bank}`)).toBe(';');
  });
});

describe('the running balance', () => {
  const rows = fc.array(fc.bigInt({ min: -100000n, max: 100000n }), { minLength: 2, maxLength: 30 });

  it('foots in either direction, and is off when one balance is wrong', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), fc.bigInt({ min: 1n, max: 99n }), (amounts, isFalling, error) => {
        let balance = 5000n;
        const dated = amounts.map((amountMinor) => {
          balance += amountMinor;
          return { amountMinor, balanceMinor: balance, on: '2026-03-12' as never };
        });
        const read = (list: typeof dated) => {
          const running = createRunningBalance();
          for (const row of list) running.add(row);
          return running.result('EUR' as never);
        };
        const inOrder = isFalling ? [...dated].reverse() : dated;
        const result = read(inOrder);
        expect(result.footing).toBe('ok');
        expect((result.closingBalance?.amountMinor ?? 0n) - (result.openingBalance?.amountMinor ?? 0n)).toBe(
          amounts.reduce((sum, amount) => sum + amount, 0n),
        );
        const spoilt = inOrder.map((row, index) =>
          index === 1 ? { ...row, balanceMinor: row.balanceMinor + error } : row,
        );
        expect(read(spoilt).footing).not.toBe('ok');
      }),
    );
  });
});
