import { describe, expect, it } from 'vitest';
import {
  createCustomerReader,
  createItemReader,
  type ExtractMapping,
  guessKind,
  guessMapping,
  type ItemRow,
  type RowResult,
} from './index.ts';

const HEADER = ['type', 'invoice', 'customer', 'currency', 'amount', 'issued', 'due', 'terms', 'rate'];
const MAPPING: ExtractMapping = {
  kind: 'items',
  columns: {
    kind: 'type',
    number: 'invoice',
    customerNumber: 'customer',
    currency: 'currency',
    amount: 'amount',
    issuedOn: 'issued',
    dueOn: 'due',
    terms: 'terms',
    instalment: 'rate',
  },
  constants: {},
  decimalMark: 'point',
  dateOrder: 'dmy',
  filters: [],
};
const anInvoiceRow = (cells: Partial<Record<string, string>> = {}): RowResult<ItemRow> => {
  const row: Record<string, string> = {
    type: 'invoice',
    invoice: '0070012',
    customer: '004711',
    currency: 'EUR',
    amount: '1,234.56',
    issued: '31/12/2026',
    due: '30/01/2027',
    terms: '',
    rate: '',
    ...cells,
  };
  return createItemReader(MAPPING, HEADER)(
    HEADER.map((name) => row[name] ?? ''),
    2,
  );
};
const codesOf = (result: RowResult<unknown>) =>
  result.outcome === 'refused'
    ? result.problems.map((problem) => `${problem.field} ${problem.code}`)
    : [result.outcome];

describe('the columns of an item extract', () => {
  it.each([
    ['Italian', 'Codice Cliente;Ragione Sociale;N. Fattura;Data Fattura;Scadenza;Valuta;Importo;Rata'],
    ['German', 'Kundennr.;Kundenname;Rechnungsnummer;Rechnungsdatum;Fälligkeit;Währung;Betrag;Rate'],
    ['French', 'Code client;Raison sociale;N° facture;Date facture;Date échéance;Devise;Montant TTC;Échéance'],
    ['Spanish', 'Código cliente;Razón social;Nº factura;Fecha factura;Vencimiento;Moneda;Importe total;Cuota'],
    ['SAP', 'KUNNR;Account name;BELNR;BLDAT;ZFBDT;WAERS;WRBTR;Instalment'],
  ])('are known by their %s names', (_, text) => {
    const header = text.split(';');
    const { mapping } = guessMapping({ kind: 'items', header, rows: [] });
    expect(mapping.columns).toMatchObject({
      customerNumber: header[0],
      customerName: header[1],
      number: header[2],
      issuedOn: header[3],
      dueOn: header[4],
      currency: header[5],
      amount: header[6],
    });
    expect(guessKind(header)).toBe('items');
  });

  it('prefer what is open to what was invoiced', () => {
    const header = ['invoice', 'customer', 'currency', 'invoice amount', 'open amount', 'invoice date'];
    expect(guessMapping({ kind: 'items', header, rows: [] }).mapping.columns.amount).toBe('open amount');
  });

  it('are found by their values when the name says nothing', () => {
    const header = ['invoice', 'customer', 'X1', 'X2', 'invoice date', 'due date'];
    const rows = [['1', '2', 'usd', '1.234,50', '31/12/2026', '31/01/2027']];
    const { mapping } = guessMapping({ kind: 'items', header, rows });
    expect(mapping).toMatchObject({
      columns: { currency: 'X1', amount: 'X2' },
      decimalMark: 'comma',
      dateOrder: 'dmy',
    });
  });

  it('are asked for when they are needed and not found', () => {
    const { questions } = guessMapping({ kind: 'items', header: ['invoice', 'amount'], rows: [] });
    expect(questions.map((question) => question.field)).toEqual(['customerNumber', 'currency', 'issuedOn']);
    expect(questions.every((question) => question.isBlocking)).toBe(true);
  });

  it('leave a doubt as a question, not a guess', () => {
    const header = ['invoice', 'customer', 'currency', 'amount', 'invoice date'];
    const guess = guessMapping({ kind: 'items', header, rows: [['1', '2', 'EUR', '1.234', '03/04/2026']] });
    expect(guess.mapping).toMatchObject({ decimalMark: null, dateOrder: null });
    expect(guess.questions.map((question) => question.code)).toEqual([
      'decimal_mark_undecided',
      'date_order_undecided',
    ]);
  });

  it('show a company that the file does not hold', () => {
    const header = ['company', 'invoice', 'customer', 'currency', 'amount', 'invoice date', 'cleared on'];
    const rows = [['US01', '1', '2', 'EUR', '10.00', '2026-01-02', '2026-02-01']];
    const guess = guessMapping({ kind: 'items', header, rows, companyCode: 'IT01' });
    expect(guess.questions.map((question) => question.code)).toEqual(['company_not_found']);
  });
});

