import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DecisionJson } from './decision-json.ts';
import { runMatch } from './match.command.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quittance-match-'));
});
afterEach(() => rm(directory, { recursive: true }));

const HEADER = 'customer_number,customer_name,item_number,kind,currency,amount_open,issued_on,due_on,po_number';
const ITEMS = [
  HEADER,
  'C1,Alder Foods Ltd,INV-500001,invoice,EUR,100.00,2026-06-01,2026-07-01,',
  'C1,Alder Foods Ltd,INV-500002,invoice,EUR,50.00,2026-06-01,2026-07-01,4500012345',
  'C2,Boreal Paper,INV-500003,invoice,KWD,7.125,2026-06-01,2026-07-01,',
];
const RECEIPT = { id: 'R1', booked_on: '2026-07-01', currency: 'EUR', amount: '150.00', payer_name: 'ALDER FOODS' };

async function match(given: {
  readonly items?: readonly string[];
  readonly receipts?: unknown;
  readonly history?: unknown;
  readonly options?: readonly string[];
}): Promise<{ code: number; out: string; err: string }> {
  const path = (name: string): string => join(directory, name);
  await writeFile(path('items.csv'), (given.items ?? ITEMS).join('\n'));
  await writeFile(path('receipts.json'), JSON.stringify(given.receipts ?? [RECEIPT]));
  const argv = ['--open-items', path('items.csv'), '--receipts', path('receipts.json'), ...(given.options ?? [])];
  if (given.history !== undefined) {
    await writeFile(path('history.json'), JSON.stringify(given.history));
    argv.push('--history', path('history.json'));
  }
  return run(argv);
}

async function run(argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const code = await runMatch(argv, {
    stdout: (text) => {
      written.out += text;
    },
    stderr: (text) => {
      written.err += text;
    },
  });
  return { code, ...written };
}