describe('rows that carry a clearing date', () => {
  const header = ['company', 'invoice', 'customer', 'currency', 'amount', 'invoice date', 'terms', 'cleared on'];
  const aRow = (cleared: string, company = 'IT01') => [
    ...[company, '1', '2', 'EUR', '10.00', '2026-01-02', 'net 30'],
    cleared,
  ];
  const guess = (rows: string[][], settled?: ExtractMapping) =>
    guessMapping({ kind: 'items', header, rows, companyCode: 'IT01', ...(settled ? { settled } : {}) });

  it('are asked about, and stop the file when they are every second one or more', () => {
    const [few] = guess([aRow('2026-02-01'), aRow(''), aRow('')]).questions;
    expect(few).toMatchObject({ code: 'rows_already_cleared', isBlocking: false, choices: ['take', 'leave_out'] });
    expect(few?.message).toMatch(/^1 of 3 rows/);
    expect(guess([aRow('2026-02-01'), aRow('')]).questions).toMatchObject([{ isBlocking: true }]);
  });

  it('count only in the company that is asked for', () => {
    expect(guess([aRow(''), aRow('2026-02-01', 'US01')]).questions).toEqual([]);
  });

  it.each(['take', 'leave_out'] as const)('are asked about no more once somebody chose to %s them', (clearedRows) => {
    const rows = [aRow('2026-02-01'), aRow('')];
    const chosen = { ...guess(rows).mapping, clearedRows };
    const next = guess(rows, chosen);
    expect(next).toMatchObject({ questions: [], mapping: { clearedRows } });
    const read = createItemReader(next.mapping, header);
    const [cleared, open] = rows.map((row, index) => read(row, index + 2).outcome);
    expect([cleared, open]).toEqual([clearedRows === 'take' ? 'read' : 'left_out', 'read']);
  });
});