describe('quittance match', () => {
  it('prints one decision a receipt, in the shape that outside checks read', async () => {
    const { code, out, err } = await match({
      receipts: [{ ...RECEIPT, text: ['INV 500001 / 5', '00002'] }],
      options: ['--json'],
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject([
      {
        receiptId: 'R1',
        decision: 'auto',
        customer: 'C1',
        allocations: [
          { item: 'INV-500001', amount: '100.00' },
          { item: 'INV-500002', amount: '50.00' },
        ],
        deductions: [],
        unapplied: '0.00',
        alternatives: [],
        alternativesCount: 0,
        question: null,
      },
    ]);
    const [decision] = JSON.parse(out) as DecisionJson[];
    expect(decision?.evidence).toContainEqual({ kind: 'total_exact', detail: 'total exact, 150.00 EUR' });
  });

  it('prints for people too, with what to ask', async () => {
    const { out } = await match({});
    expect(out).toContain('Ask: Does this payment settle INV-500001, INV-500002?');
    expect(out).toContain('1 receipts: 0 post by themselves, 1 are proposed, 0 are exceptions.');
  });

  it('keeps three decimals where the currency has them', async () => {
    const receipts = [{ ...RECEIPT, currency: 'KWD', amount: '7.125', text: 'INV-500003' }];
    const { out } = await match({ receipts, options: ['--json'] });
    expect(JSON.parse(out)).toMatchObject([
      { decision: 'auto', allocations: [{ item: 'INV-500003', amount: '7.125' }] },
    ]);
  });

  it('learns from history which account pays for whom', async () => {
    const receipts = [{ ...RECEIPT, amount: '50.00', payer_name: 'SHARED SERVICES', payer_account: 'DE12' }];
    const before = await match({ receipts, options: ['--json'] });
    expect(JSON.parse(before.out)).toMatchObject([{ decision: 'suggest' }]);
    const history = [
      {
        booked_on: '2026-06-01',
        payer_name: 'SHARED SERVICES',
        payer_account: 'DE12',
        customer: 'C1',
        currency: 'EUR',
        amount: '9.00',
        invoices: ['400001'],
      },
    ];
    const after = await match({ receipts, history, options: ['--json'] });
    expect(JSON.parse(after.out)).toMatchObject([{ decision: 'auto', rule: 'unique_amount_by_known_payer' }]);
  });

  it('leaves out what did not exist on the day asked for', async () => {
    const receipts = [
      { ...RECEIPT, text: 'INV-500001 INV-500002' },
      { ...RECEIPT, id: 'R0', booked_on: '2026-05-20', text: 'INV-500001' },
    ];
    const { out } = await match({ receipts, options: ['--json', '--as-of', '2026-05-31'] });
    expect(JSON.parse(out)).toMatchObject([{ receiptId: 'R0', decision: 'exception' }]);
  });

  it('gives programs the rows that could not be read as a list, beside the decisions', async () => {
    const items = [...ITEMS, 'C3,Cedar,INV-500004,invoice,EUR,"1,00",2026-06-01,2026-07-01,'];
    const { code, out, err } = await match({ items, options: ['--json'] });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toHaveLength(1);
    expect(JSON.parse(err)).toMatchObject([
      { file: expect.stringContaining('items.csv'), row: items.length, field: 'amount_open', code: expect.any(String) },
    ]);
  });

  it('decides the good rows and names the bad ones with row, field and remedy', async () => {
    const items = [
      ...ITEMS,
      'C3,Cedar,INV-500004,invoice,EUR,"1,00",2026-06-01,2026-07-01,',
      'C3,Cedar,INV-500005,credit_note,EUR,5.00,2026-06-01,2026-07-01,',
      'C3,Cedar,INV-500001,invoice,EUR,5.00,2026-02-30,2026-07-01,',
      'C3,"broken',
    ];
    const { code, out, err } = await match({
      items,
      receipts: [{ ...RECEIPT, text: '500001 500002' }, { ...RECEIPT, id: 'R1' }, { id: 'R3', amount: '-1' }, 7],
      options: ['--json'],
    });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ receiptId: 'R1', decision: 'auto' }]);
    const told = (JSON.parse(err) as { file: string; row: number; field: string | null; message: string }[]).map(
      ({ file, row, field, message }) =>
        `${basename(file)}: row ${row}${field === null ? '' : `, ${field}`}: ${message}`,
    );
    expect(told).toEqual([
      'items.csv: row 5, amount_open: "1,00" is no amount of EUR; write it like 1234.56, without thousands separators',
      'items.csv: row 6, amount_open: a credit note is above zero; write credits with a minus sign',
      'items.csv: row 7, issued_on: "2026-02-30" is no date; write it as YYYY-MM-DD',
      'items.csv: row 7, item_number: INV-500001 stands in an earlier row too; item numbers must differ',
      expect.stringContaining('items.csv: row 8: Quote Not Closed'),
      'receipts.json: row 2, id: R1 stands in an earlier row too; ids must differ',
      'receipts.json: row 3, booked_on: is empty; every row needs it',
      'receipts.json: row 3, currency: is empty; every row needs it',
      'receipts.json: row 4: is no object; each entry must be {…}',
    ]);
  });

  it('names the columns that are missing, and tolerates those it does not know', async () => {
    const missing = await match({ items: ['customer_number,item_number', 'C1,INV-1'] });
    expect(missing).toMatchObject({ code: 2, out: '' });
    expect(missing.err).toContain('items.csv: row 1, amount_open: the column is missing; name it in the first line');
    const unknown = await match({ items: ITEMS.map((line, row) => `${line},${row === 0 ? 'plant' : 'x'}`) });
    expect(unknown.err).toBe('');
  });

  it('survives files that are something else', async () => {
    const empty = await match({ items: [''] });
    expect(empty).toMatchObject({ code: 2, out: '', err: expect.stringContaining('the file is empty') });
    const noList = await match({ receipts: { a: 1 } });
    expect(noList).toMatchObject({ code: 2, out: '', err: expect.stringContaining('the file is no list') });
  });

  it('answers wrong usage with 2', async () => {
    expect((await run([])).code).toBe(2);
    expect((await run(['--nonsense'])).code).toBe(2);
    expect((await match({ options: ['--as-of', 'tomorrow'] })).code).toBe(2);
    const absent = await run(['--open-items', '/nowhere/items.csv', '--receipts', '/nowhere/receipts.json']);
    expect(absent).toMatchObject({ code: 2, err: '/nowhere/items.csv cannot be read; is the path right?\n' });
    const advices = await match({ options: ['--remittances', '/nowhere/advices'] });
    expect(advices).toMatchObject({ code: 2, out: '' });
    expect(advices.err).toContain('/nowhere/advices cannot be read');
    expect((await run(['--help'])).code).toBe(0);
  });
});