describe('an item row', () => {
  it('keeps leading zeros and reads amount, dates and terms', () => {
    expect(anInvoiceRow({ due: '', terms: '2/10 n/30' })).toMatchObject({
      outcome: 'read',
      value: {
        row: 2,
        kind: 'invoice',
        number: '0070012',
        customerNumber: '004711',
        amountMinor: 123_456n,
        issuedOn: '2026-12-31',
        dueOn: '2027-01-30',
        terms: '2% 10 net 30',
      },
    });
  });

  it('with a negative invoice is a credit note, and says so', () => {
    expect(anInvoiceRow({ amount: '-50.00' })).toMatchObject({
      value: { kind: 'credit_note', amountMinor: 5_000n },
      notes: [{ row: 2, code: 'negative_is_credit' }],
    });
  });

  it.each([
    ['Credit Note', '-50.00'],
    ['Gutschrift', '50.00'],
    ['nota di credito', '-50.00'],
    ['DG', '50.00-'],
  ])('of type %s over %s is a credit note without a word', (type, amount) => {
    expect(anInvoiceRow({ type, amount })).toMatchObject({
      value: { kind: 'credit_note', amountMinor: 5_000n },
      notes: [],
    });
  });

  it('without a due date: a credit note is due at once, an invoice is refused', () => {
    expect(anInvoiceRow({ type: 'credit note', due: '' })).toMatchObject({ value: { dueOn: '2026-12-31' } });
    expect(codesOf(anInvoiceRow({ due: '' }))).toEqual(['dueOn missing']);
    expect(codesOf(anInvoiceRow({ due: 'soon' }))).toEqual(['dueOn bad_date']);
  });

  it('names everything that is wrong with it at once', () => {
    const result = anInvoiceRow({
      invoice: '',
      customer: '1.93E+09',
      currency: 'EURO',
      issued: '30/02/2026',
      type: 'payment',
    });
    expect(codesOf(result)).toEqual([
      'number missing',
      'customerNumber number_damaged',
      'currency unknown_currency',
      'issuedOn bad_date',
      'kind unknown_kind',
    ]);
  });

  it.each([
    [{ amount: '0.00' }, 'amount amount_is_zero'],
    [{ amount: '1.2345' }, 'amount bad_amount'],
    [{ amount: '' }, 'amount missing'],
    [{ issued: '' }, 'issuedOn missing'],
    [{ rate: 'first' }, 'instalment bad_instalment'],
    [{ invoice: 'x'.repeat(61) }, 'number too_long'],
  ])('%j is refused: %s', (cells, code) => expect(codesOf(anInvoiceRow(cells))).toContain(code));

  it('takes instalments written as 2 or 2/3, and text guarded by a spreadsheet', () => {
    expect(anInvoiceRow({ rate: '2/3', invoice: '="007"' })).toMatchObject({ value: { instalment: 2, number: '007' } });
  });

  it('loses control characters, and runs no formula', () => {
    expect(anInvoiceRow({ invoice: 'A\u0000B' })).toMatchObject({ value: { number: 'A B' } });
    expect(anInvoiceRow({ invoice: '=1+1' })).toMatchObject({ value: { number: '=1+1' } });
  });

  it('of another company, or blank, is left out and no error', () => {
    const mapping: ExtractMapping = { ...MAPPING, filters: [{ column: 'type', keep: 'equal', value: 'US01' }] };
    const read = createItemReader(mapping, HEADER);
    expect(
      read(
        HEADER.map(() => 'x'),
        2,
      ),
    ).toEqual({ outcome: 'left_out' });
    expect(
      createItemReader(MAPPING, HEADER)(
        HEADER.map(() => ' '),
        2,
      ),
    ).toEqual({ outcome: 'left_out' });
    expect(createItemReader(MAPPING, HEADER)([], 2)).toEqual({ outcome: 'left_out' });
  });

  it('takes what the file does not carry from the mapping', () => {
    const mapping: ExtractMapping = { ...MAPPING, constants: { currency: 'GBP' } };
    const read = createItemReader(mapping, HEADER);
    expect(read(['', '1', '2', '', '5', '2026-01-01', '2026-02-01'], 2)).toMatchObject({ value: { currency: 'GBP' } });
  });
});

describe('a customer row', () => {
  const header = ['Codice', 'Ragione sociale', 'Paese', 'Lingua', 'P.IVA', 'Email', 'Capogruppo', 'Pagamento', 'IBAN'];
  const { mapping } = guessMapping({ kind: 'customers', header, rows: [] });
  const read = createCustomerReader(mapping, header);

  it('is read with everything in its own form', () => {
    const row = [
      '00042',
      'Vetreria  Morandi',
      'Italia',
      'Italiano',
      'it 0123',
      'ap@morandi.example',
      '00001',
      '30 gg fm',
      'IT60 X054 2811 1010 0000 0123 456',
    ];
    expect(read(row, 2)).toEqual({
      outcome: 'read',
      value: {
        row: 2,
        number: '00042',
        name: 'Vetreria Morandi',
        country: 'IT',
        language: 'it',
        vatId: 'IT0123',
        email: 'ap@morandi.example',
        phone: null,
        parentNumber: '00001',
        terms: '30 gg fm',
        bankAccount: 'IT60X0542811101000000123456',
      },
      notes: [],
    });
  });

  it('loses a doubtful extra with a note, never the customer', () => {
    const row = ['1', 'A', 'Atlantis', 'xx-', 'IT1', 'no mail', '1', '', 'IT60X0542811101000000123457'];
    const result = read(row, 2);
    expect(result).toMatchObject({
      value: { country: null, language: null, email: null, bankAccount: null, parentNumber: null },
    });
    expect(result.outcome === 'read' && result.notes.map((note) => note.field)).toEqual([
      'country',
      'language',
      'email',
      'bankAccount',
    ]);
  });

  it('is refused without number or name', () => {
    expect(codesOf(read(['', '', 'IT'], 3))).toEqual(['number missing', 'name missing']);
  });
});
